"""`mkdocs serve` shows both editions, follows every edit, and survives every mistake."""

import re
import socket
import time
from datetime import date

import pytest

from macros.yaml.reader import read
from tests.site.workplace import PATIENCE, Workplace
from tests.tools.publishing import publish_texts
from tests.tools.serving import serving
from tests.tools.thorough import some_of

PATTERN = "patterns/seeking/look-first.yml"
NL, EN = "patronen/eerst-eens-kijken/", "en/patterns/look-first-of-all/"


@pytest.fixture(scope="module")
def served(root, tmp_path_factory):
    """A copy of the project with the small language that is being served."""
    folder = Workplace(root, tmp_path_factory.mktemp("served") / "copy", small=True).folder
    publish_texts(folder, date(2026, 11, 28))
    with serving(folder) as server:
        server.wait_for(NL, "Eerst kijken")
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
    assert "Look First" in served.page(EN)
    assert "Look First" in served.page("en/")
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
    served.wait_for("hoofdstukken/zoeken/", f"{begins['nl']}gezelschap")
    served.wait_for("en/chapters/seeking/", f"{begins['en']}gezelschap")
    served.wait_for("p/1/", f"{begins['nl']}gezelschap")
    served.wait_for("assets/search/index.json", f"{begins['nl']}gezelschap")
    assert f"{begins['nl']} " not in served.page("assets/search/index.json")
    served.wait_for("en/assets/search/index.json", f"{begins['en']}gezelschap")
    told = read(served.folder / PATTERN, served.folder).data["nl"]["run"]["ten_minutes"].split()[0]
    edit(PATTERN, f"ten_minutes: {told} ", f"ten_minutes: {told} gezelschap ")
    served.wait_for(NL, f"{told} gezelschap")
    served.wait_for("assets/diagnosis/patterns.json", f'"ten":"{told} gezelschap ')


def test_lists_end_with_the_last_of_edits_that_follow_each_other_at_once(served, edit):
    chapter, before = "hoofdstukken/zoeken/", "summary: >-\n    "
    as_it_was = (served.folder / PATTERN).read_bytes()
    edit(PATTERN, before, f"{before}Volgzineerst ")
    served.wait_for(chapter, "Volgzineerst")
    for words in ("Volgzintweede", "Volgzinderde"):
        edit(PATTERN, before, f"{before}{words} ")
        served.wait_for(NL, words)
    (served.folder / PATTERN).write_bytes(as_it_was)
    served.wait_until(chapter, lambda page: page != "" and "Volgzin" not in page)


def test_a_file_that_an_editor_puts_in_the_place_of_the_old_one_is_followed(served, edit):
    for words in ("Netwerkkringen", "Netwerkranden"):
        edit(PATTERN, "summary: >-\n    ", f"summary: >-\n    {words} ")
        file = served.folder / PATTERN
        beside = file.with_name(".look-first.yml.swp")
        beside.write_bytes(file.read_bytes())
        beside.replace(file)
        served.wait_for(NL, words)


def test_a_relation_that_moves_takes_its_other_side_with_it(served, edit):
    why, former, new = "Looking is quick", "en/patterns/ask-twice/", "en/patterns/choose-and-go/"
    assert why in served.page(former)
    assert why not in served.page(new)
    before, after = (
        f"  - leads_to: {one}\n  - balances: {other}"
        for one, other in (("choose-and-go", "ask-twice"), ("ask-twice", "choose-and-go"))
    )
    edit(PATTERN, before, after)
    served.wait_for(new, why)
    served.wait_until(former, lambda page: page != "" and why not in page)


def test_an_earlier_text_is_compared_with_what_is_written_now(served, edit):
    begins = "  intervention: >-\n    "
    edit(PATTERN, begins, f"{begins}Volgzineerst ")
    served.wait_for("p/1/2026-11-28/", "Volgzineerst")
    edit(PATTERN, begins, f"{begins}Volgzintweede ")
    served.wait_for("p/1/2026-11-28/", "Volgzintweede")


def test_a_pattern_that_moves_to_another_chapter_leaves_the_lists_of_the_old_one(served):
    former, new = served.folder / PATTERN, served.folder / "patterns/deciding/look-first.yml"
    former.rename(new)
    try:
        served.wait_for("hoofdstukken/besluiten/", "Wie loopt zonder te kijken")
        served.wait_until("hoofdstukken/zoeken/", lambda page: page != "" and "Wie loopt zonder te kijken" not in page)
    finally:
        new.rename(former)
    served.wait_for("hoofdstukken/zoeken/", "Wie loopt zonder te kijken")


def test_a_case_with_the_name_of_a_pattern_is_followed(served, edit):
    cases = served.folder / "patterns/cases"
    (cases / "the-walk.yml").rename(cases / "look-first.yml")
    try:
        edit(PATTERN, "case: the-walk", "case: look-first")
        edit(PATTERN, "case: the-walk", "case: look-first")
        served.wait_for("gevallen/de-wandeling/", "In 2014 gingen")
        story = cases / "look-first.yml"
        story.write_text(story.read_text("utf-8").replace("In 2014 gingen", "Een jaar later gingen"), encoding="utf-8")
        served.wait_for("gevallen/de-wandeling/", "Een jaar later gingen")
    finally:
        (cases / "look-first.yml").rename(cases / "the-walk.yml")


