"""The pages that no one writes: one for each pattern, chapter, route, stagnation and case, with a constant source."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.language.address_targets import earlier_texts
from macros.language.addresses import (
    case_address,
    chapter_address,
    pattern_address,
    permalink,
    route_address,
    stagnation_address,
    version_address,
)
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.case import Case
from macros.model.editions import ROOTS, Edition
from macros.model.vocabulary import Chapter, Route, Term
from macros.pages.renderer import Renderer
from macros.record.published_text import PublishedText
from macros.view.cases import case_parts


@dataclass(frozen=True, slots=True)
class Subject:
    """What a generated page is about.

    Attributes:
        source: its source path in the edition's docs folder.
        macro: the macro that is the page's whole source, so that its template is compiled only once.
        address: from an edition to the page's address.
        title, description: as plain words.
        file: the file of the repository that it is made from.
        revised: the date of its text (ISO), empty when it has none.
        stands_for: the address that search engines are to keep in its place, empty for its own.
        pattern, chapter, route, stagnation, case, version: what it is the page of; exactly one is set.
    """

    source: str
    macro: str
    address: Callable[[Edition], str]
    title: str
    description: str
    file: str
    revised: str = ""
    pattern: Pattern | None = None
    chapter: Chapter | None = None
    route: Route | None = None
    stagnation: Term | None = None
    case: Case | None = None
    version: PublishedText | None = None
    stands_for: str = ""

    def is_in(self, edition: Edition) -> bool:
        """Whether an edition has its page in its own language, and search engines are to know it."""
        about = self.pattern or self.chapter or self.route or self.stagnation or self.case
        return about is not None and about.foreign(edition) is None


def subjects(language: Language, edition: Edition, renderer: Renderer) -> Iterator[Subject]:
    """Yield every generated page of an edition."""
    for pattern in language.patterns.values():
        if pattern.fields.status == "draft":
            continue
        text = pattern.text(edition)[0]
        yield Subject(
            source=_source(pattern_address(pattern, edition), edition),
            macro="pattern_page",
            address=lambda to, pattern=pattern: pattern_address(pattern, to),  # type: ignore[misc]
            title=text.name,
            description=renderer.plain(pattern, text.summary),
            file=pattern.document.path,
            revised=language.text_date(pattern, edition).day.isoformat(),
            pattern=pattern,
        )
    yield from _versions(language, edition)
    for chapter in language.vocabulary.chapters if language.vocabulary else ():
        yield Subject(
            source=_source(chapter_address(chapter, edition), edition),
            macro="chapter_page",
            address=lambda to, chapter=chapter: chapter_address(chapter, to),  # type: ignore[misc]
            title=chapter.of(edition).name,
            description=renderer.plain(chapter, chapter.of(edition).explanation),
            file="patterns/language.yml",
            chapter=chapter,
        )
    for route in language.routes.routes if language.routes else ():
        yield Subject(
            source=_source(route_address(route, edition), edition),
            macro="route_page",
            address=lambda to, route=route: route_address(route, to),  # type: ignore[misc]
            title=route.of(edition).name,
            description=renderer.plain(route, route.of(edition).summary),
            file="patterns/routes.yml",
            route=route,
        )
    for case in language.cases.values():
        yield Subject(
            source=_source(case_address(case, edition), edition),
            macro="case_page",
            address=lambda to, case=case: case_address(case, to),  # type: ignore[misc]
            title=case.name(edition),
            description=_first_sentence(
                renderer.plain(case, next(text for _heading, text in case_parts(case, edition)))
            ),
            file=case.document.path,
            case=case,
        )
    for stagnation in language.vocabulary.stagnations if language.vocabulary else ():
        yield Subject(
            source=_source(stagnation_address(stagnation, edition), edition),
            macro="stagnation_page",
            address=lambda to, stagnation=stagnation: stagnation_address(stagnation, to),  # type: ignore[misc]
            title=stagnation.of(edition).name,
            description=renderer.plain(stagnation, stagnation.of(edition).explanation),
            file="patterns/situations.yml",
            stagnation=stagnation,
        )


def _versions(language: Language, edition: Edition) -> Iterator[Subject]:
    """Yield the page of every text that was published under a date and is no longer the one of today."""
    for pattern in language.patterns.values():
        earlier = earlier_texts(language, pattern)
        dated = {(text.edition, text.text_date) for text in earlier}
        for text in earlier:
            if text.edition != edition:
                continue
            yield Subject(
                source=_source(version_address(pattern.id, text.text_date, edition), edition),
                macro="version_page",
                # Where the other edition has no text of this date, its page of today is the nearest.
                address=lambda to, pattern=pattern, text=text, dated=dated: (  # type: ignore[misc]
                    version_address(pattern.id, text.text_date, to)
                    if (to, text.text_date) in dated
                    else permalink(pattern.id, to)
                ),
                title=f"{text.name or pattern.name(edition)} ({text.date})",
                description="",
                file=text.path,
                revised=text.text_date.day.isoformat(),
                version=text,
                stands_for=pattern_address(pattern, edition),
            )


def _first_sentence(text: str) -> str:
    first, point, _rest = text.partition(". ")
    return f"{first}." if point else text


def _source(address: str, edition: Edition) -> str:
    return address.removeprefix(ROOTS[edition]).removesuffix("/") + ".md"
