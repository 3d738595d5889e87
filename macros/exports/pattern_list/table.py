"""What stands in the list: its columns, and a row for each published pattern."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.exports.footnote import footnotes
from macros.exports.imprint import LICENCE, Imprint
from macros.exports.reference import pattern_reference
from macros.language.addresses import pattern_address
from macros.language.pattern import Pattern
from macros.view.blocks import plain, words
from macros.view.library import summary_of
from macros.view.pattern_view import PatternView
from macros.view.sections import Notice

NAME = "list"
"""The name of the files."""

Cell = str | int | date
Kind = Literal["number", "short", "long", "link", "day"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list.

    Attributes:
        name: unique within the list.
        heading: its name in the words of the edition.
        kind: of its cells: a number, a few words, running text, an absolute address, a day.
    """

    name: str
    heading: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """The list.

    Attributes:
        rows: one a pattern, by number; each has a cell for every column, empty where nothing is known.
    """

    columns: list[Column]
    rows: list[list[Cell]]


def table(imprint: Imprint) -> Table:
    """Return the list in one edition. Its facts are those that stand beside a pattern, in the same order."""
    patterns = sorted(imprint.language.published(), key=lambda one: one.id)
    views = [imprint.view(pattern) for pattern in patterns]
    facts = _fact_columns(views)
    columns = [*_before(imprint), *facts, *_after(imprint)]
    told = [_cells(view, imprint) for view in views]
    return Table(columns, [[cells.get(column.name, "") for column in columns] for cells in told])


def _before(imprint: Imprint) -> Iterator[Column]:
    of = imprint.words
    yield Column("number", of.overview_sort_number, "number")
    yield Column("name", of.overview_sort_name, "short")
    yield Column("chapter", of.chapter, "short")
    yield Column("summary", of.summary, "long")


def _fact_columns(views: list[PatternView]) -> list[Column]:
    """Return a column for each fact that any pattern has; who has most facts comes first and gives the order."""
    views = sorted(views, key=lambda view: -len(view.facts))
    labels = {fact.field: fact.label for view in views for fact in (*view.line, *view.facts) if fact.field != "revised"}
    return [Column(field, label, "short") for field, label in labels.items()]


def _after(imprint: Imprint) -> Iterator[Column]:
    of = imprint.words
    yield Column("confidence", of.evidence_strength, "short")
    yield Column("basis", of.basis, "long")
    yield Column("sources", of.sources, "long")
    yield Column("revised", of.revised, "day")
    yield Column("permalink", of.permalink, "link")
    yield Column("dated", of.dated_address, "link")
    yield Column("page", of.page_address, "link")
    yield Column("cite_as", of.cite_as, "long")
    yield Column("licence", of.licence_label, "link")


def _cells(view: PatternView, imprint: Imprint) -> dict[str, Cell]:
    pattern = view.pattern
    facts: dict[str, Cell] = {fact.field: fact.value for fact in (*view.line, *view.facts)}
    return facts | {
        "number": pattern.id,
        "name": words(view.text.name),
        "chapter": words(view.chapter),
        "summary": summary_of(view, imprint),
        "confidence": _confidence(pattern, imprint),
        "basis": " ".join(_basis(view, imprint)),
        "sources": "; ".join(plain(imprint.cited(use)) for use in view.citations),
        "revised": view.dated.day,
        "permalink": imprint.permalink(pattern),
        "dated": imprint.dated(pattern),
        "page": imprint.url(pattern_address(pattern, imprint.edition)),
        "cite_as": plain(footnotes(pattern_reference(pattern, imprint), imprint).note),
        "licence": LICENCE,
    }


def _confidence(pattern: Pattern, imprint: Imprint) -> str:
    vocabulary, key = imprint.language.vocabulary, str(pattern.fields.confidence)
    terms = vocabulary.confidence if vocabulary else []
    return next((words(term.of(imprint.edition).name) for term in terms if term.key == key), key)


def _basis(view: PatternView, imprint: Imprint) -> Iterator[str]:
    """Yield what a text rests on: what its sources say, and which parts are the editors' own."""
    reader = imprint.reader(view.language)

    for part in view.basis.parts:
        if isinstance(part, Notice):
            yield part.text
        else:
            yield from (" ".join(plain(reader.runs(text)).split()) for text in part.texts())