def test_an_address_that_another_program_has_is_refused_in_a_line(small):
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        said, _ = small.start("serve", "--dev-addr", address).communicate(timeout=PATIENCE)
    assert said.strip().count("\n") == 0
    assert f"The site cannot be at {address}: Address already in use." in said


def test_a_list_of_addresses_is_followed(small):
    moved = small.folder / "moved-urls.txt"
    moved.touch()
    with serving(small.folder) as server:
        server.wait_for(NL, "Eerst kijken")
        moved.write_text("this is no address", encoding="utf-8")
        server.wait_for(NL, "moved-urls.txt:1")


def test_the_page_of_an_edit_shows_the_one_that_came_before_its_lists_were_there(small):
    other = "patterns/seeking/ask-twice.yml"
    small.edit("macros/site/serving.py", "_BREATH = 0.1", "_BREATH = 5")
    with serving(small.folder) as server:
        server.wait_for(NL, "Eerst kijken")
        small.edit(PATTERN, "summary: >-\n    ", "summary: >-\n    Volgzineerst ")
        server.wait_for(NL, "Volgzineerst")
        why = "relations:\n  - leads_to: look-first\n    why: {nl: Volgzintweede., en: Second.}\n"
        small.edit(other, "sources:\n", f"{why}sources:\n")
        server.wait_for("patronen/vraag-het-twee-keer/", "Volgzintweede")
        server.wait_for(NL, "Volgzintweede")


def test_an_edit_while_an_earlier_one_is_read_reaches_the_lists(small):
    reading = "reading = read_language(self._root, self._memory)\n"
    told = "(self._root / 'reads').touch() or time.sleep(1)"
    small.edit("macros/site/serving.py", reading, f"{told}\n        {reading}")
    with serving(small.folder) as server:
        server.wait_for(NL, "Eerst kijken")
        small.edit(PATTERN, "Ga samen kijken.", "Ga toch samen kijken.")
        while not (small.folder / "reads").exists():
            time.sleep(0.02)
        small.edit("patterns/seeking/ask-twice.yml", "summary: ", "summary: Volgzintweede ")
        server.wait_for("hoofdstukken/zoeken/", "Volgzintweede")


def test_a_page_of_either_edition_is_followed(served, edit):
    edit("docs/nl/index.md", "\n{{ chapter", "\nEen zin erbij.\n\n{{ chapter")
    served.wait_for("", "Een zin erbij.")
    edit("docs/en/index.md", "\n{{ chapter", "\nOne more sentence.\n\n{{ chapter")
    served.wait_for("en/", "One more sentence.")


def test_a_style_is_followed(served, edit):
    edit("macros/frontend/theme/assets/styles/pattern.css", "{", "{ --followed: 1;")
    served.wait_for("assets/styles/pattern.css", "--followed")
    served.wait_for("en/assets/styles/pattern.css", "--followed")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("macros/frontend/templates/pattern.html", "<article", "<article data-template"),
        ("macros/frontend/theme/pattern.html", "{% extends", "{% block announce %}data-theme{% endblock %}{% extends"),
        ("macros/pages/renderer.py", "return Markup(html)", "return Markup(html + '<!-- data-code -->')"),
    ],
    ids=["template", "theme", "code"],
)
def test_templates_and_code_are_followed(served, edit, path, old, new):
    (followed,) = re.findall("data-(?:template|theme|code)", new)
    assert followed not in served.page(NL)
    edit(path, old, new)
    served.wait_for(NL, followed)
    served.wait_for(EN, followed)


def test_words_and_data_are_followed(served, edit):
    edit("macros/view/labels.yml", "Daarom", "Om die reden")
    served.wait_for(NL, "Om die reden")
    edit("patterns/language.yml", "explanation: Looking at what is there", "explanation: Followed at what is there")
    served.wait_for("en/", "Followed at what is there")


def test_a_new_name_gets_its_page(served, edit):
    edit("patterns/deciding/choose-and-go.yml", "name: Kies en ga", "name: Kies en ga nu\n  aliases: [kies-en-ga]")
    served.wait_for("patronen/kies-en-ga-nu/", "Kies en ga nu")
    served.wait_for("patronen/", "Kies en ga nu")


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    some_of(
        [
            (PATTERN, "form: full", "form: [", f"{PATTERN}:"),
            (PATTERN, "leads_to: choose-and-go", "leads_to: choose-and-goo", "choose-and-go"),
            ("docs/nl/index.md", "# Thuis", '# Thuis {{ page_lnk("about", "a") }}', "docs/nl/index.md:4:12:"),
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


def test_a_server_that_starts_with_a_mistake_tells_it_and_recovers(small):
    pattern = small.folder / PATTERN
    right = pattern.read_text("utf-8")
    pattern.write_text(right.replace("form: full", "form: fool"), encoding="utf-8")
    with serving(small.folder) as server:
        server.wait_for("", f"{PATTERN}:")
        pattern.write_text(right, encoding="utf-8")
        server.wait_for(NL, "Eerst kijken")
