"""`mkdocs serve` shows both editions, follows every edit, and survives every mistake."""

import re
from datetime import date

import pytest

from macros.yaml.reader import read
from tests.tools.project import copy_project
from tests.tools.publishing import publish_texts
from tests.tools.serving import serving
from tests.tools.thorough import some_of

PATTERN = "patterns/steering-and-deciding/no-one-says-no.yml"
NL, EN = "patronen/niemand-zegt-nee/", "en/patterns/no-one-says-no/"


@pytest.fixture(scope="module")
def served(root, tmp_path_factory):
    """A copy of the project that is being served."""
    folder = tmp_path_factory.mktemp("served") / "copy"
    copy_project(root, folder)
    publish_texts(folder, date(2026, 11, 28))
    with serving(folder) as server:
        server.wait_for(NL, "Niemand zegt nee")
        yield server


@pytest.fixture
def edit(served):
    """Edits files of the served copy, and puts them back when the test ends."""
    kept: dict[str, bytes] = {}

    def replace(path, old, new):
        file = served.folder / path
        kept.setdefault(path, file.read_bytes())
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    yield replace
    for path, before in kept.items():
        (served.folder / path).write_bytes(before)


def test_both_editions_are_there(served):
    assert "No One Says No" in served.page(EN)
    assert "No One Says No" in served.page("en/")
    assert "/en/" in served.page("en/sitemap.xml")


def test_a_published_text_that_is_rewritten_is_shown_and_what_publishing_will_do_is_told(served, edit):
    already = served.log.read_text("utf-8").count("[to-be-published]")
    edit(PATTERN, "summary: >-\n    ", "summary: >-\n    Herschreven. ")
    served.wait_for(NL, "Herschreven.")
    served.wait_to_say("[to-be-published]", already + 1)
    assert "Herschreven." in served.page(NL)


def test_a_pattern_is_followed_on_its_page_in_lists_and_in_search(served, edit):
    begins = {
        edition: " ".join(read(served.folder / PATTERN, served.folder).data[edition]["summary"].split()[:4])
        for edition in ("nl", "en")
    }
    for begin in begins.values():
        edit(PATTERN, f"{begin} ", f"{begin}gezelschap ")
    served.wait_for(NL, f"{begins['nl']}gezelschap")
    served.wait_for(EN, f"{begins['en']}gezelschap")
    served.wait_for("hoofdstukken/sturen-besluiten-ruimte-geven/", f"{begins['nl']}gezelschap")
    served.wait_for("en/chapters/steering-deciding-making-room/", f"{begins['en']}gezelschap")
    served.wait_for("p/70/", f"{begins['nl']}gezelschap")
    index = served.page("assets/search/index.json")
    assert f"{begins['nl']}gezelschap" in index
    assert f"{begins['nl']} " not in index
    assert f"{begins['en']}gezelschap" in served.page("en/assets/search/index.json")
    told = read(served.folder / PATTERN, served.folder).data["nl"]["run"]["ten_minutes"].split()[0]
    edit(PATTERN, f"ten_minutes: {told} ", f"ten_minutes: {told} gezelschap ")
    served.wait_for(NL, f"{told} gezelschap")
    assert f'"ten":"{told} gezelschap ' in served.page("assets/diagnosis/patterns.json")


def test_a_file_that_an_editor_puts_in_the_place_of_the_old_one_is_followed(served, edit):
    for words in ("Netwerkkringen", "Netwerkranden"):
        edit(PATTERN, "summary: >-\n    ", f"summary: >-\n    {words} ")
        file = served.folder / PATTERN
        beside = file.with_name(".no-one-says-no.yml.swp")
        beside.write_bytes(file.read_bytes())
        beside.replace(file)
        served.wait_for(NL, words)


def test_a_relation_that_moves_takes_its_other_side_with_it(served, edit):
    relation, former = re.findall(r"^  - (needs): (.+)$", (served.folder / PATTERN).read_text(), re.MULTILINE)[0]
    former_page, new_page = f"en/patterns/{former}/", "en/patterns/the-long-breath/"
    before = served.page(former_page).count("no-one-says-no/")
    assert "no-one-says-no/" not in served.page(new_page)
    edit(PATTERN, f"{relation}: {former}", f"{relation}: the-long-breath")
    served.wait_for(new_page, "no-one-says-no/")
    assert served.page(former_page).count("no-one-says-no/") < before


