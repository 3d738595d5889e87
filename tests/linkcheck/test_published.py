"""Every address that was ever published answers over HTTP, in its own language, and means what it meant."""

import functools
import http.client
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from macros.findings.finding import Finding, Place
from macros.findings.messages import words_of
from macros.language.address_targets import edition_in, pattern_targets
from macros.linkcheck.page import read_page
from macros.linkcheck.promised import addresses_of, broken_promise, published_addresses_answer
from macros.linkcheck.site import Site
from macros.publishing.live_record import ADDRESS, live_record_from
from macros.record.git_history import lines_ever
from macros.record.published_urls import FIRST_LINE, PUBLISHED_URLS, Entry, published_urls_from


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_said):
        pass


@pytest.fixture(scope="module")
def connection(built_site):
    """A connection to a server of the built site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(built_site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
        yield connection
        connection.close()
        server.shutdown()


def way_over_http(connection, site, address):
    """The addresses on the way from one, as a browser without scripts goes, and whether the last one answers."""
    way = [address]
    while True:
        connection.request("GET", f"/{way[-1]}")
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            return way, False
        if "html" not in answer.headers["Content-Type"]:
            return way, True
        page = read_page(body, way[-1], way[-1])
        if not page.refresh:
            # A text that is missing in an edition is shown in the other language, at the edition's own address.
            return way, page.language == edition_in(way[-1])
        way.append(site.resolve(page.refresh, way[-1]).address)
        if way[-1] in way[:-1]:
            return way, False


def test_every_line_of_the_list_answers(connection, site, language, published_urls):
    entries = published_urls_from(published_urls).entries.values()
    assert len(entries) >= 1000
    answers = pattern_targets(language)
    wrong = []
    for entry in entries:
        way, answered = way_over_http(connection, site, entry.address)
        if not answered or broken_promise(entry, way, site.has, answers):
            wrong.append(entry)
    assert wrong == []


def test_every_line_that_any_earlier_ledger_had_answers(root, site, language):
    lines = lines_ever(root, "HEAD", PUBLISHED_URLS, FIRST_LINE)
    earlier = published_urls_from("\n".join(lines)).entries
    answers = pattern_targets(language)
    for entry in earlier.values():
        assert broken_promise(entry, site.follow(entry.address), site.has, answers) is None, entry


def test_pages_downloads_and_data_are_published_and_what_pages_consist_of_is_not(site, language):
    published = {str(entry) for entry in addresses_of(site, language)}
    for line in ("/", "/en/", "/p/70/ 70", "/en/p/70/ 70", "/en/patterns/no-one-says-no/ 70", "/en/p/70/70.pdf 70"):
        assert line in published
    assert {"/api/v1/patterns.json", "/feed.xml", "/hoofdstukken/tussen-mensen/"} <= published
    assert not [line for line in published if "assets/" in line or "404" in line]


@pytest.mark.parametrize(
    ("entry", "files", "forwards", "told"),
    [
        (Entry("p/70/", 70), [], {}, "leads to /p/70/, and nothing is there"),
        (Entry("a/"), [], {"a/": "b/"}, "leads to /b/, and nothing is there"),
        (Entry("a/"), ["b/"], {"a/": "b/", "b/": "a/"}, "in a circle: /a/ -> /b/ -> /a/"),
        (Entry("a/"), ["en/b/"], {"a/": "en/b/"}, "the other edition: /en/b/"),
        (Entry("a/", 70), ["patronen/hak-de-knoop-door/"], {"a/": "patronen/hak-de-knoop-door/"}, "leads to"),
        (Entry("a/", 70), ["b/"], {"a/": "b/"}, "leads to /b/"),
        (Entry("a/", 70), ["patronen/niemand-zegt-nee/"], {"a/": "patronen/niemand-zegt-nee/"}, ""),
        (Entry("p/70/70.pdf", 70), ["p/70/70.pdf"], {}, ""),
    ],
)
def test_a_promise_is_broken(language, tmp_path, entry, files, forwards, told):
    site = Site(tmp_path, "https://patterns.example/", {one: one for one in [*files, *forwards]})
    for old, new in forwards.items():
        body = f'<meta http-equiv="refresh" content="0; url=/{new}">'.encode()
        site.pages[old] = read_page(body, old, old)
    found = broken_promise(entry, site.follow(entry.address), site.has, pattern_targets(language))
    assert bool(told) == bool(found)
    if found:
        message, holes = found
        assert told in words_of(Finding(Place(PUBLISHED_URLS), message, holes), "en").wrong


def test_the_finding_names_the_line(site, language, published_urls):
    language.published_urls = published_urls_from(published_urls + "/ooit/\n")
    [finding] = published_addresses_answer(site, language)
    language.published_urls = published_urls_from(published_urls)
    assert (finding.place.path, finding.written) == (PUBLISHED_URLS, "/ooit/")
    assert finding.place.line == len(published_urls.splitlines()) + 1


def test_the_site_carries_the_record_of_all_it_publishes(built_site, site, language):
    record = live_record_from((built_site / ADDRESS).read_bytes())
    assert {str(entry) for entry in addresses_of(site, language)} <= set(record.addresses)
    assert {str(entry) for entry in language.published_urls.entries.values()} <= set(record.addresses)
    shown = {(pattern.id, edition) for pattern in language.published() for edition in pattern.editions}
    assert {(text.number, text.edition) for text in record.texts} >= shown
    assert {text.date for text in record.texts} == {"2026-11-22"}
