"""A Markdown extension that carries the HTML of macros through Markdown.

A macro returns a mark of three characters or a few more. Markdown finds nothing in a mark to act on. When Markdown has
run, the extension cleans the HTML of what people wrote and puts the HTML of the macros in the place of the marks. So
text from YAML never meets Markdown, and what people write in a page never brings more than words.
"""

import re
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from macros.site.cleaning import clean
from macros.written_pages.html import MARK

_MARK: Final = re.compile(MARK.format("([0-9]+)"))
_ALONE: Final = re.compile(rf"<p>\s*({MARK.format('[0-9]+')})\s*</p>")
_LAST: Final = -100
"""Below the priority of everything else that Markdown and MkDocs have run."""


class MacroHtml(Extension):
    """The HTML of the macros of one page, until Markdown has run over that page."""

    def __init__(self) -> None:
        super().__init__()
        self._html: list[str] = []
        self._read = False

    def put(self, html: str) -> str:
        """Keep HTML and return the mark that stands for it."""
        self._html.append(html)
        return MARK.format(len(self._html) - 1)

    def fill(self, page: str) -> str:
        """Return a page with its own HTML cleaned and every mark replaced, and forget the HTML of the macros.

        A mark alone in a paragraph takes the place of the paragraph.
        """
        html, self._html, self._read = self._html, [], False

        def get(mark: re.Match[str]) -> str:
            number = int(mark.group(1))
            return html[number] if number < len(html) else ""

        return _MARK.sub(get, _ALONE.sub(r"\1", clean(page)))

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        """Run after everything else. The table of contents has every heading postprocessed on its own, before that."""
        md.treeprocessors.register(_Note(self), "macro_html", _LAST)
        md.postprocessors.register(_Fill(self), "macro_html", _LAST)

    def note_read(self) -> None:
        """Note that Markdown has read the page: the next HTML is that of the page."""
        self._read = True

    def finish(self, html: str) -> str:
        """Return the HTML of the page filled in, or that of a heading as it is."""
        return self.fill(html) if self._read else html


class _Note(Treeprocessor):
    def __init__(self, macros: MacroHtml) -> None:
        super().__init__()
        self._macros = macros

    def run(self, root: Element) -> None:  # noqa: ARG002 - Markdown calls it so
        """Leave the tree as it is."""
        self._macros.note_read()


class _Fill(Postprocessor):
    def __init__(self, macros: MacroHtml) -> None:
        super().__init__()
        self._macros = macros

    def run(self, text: str) -> str:
        """Return the HTML of the page with that of its macros."""
        return self._macros.finish(text)
