"""The whole site as an archive, to unpack in a folder and to read without a connection.

What works from a folder is in it: pages, styles, pictures, and the scripts that need no other file. A link to anything
else leads to the site itself.
"""

import re
from collections.abc import Mapping
from functools import cache
from math import ceil
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from macros.exports.archive import archive
from macros.exports.imprint import Imprint, midnight
from macros.language.addresses import OFFLINE_COPY, relative
from macros.publishing.site_addresses import address_of, site_files
from macros.text.slugs import slugify

_SCRIPTS: Final = ("scheme.js", "folds.js", "folder.js", "forward.js")
"""The scripts that a browser runs from a folder: it loads no modules there."""
_NOT_TAKEN: Final = "404.html"
_LINK: Final = re.compile(r'(?<=\s)(href|src)="([^"]*)"')
_FORWARD: Final = re.compile(r'(content="0; url=)([^"]*)(?=")')
_MODULE: Final = re.compile(r'<script\b[^>]*\btype="module"[^>]*></script>\n?')
_ABSOLUTE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|#")
SIZE_MARK: Final = f'<span data-size="{OFFLINE_COPY}"></span>'
"""Where a page says how large the archive is."""


def offline_copy(site: Path, imprint: Imprint) -> bytes:
    """Return the archive of a built site.

    Args:
        site: the folder with the files of all editions.
        imprint: the main edition.
    """
    files = _files(site)
    folder = slugify(imprint.name)
    parts: dict[str, bytes] = {}
    for name, path in files.items():
        content = path.read_bytes()
        if name.endswith(".html"):
            content = _page(content.decode(), name, files, imprint.root).encode()
        parts[f"{folder}/{name}"] = content
    return archive(parts, midnight(imprint.revised()))


def write_offline_copy(site: Path, imprint: Imprint) -> None:
    """Write the archive into a built site, and its size on each page that offers it."""
    copy = offline_copy(site, imprint)
    path = site / OFFLINE_COPY
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(copy)
    size = f" (ZIP, {ceil(len(copy) / 1_000_000)} MB)"
    for page in site.rglob("index.html"):
        text = page.read_text("utf-8")
        if SIZE_MARK in text:
            page.write_text(text.replace(SIZE_MARK, size), "utf-8")


def _files(site: Path) -> dict[str, Path]:
    """Return what the archive holds, by its name in the site, in order."""
    return {name: site / name for name in site_files(site) if _taken(name)}


def _taken(name: str) -> bool:
    last = name.rpartition("/")[2]
    page = last.endswith(".html") and last != _NOT_TAKEN
    return page or last.endswith(".css") or last in _SCRIPTS or last == "favicon.svg"


def _page(text: str, name: str, files: Mapping[str, Path], root: str) -> str:
    """Return a page as it is in the archive: each link leads to a file in it, or else to the site."""
    address = address_of(name)

    @cache
    def led(url: str) -> str:
        if _ABSOLUTE.match(url):  # what a page says of where it is on the site, too
            return url
        whole = urljoin(root + address, url)
        path = re.split("[?#]", whole.removeprefix(root))[0]
        if path in files:
            return url
        page = f"{path}index.html"
        return relative(address, page + whole.removeprefix(root + path)) if page in files else whole

    text = _MODULE.sub("", text)
    text = _LINK.sub(lambda found: f'{found[1]}="{led(found[2])}"', text)
    return _FORWARD.sub(lambda found: found[1] + led(found[2]), text)
