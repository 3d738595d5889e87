"""Prose from YAML made into safe HTML, by a parser of its own.

The site's Markdown never sees this text: its extensions (attribute lists, snippets, chosen ids) would give a
contributor more than words. What comes out is cleaned once more against a list of what is allowed.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any, Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markupsafe import Markup

from macros.text.urls import HTTPS
from macros.text.wikilinks import Wikilink, replaced, wikilink_at

TAGS: Final = {"p", "em", "strong", "ul", "ol", "li", "a", "br", "blockquote"}
ATTRIBUTES: Final = {"a": {"href"}}
SCHEMES: Final = {"https"}
MARKED = re.compile(r"[*_\[\\\n\r\t\0]|^\s*(?:[-+>]|\d+[.)])")
"""What can mean something to the parser, anywhere or at the beginning; text without it needs none."""

Resolver = Callable[[str, str], tuple[str, str] | None]
"""From a key and a section's id to the address and the pattern's name, or None when there is no such pattern."""


def _wikilink_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    link = wikilink_at(state.src, state.pos, state.posMax)
    if not link:
        return False
    if not silent:
        found = state.env["resolve"](link.key, link.section)
        address, name = found or ("", link.key)
        if found:
            token = state.push("link_open", "a", 1)
            token.attrs, token.meta = {"href": address}, {"pattern": link.key}
        state.push("text", "", 0).content = link.words or name
        if found:
            state.push("link_close", "a", -1)
    state.pos += len(link.written)
    return True


def make_parser() -> MarkdownIt:
    """Return the parser for prose: paragraphs, lists, quotations, emphasis, https links and wikilinks, no more."""
    parser = MarkdownIt("zero").enable(["list", "blockquote", "emphasis", "link", "escape", "newline"])
    parser.inline.ruler.before("link", "wikilink", _wikilink_rule)
    parser.validateLink = lambda url: bool(HTTPS.match(url))  # type: ignore[method-assign]  # its way to be told
    return parser


class Prose:
    """Renders prose for one page: links are resolved as seen from there."""

    _parser = make_parser()

    def __init__(self, resolve: Resolver) -> None:
        self._resolve = resolve

    def block(self, text: str) -> Markup:
        """Return prose as paragraphs and lists."""
        if not MARKED.search(text):
            return Markup(f"<p>{escape(text.strip())}</p>")  # noqa: S704 - escaped here
        return self._clean(self._parser.render(text, self._environment()))

    def inline(self, text: str) -> Markup:
        """Return prose as one run of words without paragraphs, for a list item or a cell."""
        if not MARKED.search(text):
            return Markup(escape(text.strip()))  # noqa: S704 - escaped here
        return self._clean(self._parser.renderInline(" ".join(text.split()), self._environment()))

    def plain(self, text: str) -> str:
        """Return the words alone, for a title, a description or a citation."""
        named = replaced(text, self._named)
        if not MARKED.search(named):
            return " ".join(named.split())
        return " ".join(unescape(re.sub(r"<[^>]+>", " " if "<p>" in text else "", Prose.inline(self, text))).split())

    def _named(self, link: Wikilink) -> str:
        """Return the words that a wikilink shows."""
        found = self._resolve(link.key, link.section)
        return link.words or (found[1] if found else link.key)

    def _environment(self) -> dict[str, Any]:
        return {"resolve": self._resolve}

    @staticmethod
    def _clean(html: str) -> Markup:
        clean = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
        return Markup(clean.strip())  # noqa: S704 - this is the place where HTML becomes safe
