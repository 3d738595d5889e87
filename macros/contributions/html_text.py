"""The text of a mail in HTML, with the lines as its reader sees them."""

import re
from typing import Final

from lxml import etree

_LINES: Final = {"div", "tr", "li", "dt", "dd", "section", "article", "table", "ul", "ol", "center", "address", "body"}
"""Elements that begin a line."""
_PARAGRAPHS: Final = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
"""Elements with an empty line around them."""
_UNSEEN: Final = {"head", "script", "style", "title", "template", "noscript", "object", "svg"}
_TIGHT: Final = re.compile(r"\bMso(?:Normal|PlainText)\b")
"""Paragraphs of Outlook, which have no empty line between them."""


def text_of_html(html: str) -> str:
    """Return the text of an HTML document; what is not shown is left out."""
    if not html.strip():
        return ""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    tree = etree.fromstring(html.encode("utf-8", "surrogatepass"), parser)
    return _Text().of(tree) if tree is not None else ""


class _Text:
    """Gathers the text of a tree."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.hidden: etree._Element | None = None
        self.kept = 0  # elements in which white space stays as it is

    def of(self, tree: etree._Element) -> str:
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            if event == "start":
                self._begin(element)
            else:
                self._end(element)
        lines = (line.rstrip() for line in "".join(self.made).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")

    def _begin(self, element: etree._Element) -> None:
        if self.hidden is not None:
            return
        tag = str(element.tag)
        if tag in _UNSEEN or re.search(r"display\s*:\s*none", element.get("style", "")):
            self.hidden = element
            return
        self._break(element)
        self.kept += tag == "pre"
        if tag == "br":
            self.made.append("\n")
        if tag == "li":
            self.made.append("- ")
        self._add(element.text)

    def _end(self, element: etree._Element) -> None:
        if self.hidden is not None and self.hidden is not element:
            return
        if self.hidden is None:
            self._break(element)
            self.kept -= element.tag == "pre"
        self.hidden = None
        self._add(element.tail)

    def _break(self, element: etree._Element) -> None:
        """Begin a line, or a paragraph, unless one begins here."""
        tag = str(element.tag)
        tight = bool(_TIGHT.search(element.get("class", "")))
        end = "".join(self.made[-3:])
        if tag in _PARAGRAPHS and not tight:
            self.made.append("" if not end or end.endswith("\n\n") else "\n" if end.endswith("\n") else "\n\n")
        elif (tag in _LINES or tight) and end and not end.endswith("\n"):
            self.made.append("\n")

    def _add(self, text: str | None) -> None:
        if not text:
            return
        words = text if self.kept else re.sub(r"[ \t\r\n\f]+", " ", text)
        self.made.append(words.lstrip(" ") if "".join(self.made[-2:]).endswith("\n") and not self.kept else words)
