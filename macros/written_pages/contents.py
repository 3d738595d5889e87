"""What stands in a page: its calls of macros, what else a template could do there, and the HTML of its Markdown."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from macros.findings.finding import Place
from macros.written_pages.front_matter import body_start
from macros.written_pages.html import CODE, PageHtml, look_through, marked
from macros.written_pages.macro_calls import Call, Misuse, read_calls
from macros.written_pages.page import Page

_MARK: Final = re.compile("\ue000([0-9]+)\ue001")


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page, read.

    Attributes:
        text: the page, with plain line breaks.
        body: where its Markdown begins.
        calls: the calls of macros in it.
        misuses: what else Jinja would act on.
        html: what stands in the HTML of its Markdown.
    """

    text: str
    body: int
    calls: tuple[Call, ...]
    misuses: tuple[Misuse, ...]
    html: PageHtml

    def place(self, page: Page, start: int) -> Place:
        """Return the place in the file of an offset in the text."""
        line = self.text.count("\n", 0, start) + 1
        return page.file.place_at(line, start - self.text.rfind("\n", 0, start))


class Seeker:
    """Finds in a page what was found in its HTML, the same words each time at the next place."""

    def __init__(self, source: PageSource) -> None:
        self._source = source
        text = source.text.lower()
        self._texts = [CODE.sub(lambda code: " " * len(code.group()), text), text]
        self._last: dict[str, int] = {}

    def offset(self, sought: str) -> int:
        """Return where the words (or the mark of a macro) stand in the page; its beginning when they do not."""
        mark = _MARK.fullmatch(sought)
        if mark and int(mark.group(1)) < len(self._source.calls):
            return self._source.calls[int(mark.group(1))].start
        words = sought.lower()
        start = self._last.get(words, self._source.body - 1) + 1
        found = next((at for text in self._texts if words and (at := text.find(words, start)) >= 0), -1)
        if found < 0:
            return self._last.get(words, self._source.body)
        self._last[words] = found
        return found


@lru_cache(maxsize=512)
def read_page(text: str) -> PageSource:
    """Return what stands in a page."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    body = body_start(plain)
    calls, misuses = read_calls(plain)
    own = [call for call in calls if call.start >= body]
    markdown, marks = marked(plain[body:], own, body)
    return PageSource(plain, body, tuple(own), tuple(misuses), look_through(markdown, marks))
