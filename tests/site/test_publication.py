"""One build makes both editions, or leaves the site as it was."""

import re

import pytest

from tests.site.workplace import contents, leftovers

NL, EN = "docs/nl/index.md", "docs/en/index.md"


def test_one_build_makes_both_editions(built_site):
    for page, language in (("index.html", "nl"), ("en/index.html", "en"), ("404.html", "nl")):
        assert f'<html lang="{language}"' in (built_site / page).read_text("utf-8")
    assert (built_site / "en" / "search" / "search_index.json").exists()


def test_a_build_leaves_nothing_beside_the_site(built_site):
    assert leftovers(built_site.parent) == []


def test_everyone_may_read_the_site(built_site):
    assert built_site.stat().st_mode & 0o055 == 0o055


FAULTS = {
    "warning nl": (NL, "\n[x](#nowhere)\n", ["'#nowhere'"]),
    "warning en": (EN, "\n[x](#nowhere)\n", ["[en]", "'#nowhere'"]),
    "undefined macro nl": (NL, "\n{{ no_such_macro() }}\n", ["docs/nl/index.md:", "no_such_macro"]),
    "undefined macro en": (EN, "\n{{ no_such_macro() }}\n", ["docs/en/index.md:", "no_such_macro"]),
    "macro that refuses": (EN, '\n{{ pattern_link("no-one-say-no") }}\n', ["no-one-says-no"]),
    "broken template": ("macros/rendering/templates/pattern.html", "\n{% if %}\n", ["Expected an expression"]),
    "broken theme": ("macros/site/theme/pattern.html", "{% if %}", ["theme/pattern.html:", "Expected an expression"]),
    "broken code": ("macros/rendering/renderer.py", "\nraise RuntimeError('broken here')\n", ["broken here"]),
    "broken pattern": ("patterns/sources.yml", "\nx: [\n", ["patterns/sources.yml:"]),
}


@pytest.fixture
def standing(workplace):
    """A workplace with a site, and what that site holds."""
    workplace.site.mkdir()
    for name in ("index.html", "sitemap.xml"):
        (workplace.site / name).write_text("the last good site")
    return workplace, contents(workplace.site)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_last_good_site(standing, fault):
    workplace, before = standing
    path, addition, words = FAULTS[fault]
    workplace.append(path, addition)
    code, said = workplace.build()
    assert code == 1
    assert all(word in said for word in words), said
    assert ("Traceback" in said) == (fault == "broken code")
    assert contents(workplace.site) == before
    assert leftovers(workplace.folder) == []


def test_faults_of_both_editions_are_told_once_and_in_order(workplace):
    workplace.append(NL, "\n[x](#nergens)\n")
    workplace.append(EN, "\n[x](#nowhere)\n")
    code, said = workplace.build()
    assert code == 1
    assert re.findall(r"'(#nergens|#nowhere)'", said) == ["#nergens", "#nowhere"]
    assert "2 warnings" in said


def test_a_finding_in_the_patterns_is_told_once(workplace):
    workplace.append("patterns/sources.yml", "\nx: [\n")
    _, said = workplace.build()
    assert len(re.findall(r"patterns/sources\.yml:\d+:\d+", said)) == 1
    assert "Traceback" not in said


def test_the_second_edition_is_not_built_alone(workplace):
    code, said = workplace.build("-f", "mkdocs.en.yml")
    assert code == 1
    assert "built along with the other edition" in said
    assert not workplace.site.exists()


def test_a_folder_with_something_else_is_not_replaced(workplace):
    workplace.site.mkdir()
    (workplace.site / "thesis.docx").write_text("years of work")
    code, said = workplace.build()
    assert code == 1
    assert "holds something else than a site built here" in said
    assert (workplace.site / "thesis.docx").read_text() == "years of work"
