"""Every pattern as a bundle takes it up: a file that the site's own scripts fetch and join in the browser."""

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.clipboard.pieces import titled, whole
from macros.exports.imprint import Imprint
from macros.exports.markdown import markdown
from macros.language import addresses
from macros.language.pattern import Pattern


def part(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    """Return one pattern: a part with its `id` and its Markdown, in which headings begin at level 2."""
    body = whole(pattern, imprint)
    return {"id": pattern.id, **titled(pattern, imprint, body), "markdown": markdown(body)}


def part_files(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the content of every part."""
    for pattern in imprint.patterns():
        text = json.dumps(part(pattern, imprint), ensure_ascii=False)
        yield addresses.part(pattern.id, imprint.edition), text.encode()
