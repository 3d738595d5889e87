"""The feed of new and revised patterns of one edition, as Atom (RFC 4287)."""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET  # only written here, never read

from macros.exports.imprint import LICENCE, Imprint, midnight
from macros.language.addresses import feed, pattern_address
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.view.library import summary_of, title

_ATOM: Final = "http://www.w3.org/2005/Atom"


def feed_file(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of the feed."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": imprint.edition})
    home = imprint.url(ROOTS[imprint.edition])
    _add(root, "id", home)
    _add(root, "title", imprint.name)
    _add(root, "subtitle", imprint.words.site_claim)
    _add(root, "updated", midnight(imprint.revised()).isoformat())
    _add(root, "rights", LICENCE)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=imprint.url(feed(imprint.edition)))
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=home)
    _add(ET.SubElement(root, "author"), "name", imprint.author)
    language, edition = imprint.language, imprint.edition
    newest = sorted(language.published(), key=lambda one: (language.text_date(one, edition), one.id), reverse=True)
    for pattern in newest:
        _entry(root, pattern, imprint)
    ET.indent(root, " ")
    yield feed(imprint.edition), ET.tostring(root, "utf-8", xml_declaration=True) + b"\n"


def _entry(root: ET.Element, pattern: Pattern, imprint: Imprint) -> None:
    laid_out = imprint.view(pattern)
    entry = ET.SubElement(root, "entry", {"xml:lang": laid_out.language})
    _add(entry, "id", imprint.permalink(pattern))
    _add(entry, "title", title(pattern, imprint.edition))
    first = min([laid_out.dated, *imprint.language.record.dated(pattern.id, laid_out.language)])
    _add(entry, "published", midnight(first.day).isoformat())
    _add(entry, "updated", midnight(laid_out.dated.day).isoformat())
    page = imprint.url(pattern_address(pattern, imprint.edition))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=page)
    _add(entry, "summary", summary_of(laid_out, imprint))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
