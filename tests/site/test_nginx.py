"""A real nginx with deploy/nginx.conf gives the site as a reader, a browser and a program need it."""

import re
from pathlib import Path

import pytest
from lxml import html

from macros.site.template_context import POLICY
from tests.tools import nginx

PAGE_POLICY = f"{POLICY}; frame-ancestors 'none'"
CARD_POLICY = f"{POLICY}; frame-ancestors *"
ANSWERS = {
    # path: type, whether it has the policy of a page, whether it is compressed, whether other sites may read it
    "/": ("text/html; charset=utf-8", True, True, False),
    "/en/": ("text/html; charset=utf-8", True, True, False),
    "/p/3/": ("text/html; charset=utf-8", True, True, False),
    "/en/p/3/": ("text/html; charset=utf-8", True, True, False),
    "/nothing/": ("text/html; charset=utf-8", True, True, False),
    "/assets/styles/pattern.css": ("text/css; charset=utf-8", False, True, False),
    "/assets/scripts/search.js": ("application/javascript; charset=utf-8", False, True, False),
    "/assets/search/index.json": ("application/json; charset=utf-8", False, True, False),
    "/assets/images/favicon.svg": ("image/svg+xml", False, False, False),
    "/api/v1/patterns.json": ("application/json; charset=utf-8", False, True, True),
    "/feed.xml": ("application/atom+xml; charset=utf-8", False, True, True),
    "/en/feed.xml": ("application/atom+xml; charset=utf-8", False, True, True),
    "/sitemap.xml": ("text/xml; charset=utf-8", False, True, False),
    ".bib": ("application/x-bibtex; charset=utf-8", False, True, False),
    ".ris": ("application/x-research-info-systems; charset=utf-8", False, True, False),
    ".pdf": ("application/pdf", False, False, False),
    ".epub": ("application/epub+zip", False, False, False),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", False, False, False),
    ".pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", False, False, False),
}
"""What is asked for, an address or the first file with that ending, and how it is answered."""


@pytest.fixture(scope="module")
def site(small_site):
    return small_site


@pytest.fixture(scope="module")
def configuration(root):
    return (root / "deploy/nginx.conf").read_text("utf-8")


@pytest.fixture(scope="module")
def server(nginx_program, site, configuration, tmp_path_factory):
    own = configuration.replace("/srv/patterns/current", str(site))
    with nginx.serving(nginx_program, tmp_path_factory.mktemp("server") / "nginx", own) as server:
        yield server


def address(site: Path, asked: str) -> str:
    """The address that was asked for, or of the first file with this ending; files under 512 bytes stay as they are."""
    if not asked.startswith("."):
        return asked
    return "/" + min(path.relative_to(site).as_posix() for path in site.rglob(f"*{asked}"))


@pytest.mark.parametrize("asked", ANSWERS)
def test_the_headers(server, site, asked):
    kind, is_page, compressed, open_to_all = ANSWERS[asked]
    status, headers, body = server.ask(address(site, asked), Accept_Encoding="gzip")
    assert status == (404 if asked == "/nothing/" else 200)
    assert body
    assert headers["content-type"] == kind
    assert headers.get("content-security-policy") == (PAGE_POLICY if is_page else None)
    assert headers.get("access-control-allow-origin") == ("*" if open_to_all else None)
    assert headers["cache-control"] == "no-cache"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["server"] == "nginx"
    if compressed:
        assert (headers["content-encoding"], headers["vary"]) == ("gzip", "Accept-Encoding")
    else:
        assert int(headers["content-length"]) == len(body)


@pytest.mark.parametrize("path", ["/p/3/card/", "/en/p/3/card/", "/p/3/card/index.html"])
def test_other_sites_may_frame_the_card_of_a_pattern(server, path):
    assert server.ask(path)[1]["content-security-policy"] == CARD_POLICY


