"""One build makes both editions, without a finding, or leaves the site as it was."""

import re

import pytest

from tests.site.workplace import contents, leftovers, python_begins_with
from tests.tools.thorough import some_of

NL, EN = "docs/nl/index.md", "docs/en/index.md"
PAGE = "macros/frontend/templates/pattern.html"
PICTURE = "https://pictures.example/x.png"


def test_one_build_makes_both_editions(built_site):
    for page, language in (("index.html", "nl"), ("en/index.html", "en"), ("404.html", "nl")):
        assert f'<html lang="{language}"' in (built_site / page).read_text("utf-8")
    assert (built_site / "en" / "assets" / "search" / "index.json").exists()


def test_a_build_leaves_nothing_beside_the_site(built_site):
    assert leftovers(built_site.parent) == []


FAULTS = {
    "undefined macro nl": (NL, "\n{{ no_such_macro() }}\n", ["docs/nl/index.md:", "no_such_macro"]),
    "undefined macro en": (EN, "\n{{ no_such_macro() }}\n", ["docs/en/index.md:", "no_such_macro"]),
    "macro that refuses": (EN, '\n{{ pattern_link("look-frist") }}\n', ["docs/en/index.md:", "look-first"]),
    "broken template": ("macros/frontend/templates/pattern.html", "\n{% if %}\n", ["Expected an expression"]),
    "broken theme": (
        "macros/frontend/theme/pattern.html",
        "{% if %}",
        ["theme/pattern.html:", "Expected an expression"],
    ),
    "broken code": ("macros/pages/renderer.py", "\nraise RuntimeError('broken here')\n", ["broken here"]),
    "broken pattern": ("patterns/sources.yml", "\nx: [\n", ["patterns/sources.yml:"]),
    "image of another host in a page": (NL, f'\n<p><img src="{PICTURE}" alt=""></p>\n', ["docs/nl/index.md:", PICTURE]),
}
FAULTS_IN_LINKS = {
    "missing part nl": (NL, "\n[x](#nergens)\n", ["docs/nl/index.md:10:", "#nergens"]),
    "missing part en": (EN, "\n[x](#nowhere)\n", ["docs/en/index.md:10:", "#nowhere"]),
    "missing page in a template": (PAGE, '<a href="nowhere/">x</a>', [f"{PAGE}:", "nothing is there", "nowhere/"]),
    "image of another host": (PAGE, f'<img src="{PICTURE}" alt="">', [f"{PAGE}:", "another host", PICTURE]),
    "page that nothing leads to": ("docs/nl/eiland.md", "# Eiland\n", ["docs/nl/eiland.md:", "leads to /eiland/"]),
    "published address": ("published-urls.txt", "/weg/\n", ["published-urls.txt:1:", "nothing is there"]),
}
"""None of these hides another: one build has all of them."""


# By turns: a plain build must refuse each fault as a strict one does.
BUILDS = [(fault, strict) for at, fault in enumerate(FAULTS) for strict in ((True, False) if at % 2 else (False, True))]


@pytest.mark.parametrize(
    ("fault", "strict"), some_of(BUILDS, 2), ids=lambda part: {True: "strict", False: "plain"}.get(part, part)
)
def test_a_fault_leaves_the_last_good_site(standing, fault, strict):
    path, addition, words = FAULTS[fault]
    standing[0].append(path, addition)
    said = refused(standing, strict=strict)
    assert all(word in said for word in words), said
    assert ("Traceback" in said) == (fault == "broken code")


@pytest.mark.parametrize("strict", some_of([False, True], 2), ids=["plain", "strict"])
def test_faults_in_links_are_all_told_once_and_leave_the_last_good_site(standing, strict):
    for path, addition, _words in FAULTS_IN_LINKS.values():
        standing[0].append(path, addition)
    said = refused(standing, strict=strict)
    lines = said.splitlines()
    for fault, (_path, _addition, words) in FAULTS_IN_LINKS.items():
        assert any(all(word in line for word in words) for line in lines), f"{fault}\n{said}"
    assert "Traceback" not in said
    assert re.findall(r'"(#nergens|#nowhere)"', said) == ["#nowhere", "#nergens"]


def refused(standing, *, strict):
    """Build what must not be built, and return what was said."""
    workplace, before = standing
    code, said = workplace.build(strict=strict)
    assert code == 1
    assert contents(workplace.site) == before
    assert leftovers(workplace.folder) == []
    return said


VANISHES = """
import os, mkdocs.structure.files as files
listed = files.get_files
def get_files(config):
    if os.path.exists({page!r}):
        os.unlink({page!r})
    return listed(config)
files.get_files = get_files
"""


@pytest.mark.parametrize("page", some_of(["docs/nl/bundel.md", "docs/en/bundle.md", "docs/nl/index.md"], 3, 1))
def test_a_page_that_goes_while_the_site_is_built_leaves_the_last_good_site(standing, tmp_path, page):
    """It goes when the language has been read, and before MkDocs looks which pages there are."""
    workplace, before = standing
    code, said = workplace.build(**python_begins_with(VANISHES.format(page=page), tmp_path / "first"))
    assert code == 1
    assert f"{page}:1:1: error: the site has no page for this file" in said
    assert "Traceback" not in said
    assert contents(workplace.site) == before
    assert leftovers(workplace.folder) == []


def test_a_site_without_the_exports_may_link_to_them_and_names_no_image(small):
    code, said = small.build(EXPORTS="false")
    assert code == 0, said
    assert not (small.site / "downloads").exists()
    assert "og:image" not in (small.site / "index.html").read_text("utf-8")
    small.append(NL, "\n[x](downloads/handboek.odt/)\n")
    assert small.build(EXPORTS="false", strict=False)[0] == 1


def test_a_finding_in_the_patterns_is_told_once(small):
    small.append("patterns/sources.yml", "\nx: [\n")
    _, said = small.build()
    assert len(re.findall(r"patterns/sources\.yml:\d+:\d+", said)) == 1
    assert "Traceback" not in said


def test_a_theme_without_the_templates_is_named(small):
    small.append("mkdocs.yml", "\ntheme: {language: nl, custom_dir: patterns}\n")
    small.edit("mkdocs.yml", "theme:\n  language: nl\n", "")
    code, said = small.build()
    assert code == 1
    assert "mkdocs.yml: theme.custom_dir (patterns) lacks 404.html, main.html, pattern.html, sitemap.xml" in said
    assert "Traceback" not in said


def test_without_the_name_of_a_theme_the_page_of_what_is_missing_is_there(small):
    assert small.build(SITE_THEME="")[0] == 0
    assert (small.site / "404.html").is_file()


def test_the_second_edition_is_not_built_alone(small):
    code, said = small.build("-f", "mkdocs.en.yml")
    assert code == 1
    assert "built along with the other edition" in said
    assert not small.site.exists()


def test_a_folder_with_something_else_is_not_replaced(small):
    small.site.mkdir()
    (small.site / "thesis.docx").write_text("years of work")
    code, said = small.build()
    assert code == 1
    assert "holds something else than a site built here" in said
    assert (small.site / "thesis.docx").read_text() == "years of work"
