"""The page of an earlier text: what it said, that it is not today's, and what has changed since."""

import re
from datetime import date

import pytest
from markupsafe import Markup

from macros.language.address_targets import earlier_texts
from macros.language.reading import read_language
from macros.pages.earlier_text import version_page
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings
from macros.record.published_text import text_file, text_from
from macros.record.sections import TextSection, fingerprint
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

FILE = "patterns/deciding/choose-and-go.yml"
DAY = date(2026, 11, 28)


@pytest.fixture
def folder(tmp_path):
    made = small_language(tmp_path / "language")
    edit(made, "Kies iets en ga door.", "Kies iets, zie [[look-first]] en [[ask-twice|vraag het]].")
    publish_texts(made, DAY)
    return made


def edit(folder, before, after, path=FILE):
    text = (folder / path).read_text("utf-8")
    assert before in text
    (folder / path).write_text(text.replace(before, after), "utf-8")


def page(folder, edition="nl"):
    language = read_language(folder).language
    root = "" if edition == "nl" else "en/"
    renderer = Renderer(language, edition, f"{root}p/3/2026-11-28/", {}, Settings("https://x.example/"))
    pattern = next(one for one in language.patterns.values() if one.id == 3)
    (text,) = (one for one in earlier_texts(language, pattern) if one.edition == edition)
    return version_page(renderer, pattern, text)


def test_an_earlier_text_says_so_and_leads_to_todays(folder):
    edit(folder, "Zolang niemand kiest", "Zolang niemand durft te kiezen")
    publish_texts(folder, date(2027, 1, 5))
    html = page(folder)
    assert "Dit is een eerdere tekst, gepubliceerd op 28 november 2026." in html
    assert 'href="../../../patronen/kies-en-ga/"' in html
    assert "Zolang niemand <del>kiest</del><ins>durft te kiezen</ins>, gebeurt er niets." in html
    assert "x.example/p/3/2026-11-28/" in html


def test_only_what_differs_is_compared(folder):
    edit(folder, "  name: Kies en ga\n", "  name: Kies nu\n")
    html = page(folder)
    assert re.findall(r"<h3>(.*?)</h3>", html[html.index("Vergeleken") :]) == ["Patroon"]


def test_it_shows_every_part_under_its_heading(folder):
    edit(folder, "  name: Kies en ga\n", "  name: Kies nu\n")
    html = page(folder)
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", html) == [
        "Hieraan herken je het",
        "Het probleem",
        "Waar het wringt",
        "Daarom",
        "Draaiboek",
        "Beslis je hier niet over?",
        "Uit een bron",
        "Waar dit op berust",
        "Vergeleken met nu",
    ]
    assert "De schrijver koos en ging door." in html


def test_links_in_it_show_the_names_of_the_time_and_lead_to_permalinks(folder):
    edit(folder, "  name: Kies en ga\n", "  name: Kies nu\n")
    edit(folder, "Eerst kijken", "Kijk eens rond", "patterns/seeking/look-first.yml")
    html = page(folder)
    assert re.search(r'zie <a href="../../../p/1/">Eerst kijken</a> en <a href="../../../p/2/">vraag het</a>', html)


def test_roles_in_it_have_the_names_of_the_time(folder):
    edit(folder, "  name: Kies en ga\n", "  name: Kies nu\n")
    edit(folder, "name: Gespreksleider", "name: Begeleider", "patterns/language.yml")
    assert "<h3>Gespreksleider</h3>" in page(folder)


def test_a_run_says_how_long_it_takes(folder):
    edit(folder, "  name: Kies en ga\n", "  name: Kies nu\n")
    assert re.search(r"<h3>Hoe lang</h3><p>\d+ minuten</p>", page(folder))


def test_what_a_writer_said_of_the_change_stands_there(folder):
    edit(folder, "  name: Kies en ga\n", "  name: Kies nu\n")
    (folder / "patterns/revisions").mkdir()
    said = "number: 3\nafter: {nl: 2026-11-28}\nchanged: {nl: De naam is een daad.}\n"
    (folder / "patterns/revisions/3.yml").write_text(said, "utf-8")
    publish_texts(folder, date(2027, 1, 5))
    assert "Daarna veranderde: De naam is een daad." in page(folder)


def test_a_part_that_no_page_has_any_more_is_shown_all_the_same(folder):
    path = folder / "patterns/versions/3/nl/2026-11-28.json"
    text = text_from(path.read_text("utf-8"), "patterns/versions/3/nl/2026-11-28.json")
    sections = [*text.sections, TextSection(heading="things_of_before", kind="list", items=["Een.", "Twee."])]
    old = text.model_copy(update={"sections": sections, "fingerprint": fingerprint(sections)})
    path.write_text(text_file(old), "utf-8")
    html = page(folder)
    assert '<h2 id="things_of_before">Things of before</h2><ul><li>Een.</li><li>Twee.</li></ul>' in html


def test_a_withdrawn_text_says_since_when_and_why_and_shows_nothing_of_it(folder):
    edit(folder, "Zolang niemand kiest", "Zolang niemand durft te kiezen")
    edit(folder, "As long as no one chooses", "As long as no one dares to choose")
    withdrawn = "withdrawn:\n  - {number: 3, date: 2026-11-28, reason: privacy, since: 2026-11-29}\n"
    (folder / "patterns/withdrawn.yml").write_text(withdrawn, "utf-8")
    html = page(folder, "en")
    assert "This text was withdrawn on 29 November 2026 (privacy)." in html
    assert "<h2" not in html
    assert "nothing happens" not in html


def test_a_pattern_of_which_all_was_withdrawn_says_so_and_shows_nothing_else(folder):
    withdrawn = "withdrawn:\n  - {number: 3, reason: rights, since: 2026-11-29}\n"
    (folder / "patterns/withdrawn.yml").write_text(withdrawn, "utf-8")
    language = read_language(folder).language
    pages = {page.id: page.address for page in language.pages.values() if page.edition == "nl"}
    renderer = Renderer(language, "nl", "patronen/kies-en-ga/", {"contribute": "draag-bij/", **pages})
    html = renderer.pattern(language.patterns["choose-and-go"], Markup("REPORT"))
    assert "Dit patroon is ingetrokken op 29 november 2026</strong> (rechten)." in html
    for words in ("Niet kiezen kost", "Zolang niemand", "REPORT", "De bron geeft"):
        assert words not in html