def test_a_page_of_either_edition_is_followed(served, edit):
    edit("docs/nl/index.md", "\n## ", "\nEen zin erbij.\n\n## ")
    served.wait_for("", "Een zin erbij.")
    edit("docs/en/index.md", "\n## ", "\nOne more sentence.\n\n## ")
    served.wait_for("en/", "One more sentence.")


def test_a_style_is_followed(served, edit):
    edit("macros/frontend/theme/assets/styles/pattern.css", "{", "{ --followed: 1;")
    served.wait_for("assets/styles/pattern.css", "--followed")
    served.wait_for("en/assets/styles/pattern.css", "--followed")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("macros/frontend/templates/pattern.html", "<article", "<article data-followed"),
        ("macros/frontend/theme/pattern.html", "{% block", "<!-- data-followed -->{% block"),
        ("macros/pages/renderer.py", '"pattern.html",', '"pattern.html",  # data-followed'),
    ],
    ids=["template", "theme", "code"],
)
def test_templates_and_code_are_followed(served, edit, path, old, new):
    edit(path, old, new)
    if path.endswith(".py"):
        edit(path, "return Markup(html)", "return Markup(html + '<!-- data-followed -->')")
    if "theme" in path:
        edit(path, "{% extends", "{% block announce %}data-followed{% endblock %}{% extends")
    served.wait_for(NL, "data-followed")
    served.wait_for(EN, "data-followed")


def test_words_and_data_are_followed(served, edit):
    edit("macros/view/labels.yml", "Daarom", "Om die reden")
    served.wait_for(NL, "Om die reden")
    edit("patterns/language.yml", "explanation: What you want, what", "explanation: Followed and wanted, what")
    served.wait_for("en/", "Followed and wanted")


def test_a_new_pattern_and_a_new_name_get_their_pages(served, edit):
    edit(PATTERN, "name: Niemand zegt nee", "name: Niemand zegt nee meer\n  aliases: [niemand-zegt-nee]")
    served.wait_for("patronen/niemand-zegt-nee-meer/", "Niemand zegt nee meer")
    served.wait_for("", "Niemand zegt nee meer")


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    some_of(
        [
            (PATTERN, "form: full", "form: [", f"{PATTERN}:"),
            (
                PATTERN,
                "part_of: build-the-road-to-the-decision",
                "part_of: build-the-rode",
                "build-the-road-to-the-decision",
            ),
            (
                "docs/nl/over.md",
                "# Over deze site",
                '# Over deze site {{ page_lnk("about", "a") }}',
                "docs/nl/over.md:7:21:",
            ),
            ("macros/frontend/templates/pattern.html", "<article", "{% if %}<article", "Expected an expression"),
            ("macros/pages/renderer.py", "class Renderer:", "class Renderer(:", "SyntaxError"),
            ("macros/frontend/theme/main.html", "{% block", "{% blok", "blok"),
            ("mkdocs.yml", "docs_dir: docs/nl", "docs_dir: docs/no", "docs_dir"),
        ],
        3,
    ),
    ids=["syntax", "reference", "macro", "template", "code", "theme", "configuration"],
)
def test_a_mistake_is_told_on_the_page_and_mending_it_brings_the_page_back(served, edit, path, old, new, told):
    edit(path, old, new)
    served.wait_for(NL, told)
    served.wait_for("en/", told)
    assert told in served.log.read_text("utf-8")
    edit(path, new, old)
    served.wait_for(NL, "<article")
    served.wait_for(EN, "<article")


def test_a_server_that_starts_with_a_mistake_tells_it_and_recovers(root, tmp_path):
    folder = tmp_path / "copy"
    copy_project(root, folder)
    pattern = folder / PATTERN
    right = pattern.read_text("utf-8")
    pattern.write_text(right.replace("form: full", "form: fool"), encoding="utf-8")
    with serving(folder) as server:
        server.wait_for("", f"{PATTERN}:")
        pattern.write_text(right, encoding="utf-8")
        server.wait_for(NL, "Niemand zegt nee")
