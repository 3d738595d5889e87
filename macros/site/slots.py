"""Slots: a macro puts a mark into the page, and the HTML takes its place after the site's Markdown has run.

Text from YAML therefore never passes through Markdown or a template: neither can find anything in it to act on.
"""

import re

_SLOT = re.compile("\ue000([0-9]+)\ue001")
_ALONE = re.compile("<p>\\s*(\ue000[0-9]+\ue001)\\s*</p>")


class Slots:
    """The slots of one page."""

    def __init__(self) -> None:
        self._html: list[str] = []

    def put(self, html: str) -> str:
        """Keep HTML for later and return the mark that stands for it."""
        self._html.append(html)
        return f"\ue000{len(self._html) - 1}\ue001"

    def fill(self, page: str) -> str:
        """Return the page with every mark replaced; a mark alone in a paragraph takes the paragraph's place."""
        if not self._html:
            return page
        return _SLOT.sub(self._get, _ALONE.sub(r"\1", page))

    def _get(self, match: re.Match[str]) -> str:
        return self._html[int(match.group(1))]
