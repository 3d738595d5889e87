"""The whole site in an archive: unpacked in a folder, every link leads to a file in it or to the site itself."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from macros.exports.imprint import Imprint
from macros.exports.offline import SIZE_MARK, offline_copy, write_offline_copy

SITE = "https://patterns.example/"
PAGE = """<head><link rel="canonical" href="https://patterns.example/a/">
<script src="../assets/scripts/scheme.js"></script>
<script type="module" src="../assets/scripts/search.js"></script></head>
<a href="../b/">b</a> <a href="../">home</a> <a href="#c">c</a> <a href="../b/?q=1#d">d</a>
<a href="../p/1/1.pdf">pdf</a>
<a href="https://elsewhere.example/">e</a> <a href="mailto:x@y.example">m</a> <img src="../assets/images/favicon.svg">
<meta http-equiv="refresh" content="0; url=../b/">"""


@pytest.fixture
def site(tmp_path):
    """A site of a few files."""
    files = {
        "index.html": f"home {SIZE_MARK}",
        "404.html": "missing",
        "a/index.html": PAGE,
        "b/index.html": "b",
        "p/1/1.pdf": "pdf",
        "assets/scripts/scheme.js": "//",
        "assets/scripts/search.js": "//",
        "assets/images/favicon.svg": "<svg/>",
        "assets/styles/type.css": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def unpacked(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name.partition("/")[2]: package.read(name).decode() for name in package.namelist()}


def test_links_lead_to_a_file_in_it_or_to_the_site(site, language):
    files = unpacked(offline_copy(site, Imprint(language, "nl", SITE)))
    assert set(files) == {
        "index.html",
        "a/index.html",
        "b/index.html",
        "assets/scripts/scheme.js",
        "assets/images/favicon.svg",
        "assets/styles/type.css",
    }
    links = re.findall(r'(?:href|src)="([^" ]+)"', files["a/index.html"])
    assert links == [
        "https://patterns.example/a/",
        "../assets/scripts/scheme.js",
        "../b/index.html",
        "../index.html",
        "#c",
        "../b/index.html?q=1#d",
        "https://patterns.example/p/1/1.pdf",
        "https://elsewhere.example/",
        "mailto:x@y.example",
        "../assets/images/favicon.svg",
    ]
    assert 'content="0; url=../b/index.html"' in files["a/index.html"]


def test_a_page_says_how_large_it_is(site, language):
    imprint = Imprint(language, "nl", SITE)
    write_offline_copy(site, imprint)
    assert (site / "index.html").read_text("utf-8") == "home  (ZIP, 1 MB)"
    first = (site / "downloads/site.zip").read_bytes()
    (site / "downloads/site.zip").unlink()
    (site / "index.html").write_text(f"home {SIZE_MARK}", "utf-8")
    assert offline_copy(site, imprint) == first


def test_all_of_the_site_is_in_the_archive_and_no_link_is_dead(built_site):
    files = unpacked((built_site / "downloads/site.zip").read_bytes())
    pages = {path.relative_to(built_site).as_posix() for path in built_site.rglob("index.html")}
    assert pages == {name for name in files if name.endswith(".html")}
    dead = set()
    for name in pages:
        for link in re.findall(r'\s(?:href|src)="([^"#?]+)[^"]*"', files[name]):
            there = normpath(join(dirname(name), unquote(link)))
            if ":" not in link and there not in files:
                dead.add((name, link))
        assert 'type="module"' not in files[name]
    assert dead == set()
    assert {PurePosixPath(name).suffix for name in files} == {".html", ".css", ".js", ".svg"}


@pytest.mark.parametrize("page", ["meenemen", "en/take-along"])
def test_its_size_stands_beside_the_link(built_site, page):
    text = (built_site / page / "index.html").read_text("utf-8")
    size = -(-(built_site / "downloads/site.zip").stat().st_size // 1_000_000)
    assert f"</a> (ZIP, {size} MB)" in text
    assert size < 10
