"""One language is enough: what is in one only is shown in every edition, and marked with its language everywhere."""

import json
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree, html
from pypdf import PdfReader

from macros.checks import check
from macros.findings.finding import Severity
from macros.language.addresses import data, download, feed, part, pattern_address
from macros.language.reading import read_language
from macros.linkcheck.check import check_site
from macros.linkcheck.site import read_site
from macros.model.editions import EDITIONS, LOCALES, ROOTS, others
from macros.search.entries import rows
from tests.site.once import built_once
from tests.site.one_language import MARK, NUMBERS, RETIRED, write_one_language
from tests.site.workplace import Workplace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
UNSPOKEN = {"script", "style", "title", "desc"}
"""Elements whose words cannot be marked: the title of a page holds the name of the site too."""


def build(root, folder):
    place = Workplace(root, folder, small=True)
    write_one_language(folder)
    return place.build(EXPORTS="true")


@pytest.fixture(scope="session")
def site(root, tmp_path_factory):
    """The site of a language of which a part is in one language only."""
    return built_once("one-language", tmp_path_factory, lambda folder: build(root, folder))


@pytest.fixture(scope="session")
def language(site):
    return read_language(site.parent).language


def in_wrong_language(root, edition):
    """The marked words under an element that are not under the `lang` of their language."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        around = [element, *element.iterancestors()]
        spoken = next((one.get("lang") or one.get(XML_LANG) for one in around if one.get("lang")), edition)
        said = [] if etree.QName(element).localname in UNSPOKEN else [element.text, *(child.tail for child in element)]
        for text in said:
            for language, mark in MARK.items():
                if text and mark in text and spoken != language:
                    yield f"{spoken}: {text.strip()[:60]}"


def edition_of(address):
    return next(edition for edition in reversed(EDITIONS) if address.startswith(ROOTS[edition]))


def test_the_check_gives_one_notice_for_a_pattern_and_no_error(site):
    findings = check(site.parent).findings
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    for edition in NUMBERS:
        own = [one for one in findings if one.place.path.endswith(f"only-{edition}.yml")]
        assert [one.rule for one in own if one.severity is Severity.NOTICE] == ["edition-missing"]
        assert not {"editions-differ", "edition-older"} & {one.rule for one in own}


def test_every_link_of_the_site_leads_somewhere(site, language):
    findings = check_site(read_site(site), language, site.parent)
    assert [one for one in findings if one.rule != "unrecorded"] == []


def test_what_is_in_one_language_is_marked_as_such_on_every_page(site):
    wrong, marked = [], 0
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        page = html.parse(path).getroot()
        marked += sum(mark in page.text_content() for mark in MARK.values())
        wrong += [f"{address}: {said}" for said in in_wrong_language(page, edition_of(address))]
    assert marked > 50
    assert wrong == []


@pytest.mark.parametrize("edition", NUMBERS)
def test_the_other_edition_shows_the_text_with_a_notice_and_claims_no_translation(site, language, edition):
    pattern = language.patterns[f"only-{edition}"]
    for there in EDITIONS:
        page = html.parse(site / pattern_address(pattern, there) / "index.html").getroot()
        assert page.xpath("//head/link[@hreflang]") == []
        borrowed = there != edition
        assert (page.find(".//h1").get("lang") == edition) == borrowed
        assert bool(page.xpath("//article//p[@class='notice']")) == borrowed
        graph = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["@graph"]
        assert graph[1]["inLanguage"] == edition
        assert graph[1]["workTranslation"] == []
        assert [name["@language"] for name in graph[0]["name"]] == [edition]
        sitemap = (site / ROOTS[there] / "sitemap.xml").read_text("utf-8")
        assert (
            "hreflang" not in sitemap.partition(f"/{pattern_address(pattern, there)}</loc>")[2].partition("</url>")[0]
        )


def test_a_chapter_a_route_and_a_stagnation_in_one_language_claim_no_translation(site, language):
    vocabulary, routes = language.vocabulary, language.routes
    claimed = set()
    for path in site.rglob("*.html"):
        page = html.parse(path).getroot()
        if page.xpath("//h1[@lang]"):
            claimed |= set(page.xpath("//head/link[@hreflang]/@href"))
    assert len(vocabulary.chapters[0].texts) == len(routes.routes[0].texts) == len(vocabulary.stagnations[0].texts) == 1
    assert claimed == set()


@pytest.mark.parametrize("edition", NUMBERS)
def test_every_download_of_the_pattern_opens_and_knows_its_language(site, edition):
    number, there = NUMBERS[edition], others(edition)[0]

    def read(ending):
        return (site / download(number, there, ending)).read_bytes()

    assert MARK[edition] in "".join(page.extract_text() for page in PdfReader(BytesIO(read("pdf"))).pages)
    spoken = languages_of(Document(BytesIO(read("docx"))), MARK[edition])
    assert spoken == {LOCALES[edition]}
    assert f"LA  - {edition}\r\n" in read("ris").decode()
    assert json.loads(read("json"))[0]["language"] == edition
    assert MARK[edition] in read("bib").decode()


def languages_of(document, mark):
    """The languages of the runs of a Word document that have a mark in them."""
    languages = set()
    for run in document.element.iter(f"{W}r"):
        if mark in "".join(text.text or "" for text in run.iter(f"{W}t")):
            languages |= {language.get(f"{W}val") for language in run.iter(f"{W}lang")} or {""}
    return languages


@pytest.mark.parametrize("edition", EDITIONS)
def test_books_and_cards_open_with_every_text_marked(site, edition):
    folder = site / ROOTS[edition] / "downloads"
    foreign = {MARK[one]: one for one in others(edition)}
    for path in folder.glob("*.epub"):
        with ZipFile(path) as book:
            pages = [etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")]
        assert [said for page in pages for said in in_wrong_language(page, edition)] == [], path.name
    for path in folder.glob("*.docx"):
        document = Document(path)
        for mark, one in foreign.items():
            assert languages_of(document, mark) <= {LOCALES[one]}, path.name
        assert languages_of(document, MARK[edition]) <= {"", LOCALES[edition]}
    for path in folder.glob("*.pdf"):
        assert len(PdfReader(path).pages) > 0


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_copied_or_bundled_is_marked(site, edition):
    for number in (*NUMBERS.values(), RETIRED):
        piece = json.loads((site / part(number, edition)).read_text("utf-8"))
        assert list(in_wrong_language(html.fragment_fromstring(piece["html"], "div"), edition)) == []
        assert piece["language"] == ("en" if number == NUMBERS["en"] else "nl")


def test_the_data_holds_each_language_that_is_there_and_no_other(site):
    def read(name):
        return json.loads((site / data(name)).read_text("utf-8"))

    for edition, number in NUMBERS.items():
        pattern = read(f"patterns/{number}")
        assert {code for code in EDITIONS if code in pattern} == {edition}
        assert set(pattern["relations"][0]["why"]) == set(pattern["sources"][0]["where"]) == {edition}
    assert {code for code in EDITIONS if code in read("language")["chapters"][0]} == {"nl"}
    assert {code for code in EDITIONS if code in read("routes")["routes"][0]} == {"en"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_entry_of_the_feed_is_in_the_language_of_its_text(site, edition):
    entries = etree.parse(site / feed(edition)).getroot().iter("{http://www.w3.org/2005/Atom}entry")
    spoken = {}
    for entry in entries:
        path = urlsplit(entry.findtext("{http://www.w3.org/2005/Atom}id") or "").path
        spoken[path.removeprefix(f"/{ROOTS[edition]}")] = entry.get(XML_LANG)
    assert {one: spoken[f"p/{number}/"] for one, number in NUMBERS.items()} == {one: one for one in NUMBERS}


@pytest.mark.parametrize("edition", EDITIONS)
def test_search_finds_every_pattern_in_both_editions(site, edition):
    index = json.loads((site / ROOTS[edition] / "assets/search/index.json").read_text("utf-8"))
    languages = {one["id"]: one.get("lang", edition) for one in rows(index["entries"])}
    for language, number in NUMBERS.items():
        assert languages[number] == language


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_copied_from_a_page_is_marked(site, language, edition):
    for one in NUMBERS:
        page = html.parse(site / pattern_address(language.patterns[f"only-{one}"], edition) / "index.html").getroot()
        pieces = json.loads(page.xpath("string(//script[@id='report-data'])"))["pieces"]
        copied = [(edition, pieces[name]) for name in ("summary", "pattern")]
        copied += [(edition, pieces["link"][kind]) for kind in pieces["link"]]
        for footnotes in pieces["footnote"].values():
            copied += [(there, piece) for there, styles in footnotes.items() for piece in styles.values()]
        assert any(MARK[one] in piece["html"] for _there, piece in copied)
        for there, piece in copied:
            fragment = html.fragment_fromstring(piece["html"], "div")
            assert list(in_wrong_language(fragment, there)) == []
