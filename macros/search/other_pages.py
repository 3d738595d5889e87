"""What is found beside patterns: words of the glossary, routes, chapters, cases and written pages."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from macros.language.addresses import case_address, chapter_address, route_address
from macros.language.language import Language
from macros.model.editions import Edition
from macros.search.entries import Entry
from macros.text.sentences import first_sentence
from macros.view.cases import case_parts
from macros.view.prose import Prose

KINDS: Final = ("word", "route", "chapter", "case", "page")
"""What is found beside patterns."""
_NO_WORDS: Final = re.compile(
    r"\A---\n.{0,2000}?\n---\n|<!--.{0,2000}?-->|\{\{.{0,500}?\}\}|\{[:#][^{}\n]*\}|<[^<>]*>|\]\([^()\s]*\)"
    r"|(?m:^)[ \t>]*/{3,}(?:[ \t]*details[ \t]*\|)?",
    re.DOTALL,
)
"""What is not read of a page: front matter, comments, calls of macros, attributes, tags, addresses, marks of folds."""


def other_pages(language: Language, edition: Edition) -> Iterator[tuple[Entry, list[str]]]:
    """Yield what is found beside patterns: words of the glossary, routes, chapters, cases and hand-written pages."""
    prose = prose_of(language, edition)

    def entry(kind: str, address: str, name: str, summary: str, keywords: Iterable[str] = ()) -> Entry:
        return {"kind": kind, "address": address, "name": name, "summary": summary, "keywords": list(keywords)}

    written = [page for page in language.pages.values() if page.edition == edition]
    words = next((page.address for page in written if page.id == "words"), None)
    for term in language.glossary.terms if language.glossary and words else ():
        text = term.of(edition)
        yield entry("word", f"{words}#{term.key}", text.term, prose.plain(text.meaning), text.also), []
    for route in language.routes.routes if language.routes else ():
        of_route = route.of(edition)
        reasons = [step.why.of(edition) for step in route.steps]
        yield entry("route", route_address(route, edition), of_route.name, prose.plain(of_route.summary)), reasons
    for chapter in language.chapters():
        of_chapter = chapter.of(edition)
        summary = prose.plain(of_chapter.explanation)
        yield entry("chapter", chapter_address(chapter, edition), of_chapter.name, summary), [of_chapter.opening]
    for case in language.cases.values():
        parts = [prose.plain(text) for _heading, text in case_parts(case, edition)]
        yield entry("case", case_address(case, edition), case.name(edition), first_sentence(parts[0])), parts
    for page in written:
        read = _NO_WORDS.sub(" ", page.text)
        if page.title and page.id != "search":
            yield entry("page", page.address, page.title, ""), [prose.plain(read)]


def prose_of(language: Language, edition: Edition) -> Prose:
    """Return what makes prose plain: a link is its words."""

    def resolve(key: str, _section: str) -> tuple[str, str] | None:
        return ("", language.patterns[key].name(edition)) if key in language.patterns else None

    return Prose(resolve)
