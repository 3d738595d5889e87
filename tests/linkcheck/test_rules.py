"""The rules on small sites made by hand: what each finds, and what it leaves alone."""

import pytest

from macros.findings.finding import Severity
from macros.findings.messages import words_of
from macros.findings.report import sentence
from macros.language.language import Language
from macros.linkcheck.check import check_site
from macros.linkcheck.site import read_site

URL = "https://patterns.example/"


def page(body, address="", lang="nl", head=""):
    canonical = f'<link rel="canonical" href="{URL}{address}">'
    return f'<!doctype html><html lang="{lang}"><head>{canonical}{head}</head><body>{body}</body></html>'


def refresh(url, address):
    return page(
        "", address, head=f'<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={url}">'
    )


@pytest.fixture
def found(tmp_path):
    """Makes a site of two home pages and what is given, and returns what the check finds."""

    def check(**files):
        standing = {"index": page('<a href="en/" hreflang="en">English</a>'), "en_index": page("", "en/", "en")}
        for name, text in (standing | files).items():
            stem, _, ending = name.partition("__")
            path = tmp_path / "site" / f"{stem.replace('_', '/')}.{ending or 'html'}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        findings = check_site(read_site(tmp_path / "site"), Language(), tmp_path)
        return [finding for finding in findings if finding.severity is not Severity.NOTICE]

    return check


def instead(finding):
    """What a finding says to write: the nearest address, or else the words of its message."""
    return "".join(finding.advice.nearest) or words_of(finding, "en").right


LINKED = '<h2 id="deel">Deel</h2><a href="a/">a</a>'


@pytest.mark.parametrize(
    ("link", "rule", "better"),
    [
        ('<a href="ab/">b</a>', "broken-link", "/a/"),
        ('<a href="/ab/">b</a>', "broken-link", "/a/"),
        (f'<a href="{URL}ab/">b</a>', "broken-link", "/a/"),
        ('<a href="a">a</a>', "redirected", "link to /a/"),
        ('<a href="a/index.html">a</a>', "redirected", "link to /a/"),
        ('<a href="a/#dele">a</a>', "broken-anchor", "#deel"),
        ('<a href="#nergens">hier</a>', "broken-anchor", ""),
        ('<a href="http://example.org/">x</a>', "not-https", ""),
        ('<a href="javascript:alert(1)">x</a>', "not-an-address", "write an address that begins with https://"),
        ('<a href="https://[x">x</a>', "not-an-address", ""),
        ('<a href="en/">x</a>', "other-edition", "link to a page of the edition nl"),
        ('<a href="a/" hreflang="en">x</a>', "other-edition", "link to a page of the edition en"),
        ('<img src="a.png">', "broken-link", ""),
        ('<img srcset="a.png 1x, b.png 2x">', "broken-link", ""),
        ('<img src="https://example.org/a.png">', "other-host", "put it on the site itself"),
        ('<script src="//example.org/a.js"></script>', "other-host", "put it on the site itself"),
        ('<iframe src="https://example.org/"></iframe>', "other-host", "put it on the site itself"),
        ('<form action="ab/"></form>', "broken-link", "/a/"),
        ('<i id="x"></i><i id="x"></i>', "id-twice", "choose another heading, or an id of its own"),
    ],
)
def test_a_link_that_is_wrong(found, link, rule, better):
    [finding] = found(index=page(LINKED + link), a_index=page('<h2 id="deel">Deel</h2>', "a/"))
    assert (finding.rule, instead(finding)) == (rule, better)
    assert finding.place.path == "site/index.html"


@pytest.mark.parametrize("large", ["<div>" * 300, f"<p>{'x' * 11_000_000}</p>"], ids=["deep", "long"])
def test_a_link_that_is_wrong_on_a_large_page(found, large):
    [finding] = found(index=page(f'{LINKED}{large}<a href="ab/">b</a>'), a_index=page("", "a/"))
    assert finding.rule == "broken-link"


def test_a_forward_to_what_is_no_address(found):
    [finding] = found(oud_index=refresh("https://[x", "oud/"))
    assert (finding.rule, finding.written) == ("not-an-address", "https://[x")


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#deel">x</a>',
        '<a href="#">x</a>',
        '<a href="./?q=1#deel">x</a>',
        '<a href="a/#d%65el">x</a>',
        '<a href="a/#:~:text=Deel">x</a>',
        '<a href="en/" hreflang="en">x</a>',
        '<a href="https://example.org/">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<img src="data:image/png;base64,AA==">',
        '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">',
    ],
)
def test_a_link_that_is_right(found, link):
    assert found(index=page(LINKED + link), a_index=page('<h2 id="deel">Deel</h2>', "a/")) == []


def test_a_page_that_nothing_leads_to(found):
    [finding] = found(a_index=page('<a href="../">thuis</a>', "a/"))
    assert (finding.rule, finding.place.path) == ("unlinked-page", "site/a/index.html")


def test_a_page_that_only_the_other_edition_leads_to(found):
    [finding] = found(en_index=page('<a href="../a/" hreflang="nl">a</a>', "en/", "en"), a_index=page("", "a/"))
    assert finding.rule == "unlinked-page"


