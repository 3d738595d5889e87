"""What Zotero makes of the head of a page: the rules of its translator *Embedded Metadata*, as a table.

Written down from that translator and the one for RDF that it hands its findings to, as they stood in April 2026. Only
what our pages hold, or once held, is here. `python -m tests.tools.zotero FILE…` shows what it makes of a page.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

VOCABULARIES = {"dc", "dcterms", "og", "prism", "bibo", "eprints", "article", "book"}
"""The beginnings of names that are read as RDF; any other name counts only if it is Highwire's."""

KINDS = {
    # First what is sure, in the order in which one goes before another: by Open Graph, by Dublin Core.
    ("og:type", "website"): "webpage",
    ("og:type", "book"): "book",
    ("dc:type", "webpage"): "webpage",
    ("dc:type", "book"): "book",
    ("dc:type", "report"): "report",
    ("dc:type", "journalarticle"): "journalArticle",
    # Then what is guessed: an element of Highwire, whatever it holds, and the broad words.
    ("citation_title", ""): "journalArticle",
    ("og:type", "article"): "journalArticle",
    ("dc:type", "text"): "journalArticle",
}
SURE_BY_HIGHWIRE = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
"""What goes before all of those."""

FIELDS = {
    "title": ["citation_title", "dc:title", "dcterms:title", "og:title"],
    "publicationTitle": ["citation_journal_title", "prism:publicationName", "dc:source", "dcterms:source"],
    "websiteType": ["dc:type", "dcterms:type"],
    "date": ["citation_publication_date", "citation_date", "article:published_time", "dc:date", "dcterms:date"],
    "url": ["citation_public_url", "og:url"],
    "language": ["citation_language", "dc:language"],
    "rights": ["dc:rights", "dcterms:rights"],
    "abstractNote": ["citation_abstract", "og:description", "dcterms:abstract"],
}
"""A field -> what fills it, the first that is there."""
CREATORS = ["citation_author", "dc:creator", "dcterms:creator", "dc:contributor"]
NAMED_BY_ITS_SITE = {"webpage", "blogPost"}
"""Kinds that take `og:site_name` for where they stand, when nothing else says it."""


@dataclass(frozen=True)
class Item:
    """What Zotero keeps.

    Attributes:
        creators: of each the last name, or all of it, and the first name.
    """

    kind: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[tuple[str, str]] = field(default_factory=list)


def read(page: str) -> Item:
    """Return what Zotero makes of a page."""
    metas = html.document_fromstring(page).iter("meta")
    return item((meta.get("name") or meta.get("property") or "", meta.get("content") or "") for meta in metas)


def item(metas: Iterable[tuple[str, str]]) -> Item:
    """Return what Zotero makes of the names and contents of a page's `meta` elements."""
    told: dict[str, list[str]] = {}
    for name, content in metas:
        if name and content:
            told.setdefault(_known(name), []).append(content)
    kind = _kind(told)
    fields = {one: value for one, names in FIELDS.items() if (value := _first(told, names))}
    if kind in NAMED_BY_ITS_SITE:
        fields.setdefault("publicationTitle", _first(told, ["og:site_name"]))
    if kind == "webpage":
        fields["websiteTitle"] = fields.pop("publicationTitle")
    else:
        fields.pop("websiteType", None)
    creators = next((told[name] for name in CREATORS if name in told), [])
    return Item(kind, fields, [_creator(name) for written in creators for name in _names(written, len(creators))])


def _known(name: str) -> str:
    """Return a name as `dc:title`; Highwire's stay as they are."""
    begin, _, rest = re.sub(r"[.:_]", "\0", name, count=1).partition("\0")
    return f"{begin.lower()}:{rest[:1].lower()}{rest[1:]}" if begin.lower() in VOCABULARIES else name


def _kind(told: dict[str, list[str]]) -> str:
    for name, kind in SURE_BY_HIGHWIRE.items():
        if name in told:
            return kind
    for (name, value), kind in KINDS.items():
        if name in told and value in ("", told[name][0].lower().replace(" ", "")):
            return kind
    return "webpage"


def _first(told: dict[str, list[str]], names: list[str]) -> str:
    return next((told[name][0] for name in names if name in told), "")


def _names(written: str, count: int) -> list[str]:
    """Return the names in one element: parted by semicolons, or by a comma with words before and behind it."""
    names = re.split(r"\s*;\s*", written)
    if len(names) == count == 1:
        parts = re.split(r"\s*,\s*", written)
        if len(parts) > 1 and " " in parts[0] and " " in parts[1]:
            names = parts
    return names


def _creator(name: str) -> tuple[str, str]:
    """Return the last and the first name: parted at a comma if one is written, else at the last space."""
    bare = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if "," in name:
        last, _, first = bare.partition(",")
        return last, first.strip()
    first, _, last = bare.rpartition(" ")
    return last, first


if __name__ == "__main__":
    for file in sys.argv[1:]:
        print(file, read(Path(file).read_text("utf-8")), sep="\n")
