"""A site works under any address: a small one is built for each, served at its path, and followed link by link."""

import functools
import http.client
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from tests.site.workplace import Workplace
from tests.tools.thorough import some_of

ROOTS = {
    "https://patterns.example/": "https://patterns.example/",
    "https://someone.github.io/samenwerkpatronen/": "https://someone.github.io/samenwerkpatronen/",
    "https://patterns.example/en/": "https://patterns.example/en/",
    "https://patterns.example/nl/": "https://patterns.example/nl/",
    "https://patterns.example/p/": "https://patterns.example/p/",
    "http://patterns.example/a/b/c/en/p/70/": "http://patterns.example/a/b/c/en/p/70/",
    "https://patterns.example:8443/open": "https://patterns.example:8443/open/",
    "HTTPS://Patterns.EXAMPLE/Samen": "https://patterns.example/Samen/",
    "https://bücher.example/één/": "https://xn--bcher-kva.example/%C3%A9%C3%A9n/",
}
"""What a publisher fills in, and the address that the site then says it has."""

LINKS = ("href", "src", "poster", "action", "data-index", "data-worker", "data-base")
NAMED = re.compile(r"""(?:from|import)\s*\(?\s*["']([^"']+)["']|url\(\s*["']?([^"')]+)["']?\s*\)""")
"""What a script or a style asks for."""


class AtItsPath(SimpleHTTPRequestHandler):
    """Serves the site at its path, and nothing beside it; a folder needs its closing slash."""

    def __init__(self, *arguments, path, **settings):
        self.mounted = path
        super().__init__(*arguments, **settings)

    def translate_path(self, path):
        asked = path.partition("?")[0]
        if not asked.startswith(self.mounted):
            return "/nothing/is/here"
        return super().translate_path("/" + asked.removeprefix(self.mounted))

    def log_message(self, *_said):
        pass


@dataclass
class Journey:
    """Everything that was reached from the home pages, with what was wrong on the way."""

    root: str
    connection: http.client.HTTPConnection
    pages: dict[str, Any] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    broken: list[tuple[str, str]] = field(default_factory=list)

    def go(self, *starts):
        ahead = [(start, "") for start in starts]
        seen = set(starts)
        while ahead:
            address, named_on = ahead.pop()
            status, kind, body = self.ask(address)
            if status != 200:
                self.broken.append((address, named_on))
                continue
            for url in self.read(address, kind, body):
                full = urljoin(address, url).partition("#")[0].partition("?")[0]
                if urlsplit(full)[:2] == urlsplit(self.root)[:2] and full not in seen:
                    seen.add(full)
                    ahead.append((full, address))

    def ask(self, address):
        self.connection.request("GET", urlsplit(address).path)
        answer = self.connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read()

    def read(self, address, kind, body):
        if kind.startswith("text/html"):
            page: Any = html.fromstring(body)
            self.pages[address] = page
            found = [value for name in LINKS for value in page.xpath(f"//@{name}")]
            refresh = [value.partition("url=")[2] for value in page.xpath("//meta[@http-equiv='refresh']/@content")]
            return [*found, *refresh]
        self.files[address] = body
        text = body.decode("utf-8", "replace")
        if address.endswith((".js", ".css")):
            return ["".join(match) for match in NAMED.findall(text) if "".join(match).startswith((".", "assets/"))]
        if address.endswith(("assets/search/index.json", "assets/search/pages.json")):
            return [urljoin(self.root, address) for address in json.loads(text)["entries"]["address"]]
        if address.endswith((".json", ".xml", ".bib", ".ris")):
            return [url.rstrip(".,;") for url in re.findall(re.escape(self.root) + r"[^\s\"'<>\\{}()\[\]`#?]*", text)]
        return []


@pytest.fixture(scope="module", params=some_of(ROOTS, 4, 1), ids=[root.partition("://")[2] for root in ROOTS])
def journey(request, root, tmp_path_factory):
    """The journey through a site that is built for one of the roots."""
    workplace = Workplace(root, tmp_path_factory.mktemp("root") / "copy", small=True)
    code, said = workplace.build(SITE_URL=request.param, EXPORTS="true")
    assert code == 0, said
    home = ROOTS[request.param]
    handler = functools.partial(AtItsPath, directory=str(workplace.site), path=urlsplit(home).path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        journey = Journey(home, http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30))
        journey.go(home, f"{home}sitemap.xml", f"{home}en/sitemap.xml", f"{home}404.html")
        yield journey
        journey.connection.close()
        server.shutdown()


def at(journey, page, path):
    """The addresses that an expression finds on a page."""
    return [urljoin(page, url) for url in journey.pages[page].xpath(path)]


def test_everything_that_is_named_answers(journey):
    assert journey.broken == []
    reached = {address.removeprefix(journey.root) for address in [*journey.pages, *journey.files]}
    assert {
        *(
            "",
            "en/",
            "p/1/",
            "en/p/1/",
            "patronen/eerst-eens-kijken/",
            "en/patterns/look-first-of-all/",
            "feed.xml",
            "en/feed.xml",
        ),
        *("p/1/1.pdf", "en/p/1/1.docx", "p/1/1.bib", "downloads/handbook.epub", "api/v1/patterns.json"),
    } - reached == set()
    assert not [address for address in reached if address.startswith(("http", "/"))]


def test_a_page_says_where_it_is_and_where_it_stands_in_the_other_language(journey):
    for address, page in journey.pages.items():
        forwards = page.xpath("//meta[@http-equiv='refresh']")
        missing = address.endswith("404.html")
        if not forwards and not missing:
            assert at(journey, address, "//link[@rel='canonical']/@href") == [address]
        for there in at(journey, address, "//link[@rel='alternate'][@hreflang]/@href"):
            assert there == address or address in at(journey, there, "//link[@rel='alternate'][@hreflang]/@href")
    alternates = at(journey, journey.root, "//link[@rel='alternate'][@hreflang]/@href")
    assert set(alternates) == {journey.root, f"{journey.root}en/"}


@pytest.mark.parametrize("permalink", ["p/1/", "en/p/1/"])
def test_a_permalink_leads_to_its_pattern_without_a_script(journey, permalink):
    [refresh] = journey.pages[journey.root + permalink].xpath("//noscript//meta[@http-equiv='refresh']/@content")
    end = urljoin(journey.root + permalink, refresh.partition("url=")[2])
    assert journey.pages[end].xpath("//h1")
    assert end.startswith(journey.root + permalink.partition("p/")[0])


def test_the_sitemap_names_every_page_that_stays(journey):
    named = re.findall(r"<loc>([^<]+)</loc>", (journey.files[f"{journey.root}sitemap.xml"]).decode())
    named += re.findall(r"<loc>([^<]+)</loc>", (journey.files[f"{journey.root}en/sitemap.xml"]).decode())
    stay = [one for one, page in journey.pages.items() if not page.xpath("//meta[@name='robots']") and "404" not in one]
    assert set(stay) - set(named) == set()


def test_a_missing_page_leads_on_from_any_address(journey):
    for address in journey.pages[f"{journey.root}404.html"].xpath("//a/@href"):
        # A way from where one is would depend on what was asked for.
        assert address.startswith((urlsplit(journey.root).path, "#", "https://")), address