def test_a_farewell_needs_no_link(found):
    assert found(a_index=page("", "a/", head='<meta name="robots" content="noindex">')) == []


def test_a_permalink_is_no_detour_and_any_other_forward_is(found):
    index = page('<a href="p/1/">1</a><a href="oud/">oud</a><a href="a/">a</a>')
    forwards = {"p_1_index": refresh("../../a/", "a/"), "oud_index": refresh("../a/", "a/")}
    [finding] = found(index=index, a_index=page("", "a/"), **forwards)
    assert (finding.rule, finding.severity, instead(finding)) == ("redirected", Severity.WARNING, "link to /a/")


def test_a_fragment_is_looked_for_where_a_forward_ends(found):
    index = page('<a href="p/1/#deel">1</a><a href="p/1/#nergens">1</a><a href="a/">a</a>')
    a = page('<h2 id="deel">Deel</h2>', "a/")
    [finding] = found(index=index, a_index=a, p_1_index=refresh("../../a/", "a/"))
    assert (finding.rule, finding.written) == ("broken-anchor", "p/1/#nergens")


def test_forwards_that_do_not_arrive(found):
    rules = found(
        a_index=refresh("../b/", "b/"),
        b_index=refresh("../a/", "a/"),
        c_index=refresh("../nergens/", "c/"),
        d_index=refresh("../en/", "en/"),
    )
    assert {"redirect-loop", "broken-link", "other-edition"} <= {finding.rule for finding in rules}


def test_a_canonical_address_that_is_another_page(found):
    [finding] = found(index=page('<a href="a/">a</a>'), a_index=page("", ""))
    assert (finding.rule, instead(finding)) == ("wrong-canonical", f"name {URL}a/")


def test_hreflang_is_true_and_mutual(found):
    both = f'<link rel="alternate" hreflang="nl" href="{URL}"><link rel="alternate" hreflang="en" href="{URL}en/">'
    assert found(index=page("", head=both), en_index=page("", "en/", "en", both)) == []
    [one_way] = found(index=page("", head=both), en_index=page("", "en/", "en"))
    assert one_way.rule == "hreflang-one-way"
    swapped = both.replace('"nl"', '"xx"').replace('"en"', '"nl"').replace('"xx"', '"en"')
    assert {one.rule for one in found(index=page("", head=swapped), en_index=page("", "en/", "en", swapped))} == {
        "wrong-hreflang"
    }


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({"sitemap__xml": f"<loc>{URL}nergens/</loc>"}, "broken-link"),
        ({"sitemap__xml": f"<loc>{URL}oud/</loc>"}, "redirected"),
        ({"feed__xml": f'<link href="{URL}nergens/"/>'}, "broken-link"),
        ({"api_v1_a__json": f'{{"page": "{URL}nergens/"}}'}, "broken-link"),
        ({"a__css": "a { background: url('b.png') }"}, "broken-link"),
        ({"a__css": "@import 'https://example.org/b.css'"}, "other-host"),
        ({"index": page(f'<script type="application/ld+json">{{"@id": "{URL}nergens/"}}</script>')}, "broken-link"),
        ({"index": page("", head=f'<meta property="og:url" content="{URL}nergens/">')}, "broken-link"),
    ],
)
def test_files_and_data_that_name_what_is_not_there(found, files, rule):
    findings = found(oud_index=refresh("../", ""), **files)
    assert [finding.rule for finding in findings] == [rule]


@pytest.mark.parametrize(
    "text",
    [f"{URL}p/{{number}}/", f"See {URL}.", "/* url(none.png) */", "a { b: url(data:,x) }", f'["{URL}en/"]'],
)
def test_files_that_are_right(found, text):
    assert found(a__css=text) == []


def test_what_is_wrong_alike_in_one_folder_is_told_once(found):
    files = {f"data_{name}__json": f'"{URL}nergens/"' for name in "abc"}
    [finding] = found(**files)
    assert len(finding.pages) == 3
    assert "and 2 more)" in sentence(finding, "en")


def test_a_site_in_a_folder_of_a_host(tmp_path):
    url = "https://host.example/patterns/"
    html = page('<a href="/patterns/a/">a</a><a href="/elsewhere/">x</a>').replace(URL, url)
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    (tmp_path / "a" / "index.html").write_text(page("", "a/").replace(URL, url), encoding="utf-8")
    findings = check_site(read_site(tmp_path), Language(), tmp_path)
    assert [(one.rule, one.written) for one in findings if one.rule != "unrecorded"] == [("broken-link", "/elsewhere/")]


def test_a_second_process_reads_the_same(tmp_path):
    for name in ("", "a-b", "a", "b"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "index.html").write_text(page(f'<a href="../{name}/#x" id="{name}">x</a>'), encoding="utf-8")
    alone, beside = read_site(tmp_path), read_site(tmp_path, beside=True)
    assert list(alone.pages) == ["a/", "a-b/", "b/", ""]
    assert list(beside.pages.items()) == list(alone.pages.items())
