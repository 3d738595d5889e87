"""The Word file of a bundle, in pieces that a page only has to join.

In the parts of `shell`, before the text that `before` names in three of them, come the `body`, `links` and `lists` of
each pattern one after another. Zipped, that is the same document as the exporter's own.
"""

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.imprint import Imprint, midnight
from macros.exports.word.package import CORE, DOCUMENT, LINKS, LISTS, Properties, core_xml, link_xml, list_xml, shell
from macros.exports.word.pattern import pattern_body
from macros.language.addresses import word_part
from macros.language.pattern import Pattern


def bundle_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each pattern's pieces, and of the shell around them."""
    for pattern in imprint.patterns():
        yield word_part(str(pattern.id), imprint.edition), _json(pattern_pieces(pattern, imprint))
    yield word_part("shell", imprint.edition), _json(_shell(imprint))


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def pattern_pieces(pattern: Pattern, imprint: Imprint) -> dict[str, str]:
    """Return what one pattern adds to the document: paragraphs, relationships and numberings as XML."""
    body = pattern_body(pattern, imprint)
    return {
        "body": body.xml,
        "links": "".join(link_xml(name, url) for name, url in body.links.items()),
        "lists": "".join(list_xml(name, level) for name, level in body.lists.items()),
    }


def _shell(imprint: Imprint) -> dict[str, Any]:
    parts = {name: content.decode() for name, content in shell(imprint.edition).items()}
    properties = Properties(imprint.name, imprint.author, "", imprint.edition, midnight(imprint.revised()))
    return {
        "parts": parts | {CORE: core_xml(properties)},
        "before": {
            "body": [DOCUMENT, "<w:sectPr"],
            "links": [LINKS, "</Relationships>"],
            "lists": [LISTS, "</w:numbering>"],
        },
    }
