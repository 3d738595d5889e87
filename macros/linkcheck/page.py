"""One built page as a browser would see it: its links, the ids they can lead to, its language and where it forwards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from lxml import etree

_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True)  # or else a page that is too large is read as empty
_REFRESH = re.compile(r"^\s*[0-9.]+\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+?)['\"]?\s*$", re.IGNORECASE)
ADDRESSES: Final = {
    "href": ("a", "link", "area", "image", "use"),
    "src": ("script", "img", "source", "video", "audio", "iframe", "embed", "track", "input"),
    "srcset": ("img", "source"),
    "imagesrcset": ("link",),
    "poster": ("video",),
    "data": ("object",),
    "action": ("form",),
    "formaction": ("button", "input"),
    "cite": ("blockquote", "q"),
}
"""Attribute -> elements on which it holds an address (HTML Living Standard, index of attributes)."""
_HOLDERS: Final = {
    element: tuple(name for name, elements in ADDRESSES.items() if element in elements)
    for elements in ADDRESSES.values()
    for element in elements
}
_IDS: Any = etree.XPath("//@id")
_DATA: Final = "application/ld+json"


class Link(NamedTuple):
    """One address on a page.

    Attributes:
        url: as it stands in the HTML.
        element, attribute: where it stands; `meta` and `content` for a page's data on itself.
        line: in the HTML, counted from 1.
        rel: the `rel` of the element, in small letters.
        hreflang: the `hreflang` of the element.
        style: the `class` of the element, or the `property` of a `meta`; for an address in another file, the word
            before it.
    """

    url: str
    element: str
    attribute: str
    line: int
    rel: str = ""
    hreflang: str = ""
    style: str = ""

    @property
    def followed(self) -> bool:
        """Whether it is a link for readers, and not something the page consists of or says about itself."""
        return self.element in ("a", "area")


@dataclass(slots=True)
class Page:
    """One built page.

    Attributes:
        address: from the root of the site; empty for the home page.
        path: its file in the built site.
        language: the `lang` of its root element.
        links: its addresses, in the order of the page.
        ids: what a fragment can lead to.
        twice: the ids that stand more than once.
        refresh: the address it forwards to, as it stands; empty for a page that stays.
        canonical: the address it says it has; empty when it says none.
        unlisted: whether it asks search engines to leave it out, as forwarding and retired pages do.
        data: the JSON-LD on it, as text.
    """

    address: str
    path: str
    language: str = ""
    links: list[Link] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    refresh: str = ""
    canonical: str = ""
    unlisted: bool = False
    data: str = ""


def read_page(html: bytes, address: str, path: str) -> Page:
    """Read a built page.

    Args:
        html: its bytes, in UTF-8.
        address: from the root of the site.
        path: its file in the built site, for messages.
    """
    page = Page(address, path)
    tree = etree.fromstring(html, _PARSER) if html.strip() else None
    if tree is None:
        return page
    page.language = tree.get("lang", "")
    # One walk through the elements that matter: an expression of XPath for each matter took as long as all the rest.
    elements: list[Any] = list(tree.iter(*_HOLDERS, "meta"))
    page.links = [link for element in elements for link in _links(element)]
    for element in elements:
        if element.tag == "meta":
            _note_meta(page, element)
    names = [element.get("name") for element in elements if element.tag == "a" and "name" in element.attrib]
    for name in map(str, (*_IDS(tree), *names)):
        if name in page.ids:
            page.twice.append(name)
        page.ids.add(name)
    scripts = (element for element in elements if element.tag == "script" and element.get("type") == _DATA)
    page.data = "\n".join(script.text or "" for script in scripts)
    page.canonical = next((link.url for link in page.links if link.rel == "canonical"), "")
    return page


def _links(element: Any) -> Iterator[Link]:
    for attribute in _HOLDERS.get(element.tag, ()):
        value = element.get(attribute)
        if value is None:
            continue
        urls = [part.split()[0] for part in value.split(",") if part.strip()] if "srcset" in attribute else [value]
        for url in urls:
            yield Link(
                url.strip(),
                element.tag,
                attribute,
                element.sourceline or 1,
                element.get("rel", "").lower(),
                element.get("hreflang", ""),
                element.get("class", ""),
            )


def _note_meta(page: Page, element: Any) -> None:
    """Note what a page says of itself: where it forwards to, whether it is listed, and the addresses that it gives."""
    content = element.get("content", "")
    if element.get("http-equiv", "").lower() == "refresh" and (match := _REFRESH.match(content)):
        page.refresh = match.group(1)
    page.unlisted |= element.get("name") == "robots" and "noindex" in content
    if content.startswith(("https://", "http://")):
        style = element.get("property", "")
        page.links.append(Link(content.strip(), "meta", "content", element.sourceline or 1, style=style))
