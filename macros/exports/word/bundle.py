"""The Word file of a bundle, in pieces that a page only has to join.

In the parts of `shell`, before the text that `before` names in three of them, come the `body`, `links` and `lists` of
each pattern one after another; its `title` and the time at which it was `created` and `modified` come in a fourth, and
the pictures beside these. A link that `leads` to a pattern of the same bundle becomes one within the document. The rows
of a table come between its `start` and its `end`, and `closing` closes a bundle in short. Zipped, that is the same
document as the exporter's own.
"""

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.annex import in_brief, summarised
from macros.exports.imprint import Imprint, midnight
from macros.exports.properties import Properties
from macros.exports.word.annex import TABLE_END, closing, table_row, table_start
from macros.exports.word.body import Body
from macros.exports.word.package import (
    CORE,
    DOCUMENT,
    LINKS,
    LISTS,
    core_xml,
    image_part,
    image_xml,
    link_xml,
    list_xml,
    shell,
)
from macros.exports.word.pattern import pattern_body, picture_of
from macros.language.addresses import download, relative, word_part
from macros.language.pattern import Pattern
from macros.model.editions import LOCALES, ROOTS
from macros.view.blocks import Block
from macros.view.outline import anchor


def bundle_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each pattern's pieces, and of the shell around them."""
    for pattern in imprint.patterns():
        yield word_part(str(pattern.id), imprint.edition), _json(pattern_pieces(pattern, imprint))
    yield word_part("shell", imprint.edition), _json(_shell(imprint))


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def pattern_pieces(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    """Return what one pattern adds to the document.

    Returns:
        body, lists: its paragraphs and numberings as XML.
        links: the relationship of each link and picture, as XML.
        place: the name of the place where it stands.
        leads: the place of the pattern that a link leads to, by the name of its relationship.
        images: the way from the file of these pieces to the PNG that each further part is, by its name.
        brief, summary, row: body, lists, links and leads of the pattern in short: its problem and what to do, its
            summary alone, or a row of a table.
    """
    body = pattern_body(pattern, imprint, picture_of(imprint.view(pattern)))
    here = word_part(str(pattern.id), imprint.edition)
    png = relative(here, download(pattern.id, imprint.edition, "png"))
    return {
        **_told(body, imprint),
        "place": anchor(pattern),
        "images": {image_part(name): png for name in body.images},
        "brief": _told(_body(in_brief(pattern, imprint), pattern, imprint), imprint),
        "summary": _told(_body(summarised(pattern, imprint), pattern, imprint), imprint),
        "row": _told(table_row(pattern, imprint), imprint),
    }


def _body(blocks: list[Block], pattern: Pattern, imprint: Imprint) -> Body:
    body = Body(pattern.id, imprint.edition)
    body.add(blocks)
    return body


def _told(body: Body, imprint: Imprint) -> dict[str, Any]:
    """Return the paragraphs of a body, its numberings, its relationships, and which of them lead to another pattern."""
    known = imprint.language.patterns
    links = [link_xml(name, url) for name, url in body.links.items()]
    return {
        "body": body.xml,
        "lists": "".join(list_xml(name, level) for name, level in body.lists.items()),
        "links": "".join([*links, *map(image_xml, body.images)]),
        "leads": {name: anchor(known[key]) for name, key in body.leads.items()},
    }


def _shell(imprint: Imprint) -> dict[str, Any]:
    parts = {name: content.decode() for name, content in shell(imprint.edition).items()}
    home = imprint.url(ROOTS[imprint.edition])
    made = midnight(imprint.revised())
    properties = Properties("", imprint.author, "", imprint.edition, made, imprint.name, home)
    return {
        "language": LOCALES[imprint.edition],
        "table": {"start": table_start(imprint), "end": TABLE_END},
        "closing": _told(closing(imprint), imprint),
        "parts": parts | {CORE: core_xml(properties, "")},
        "before": {
            "title": [CORE, "</dc:title>"],
            "created": [CORE, "</dcterms:created>"],
            "modified": [CORE, "</dcterms:modified>"],
            "body": [DOCUMENT, "<w:sectPr"],
            "links": [LINKS, "</Relationships>"],
            "lists": [LISTS, "</w:numbering>"],
        },
    }
