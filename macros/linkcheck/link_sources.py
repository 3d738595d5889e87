"""Which line of the repository made each element of the built pages that can hold an address, and who wrote each file.

A build notes it while it makes the pages and writes it beside the site, never in it.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Final

from macros.findings.finding import Place
from macros.linkcheck.page import ADDRESSES, Link

ELEMENT: Final = re.compile(
    "<({})(?=[\\s>])".format("|".join(sorted({"loc", "meta", *(one for names in ADDRESSES.values() for one in names)})))
)
"""The beginning of an element that can hold an address, of a page or of a sitemap."""
_MARK: Final = "\ue0f0"
"""The attribute that names a place until the page is written. No text may hold this character, so none can be one."""
_MARKED: Final = re.compile(f"({ELEMENT.pattern})(?: {_MARK}=([^\\s>]+))?")
_LEFT: Final = re.compile(f" {_MARK}=[^\\s>&]+")
_HOLDERS: Final = {"file": ("loc", "script")}
"""The elements that hold an address whose element is not known: in a sitemap, and in the data of a page."""


def marked(source: str, path: str) -> str:
    """Return a template in which every element that can hold an address names its own line and column."""

    def with_place(match: re.Match[str]) -> str:
        line = source.count("\n", 0, match.start()) + 1
        column = match.start() - source.rfind("\n", 0, match.start())
        return f"{match.group()} {_MARK}={Place(path, line, column)}"

    return ELEMENT.sub(with_place, source)


@dataclass(slots=True)
class LinkSources:
    """Where the elements of built pages and the other built files come from.

    Attributes:
        places: every place that made an element; the first stands for those that are not known.
        elements: by the path of a built page, the number in `places` of each element in it that can hold an address.
        writers: by the path of a file that is no page, the module that wrote it.
    """

    places: list[str] = field(default_factory=lambda: [""])
    elements: dict[str, list[int]] = field(default_factory=dict)
    writers: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def take_out(self, html: str, path: str) -> str:
        """Return a page as it is to be written, and keep the places that its elements name.

        Args:
            html: as made from marked templates.
            path: the file that it becomes, from the root of the site.
        """
        numbers = self.elements[path] = []

        def plain(match: re.Match[str]) -> str:
            numbers.append(self._number(match.group(3) or ""))
            return match.group(1)

        # What a template has escaped begins no element any more.
        return _LEFT.sub("", _MARKED.sub(plain, html))

    def _number(self, place: str) -> int:
        if not self._numbers:
            self._numbers = {one: number for number, one in enumerate(self.places)}
        if place not in self._numbers:
            self._numbers[place] = len(self.places)
            self.places.append(place)
        return self._numbers[place]

    def place(self, html: str, path: str, link: Link) -> Place | None:
        """Return the place that made an element, or None when that is not known.

        Args:
            html: the page as it was written.
            path: its file, from the root of the site.
            link: the address in the element.
        """
        starts = list(ELEMENT.finditer(html))
        numbers = self.elements.get(path, [])
        if not starts or len(starts) != len(numbers):
            return None
        whole = re.compile(rf"(?<![^\s\"'=>,]){re.escape(link.url)}(?![^\s\"'<>,])")
        names = _HOLDERS.get(link.element, (link.element,))
        ends = [match.start() for match in starts[1:]] + [len(html)]
        for match, end, number in zip(starts, ends, numbers, strict=True):
            if number and match.group(1) in names and whole.search(unescape(html[match.start() : end])):
                path, line, column = self.places[number].rsplit(":", 2)
                return Place(path, int(line), int(column))
        return None

    def add(self, other: "LinkSources", root: str) -> None:
        """Take in what the build of an edition noted whose root lies here in the site."""
        for path, numbers in other.elements.items():
            self.elements[root + path] = [self._number(other.places[number]) for number in numbers]
        self.writers |= {root + path: module for path, module in other.writers.items()}


def beside(site: Path) -> Path:
    """Return the file beside a built site that holds the sources of its links."""
    return site.parent / f".{site.name}.links.json"


def write_sources(sources: LinkSources, path: Path) -> None:
    """Write the sources to a file.

    Raises:
        OSError: when they cannot be written; no file of an earlier build is left there that would name other lines.
    """
    kept: Mapping[str, object] = {
        "places": sources.places,
        "elements": sources.elements,
        "writers": sources.writers,
    }
    with suppress(OSError):  # also one that may not be written to
        path.unlink()
    path.write_text(json.dumps(kept, separators=(",", ":"), sort_keys=True), encoding="utf-8")


def read_sources(path: Path) -> LinkSources:
    """Return the sources that a build has written; none when there is no such file, or another kind of file."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return LinkSources(kept["places"], kept["elements"], kept["writers"])
    except (OSError, ValueError, KeyError, TypeError):
        return LinkSources()
