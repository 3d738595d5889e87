"""One built page as a browser would see it: its links, the ids they can lead to, its language and where it forwards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

_PARSER: Final = etree.HTMLParser(encoding="utf-8")
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
_FIND: Any = etree.XPath(" | ".join(f"//@{name}" for name in ADDRESSES))
_IDS: Any = etree.XPath("//@id | //a/@name")
_META: Any = etree.XPath("//meta[@content]")
_DATA: Any = etree.XPath("//script[@type='application/ld+json']/text()")


@dataclass(frozen=True, slots=True)
class Link:
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
    page.links = list(_links(tree))
    for found in _IDS(tree):
        if found in page.ids:
            page.twice.append(str(found))
        page.ids.add(str(found))
    for meta in _META(tree):
        if (meta.get("http-equiv") or "").lower() == "refresh" and (match := _REFRESH.match(meta.get("content", ""))):
            page.refresh = match.group(1)
        page.unlisted |= meta.get("name") == "robots" and "noindex" in meta.get("content", "")
    page.data = "\n".join(map(str, _DATA(tree)))
    page.canonical = next((link.url for link in page.links if link.rel == "canonical"), "")
    return page


def _links(tree: etree._Element) -> Iterator[Link]:
    for value in _FIND(tree):
        element, attribute = value.getparent(), value.attrname
        if element.tag not in ADDRESSES[attribute]:
            continue
        urls = [part.split()[0] for part in value.split(",") if part.strip()] if "srcset" in attribute else [value]
        for url in urls:
            yield Link(
                str(url).strip(),
                element.tag,
                attribute,
                element.sourceline or 1,
                element.get("rel", "").lower(),
                element.get("hreflang", ""),
                element.get("class", ""),
            )
    for meta in _META(tree):
        if meta.get("content").startswith(("https://", "http://")):
            about = meta.get("property", "")
            yield Link(meta.get("content").strip(), "meta", "content", meta.sourceline or 1, style=about)