@pytest.mark.parametrize("path", ["/p/9999/card/", "/p/3/card/x", "/p/3/card", "/p/x/card/", "/card/", "/en/"])
def test_other_sites_may_frame_nothing_else(server, path):
    status, headers, _body = server.ask(path)
    assert headers.get("content-security-policy") == PAGE_POLICY or (
        status == 301 and headers["location"] == f"{path}/"
    )


def test_every_file_has_a_type_of_its_own(server, site):
    endings = {path.suffix: path for path in site.rglob("*") if path.is_file()}
    for path in endings.values():
        _status, headers, _body = server.ask(f"/{path.relative_to(site).as_posix()}", method="HEAD")
        assert headers["content-type"] != "application/octet-stream", path


def test_what_did_not_change_is_not_sent_again(server):
    _status, headers, _body = server.ask("/p/3/")
    assert server.ask("/p/3/", If_None_Match=headers["etag"])[0] == 304


@pytest.mark.parametrize(("path", "edition"), [("/nothing/", "nl"), ("/p/9999/", "nl"), ("/en/nothing/", "en")])
def test_a_missing_page_answers_in_its_own_edition(server, path, edition):
    status, _headers, body = server.ask(path)
    assert status == 404
    assert html.fromstring(body).get("lang") == edition


@pytest.mark.parametrize("path", ["/assets/", "/en/assets/", "/downloads/", "/api/v1/"])
def test_no_folder_is_listed(server, path):
    status, _headers, body = server.ask(path)
    assert status == 404
    assert b"Index of" not in body


@pytest.mark.parametrize("path", ["/../copy/mkdocs.yml", "/%2e%2e/mkdocs.yml", "/assets/..%2f..%2fmkdocs.yml"])
def test_nothing_beside_the_site_is_given(server, path):
    status, _headers, body = server.ask(path)
    assert status in (400, 404)
    assert b"site_name:" not in body


@pytest.mark.parametrize("path", ["/p/3", "/en/p/3", "/en"])
def test_an_address_without_its_closing_slash_leads_to_the_page(server, path):
    status, headers, _body = server.ask(path)
    assert (status, headers["location"]) == (301, f"{path}/")


def test_a_pdf_can_be_read_by_parts(server, site):
    path = address(site, ".pdf")
    whole = server.ask(path)[2]
    assert server.ask(path, method="HEAD")[1]["accept-ranges"] == "bytes"
    status, headers, part = server.ask(path, Range="bytes=100-299")
    assert (status, headers["content-range"]) == (206, f"bytes 100-299/{len(whole)}")
    assert part == whole[100:300]
    assert server.ask(path, Range="bytes=-50")[2] == whole[-50:]
    assert server.ask(path, Range=f"bytes={len(whole)}-")[0] == 416


def test_the_other_name_leads_to_the_one_name(server):
    status, headers, _body = server.ask("/p/3/?x=1", host="www.patterns.example")
    assert (status, headers["location"]) == (301, "http://patterns.example/p/3/?x=1")


def test_the_site_under_a_path(nginx_program, site, configuration, tmp_path):
    (tmp_path / "current").mkdir()
    (tmp_path / "current/samen").symlink_to(site)
    own = configuration.replace("/srv/patterns/current", str(tmp_path / "current"))
    own, count = re.subn(r"(?m)^( +)(default|~\^/en/)( +)/", r"\1\2\3/samen/", own)
    assert count == 2
    with nginx.serving(nginx_program, tmp_path / "nginx", own.replace("~^/en/", "~^/samen/en/")) as server:
        assert server.ask("/samen/p/3/")[0] == 200
        assert server.ask("/samen")[1]["location"] == "/samen/"
        for path, edition in (("/samen/nothing/", "nl"), ("/samen/en/nothing/", "en"), ("/elsewhere/", "nl")):
            status, headers, body = server.ask(path)
            assert (status, html.fromstring(body).get("lang")) == (404, edition)
            assert headers["content-security-policy"] == PAGE_POLICY
