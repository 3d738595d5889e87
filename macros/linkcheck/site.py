"""The built site as a folder: its pages and files by address, and what an address in a page leads to."""

import errno
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from macros.language.addresses import is_export
from macros.linkcheck.page import Link, Page, read_page
from macros.processes.second_process import in_second_process
from macros.publishing.site_addresses import INDEX, address_of, site_files

_HERE: Final = "https://site.invalid/"
"""Stands for the site while an address is worked out; the name cannot exist (RFC 2606)."""
_PLAIN: Final = re.compile(
    r"(?P<up>(?:\.\./)*)(?P<path>(?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*)?)(?:\?[\w.=&-]*)?(?:#(?P<fragment>[\w.-]*))?",
    re.ASCII,
)
"""A way to another page of the same site with nothing encoded in it: nearly every link, and quickly worked out."""
_ABSOLUTE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

Told = Callable[[int, int], None]
"""Is told how many files were read, and of how many."""


class Target(NamedTuple):
    """What an address in a page leads to.

    Attributes:
        address: from the root of the site; None when it leads to another host or to none (`mailto:`).
        fragment: the part of the page, decoded; empty for the page as a whole.
    """

    address: str | None
    fragment: str = ""


@dataclass(slots=True)
class Site:
    """A built site.

    Attributes:
        folder: where it lies.
        url: the address it is made for, with a closing slash.
        files: the path of every file from the folder, by address (a page's address ends in a slash, or is empty).
        pages: the pages among them, by address.
        without_exports: whether it was built without the exports, whose addresses are taken to answer all the same.
    """

    folder: Path
    url: str = ""
    files: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    without_exports: bool = False
    _folders: dict[str, list[str]] = field(default_factory=dict)
    _targets: dict[str, list[Target | None]] = field(default_factory=dict)

    def resolve(self, url: str, base: str = "") -> Target:
        """Return what an address leads to.

        Args:
            url: as it stands in a page or a file.
            base: the address of that page, from the root of the site.

        Raises:
            ValueError: when it is no address at all.
        """
        rest = url
        if len(self.url) > 1 and url.startswith(self.url):  # whole segments: the address of the site ends in a slash
            rest, base = url[len(self.url) :], ""
        if (way := _plain_way(rest)) and way[0] <= base.count("/"):
            up, path, fragment = way
            folder = base.split("/")[: base.count("/") - up]
            return Target("/".join([*folder, path]) if up or path else base, fragment)
        root = urlsplit(urljoin(_HERE, self.url))
        full = urlsplit(urljoin(urljoin(_HERE, self.url) + base, url))
        inside = (full.scheme, full.hostname, full.port) == (root.scheme, root.hostname, root.port)
        if inside and (full.path + "/").startswith(root.path):
            return Target(unquote(full.path[len(root.path) :]), unquote(full.fragment))
        # What a page says of another place on its own host is a matter of that place only when it names the host.
        return Target(None if _ABSOLUTE.match(url) else f"..{full.path}")

    def links(self, page: Page) -> Iterator[tuple[Link, Target | None]]:
        """Yield each link of a page with what it leads to, worked out once; None for what is no address at all."""
        if page.address not in self._targets:
            self._targets[page.address] = [self.target(link.url, page.address) for link in page.links]
        return zip(page.links, self._targets[page.address], strict=True)

    def target(self, url: str, base: str) -> Target | None:
        """Return what a link leads to, or None when it is no address at all."""
        try:
            return self.resolve(url, base)
        except ValueError:
            return None

    def leads_to(self, url: str, base: str) -> str | None:
        """Return the address that a link leads to, or None when that is another host or no address at all."""
        target = self.target(url, base)
        return target.address if target else None

    def has(self, address: str) -> bool:
        """Whether a file answers this address just as it is written."""
        return address in self.files or (self.without_exports and is_export(address))

    def nearby(self, address: str) -> str | None:
        """Return the address a host would redirect this one to: the folder for its index, the slash at the end."""
        if address.endswith(INDEX) and address.removesuffix(INDEX) in self.files:
            return address.removesuffix(INDEX)
        return address + "/" if address + "/" in self.files else None

    def beside(self, address: str) -> list[str]:
        """Return the addresses in the same folder as this one, which need not exist itself."""
        if not self._folders:
            for one in self.files:
                self._folders.setdefault(_folder(one), []).append(one)
        return self._folders.get(_folder(address), [])

    def forwards_to(self, address: str) -> str | None:
        """Return the address that a forwarding page leads to, or None for what stays or leads to none."""
        page = self.pages.get(address)
        return self.leads_to(page.refresh, address) if page and page.refresh else None

    def follow(self, address: str) -> list[str]:
        """Return the addresses on the way from one to the page that stays.

        The last one is where it ends: a page, a file, an address that nothing answers, or one that stands in the list
        already, when it goes round in a circle.
        """
        way = [address]
        while (further := self.forwards_to(way[-1])) is not None:
            way.append(further)
            if further in way[:-1]:
                break
        return way

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield path and text of the files that are no pages but may hold addresses: feeds, data, styles."""
        for path in self.files.values():
            if path.endswith((".xml", ".json", ".css", ".webmanifest", ".txt", ".bib", ".ris")):
                yield path, (self.folder / path).read_text("utf-8", "replace")


def read_site(
    folder: Path,
    url: str = "",
    *,
    without_exports: bool = False,
    tell: Told = lambda _files, _all: None,
    beside: bool = False,
) -> Site:
    """Read a built site.

    Args:
        folder: the folder with the site's `index.html`.
        url: the address it is made for, with a closing slash; by default the one that its home page names.
        without_exports: as in `Site`.
        tell: is told how many files were read, and of how many; a second process is taken to be as far as this one.
        beside: whether a second process reads every other page, where the system can copy this one.

    Raises:
        FileNotFoundError: when there is no built site.
    """
    if not url and not (folder / INDEX).is_file():
        raise FileNotFoundError(errno.ENOENT, "there is no built site here; run: make site", str(folder))
    site = Site(folder, url, {address_of(path): path for path in site_files(folder)}, without_exports=without_exports)
    paths = [path for path in site.files.values() if path.endswith(".html")]
    other_half = in_second_process(lambda: [_read(folder, path) for path in paths[1::2]], beside=beside)
    half = []
    for count, path in enumerate(paths[::2]):
        tell(2 * count, len(paths))
        half.append(_read(folder, path))
    read = {page.path: page for page in (*half, *other_half())}
    site.pages = {read[path].address: read[path] for path in paths}
    if not url:
        canonical = site.pages[""].canonical
        site.url = canonical if canonical.endswith("/") else canonical + "/"
    return site


def _read(folder: Path, path: str) -> Page:
    return read_page((folder / path).read_bytes(), address_of(path), path)


@cache
def _plain_way(url: str) -> tuple[int, str, str] | None:
    """Return how far a plain way goes up, and the path and the fragment that follow; most stand on every page."""
    plain = _PLAIN.fullmatch(url)
    return (plain["up"].count("/"), plain["path"], plain["fragment"] or "") if plain else None


def _folder(address: str) -> str:
    return address.rstrip("/").rpartition("/")[0]
