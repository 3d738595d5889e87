"""The overview of the patterns: by chapter, with choices among them that a script works."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import Edition
from macros.model.vocabulary import Chapter, Term, Vocabulary
from macros.pages.renderer import Renderer
from macros.record.text_date import TextDate

FIRST: Final = ("role", "chapter", "time", "evidence")
"""The choices in front. An address names them so, with keys as values: the same in every edition."""
FURTHER: Final = ("level", "phase", "force", "stuck")
"""The choices that are folded away."""
_MOST_REVISED: Final = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """What patterns can be chosen by: each value with how many patterns have it."""

    name: str
    options: list[tuple[Term | Chapter, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern in the overview.

    Attributes:
        values: its keys for each choice.
        ties: the number of its relations with other patterns.
        facts: how long it takes and who can start, in words.
    """

    pattern: Pattern
    href: str
    values: dict[str, list[str]]
    ties: int
    facts: Markup


def overview(renderer: Renderer) -> Markup:
    """Return every chapter with its patterns, and the choices among them."""
    language, vocabulary = renderer.language, renderer.language.vocabulary
    if vocabulary is None:
        return Markup()
    rows = {pattern.key: _row(renderer, pattern, vocabulary) for pattern in language.published()}
    choices = {name: _choice(name, terms, rows.values()) for name, terms in _terms(vocabulary).items() if terms}
    return renderer.render(
        "overview.html",
        chapters=[
            (chapter, renderer.places.chapter(chapter.key), [rows[one.key] for one in language.in_chapter(chapter.key)])
            for chapter in vocabulary.chapters
        ],
        first=[choices[name] for name in FIRST if name in choices],
        further=[choices[name] for name in FURTHER if name in choices],
        all_choices=all(name in choices for name in FURTHER),
        count=len(rows),
        revised=[
            (pattern, renderer.places.pattern(pattern.key), dated)
            for pattern, dated in recently_revised(language, renderer.edition)
        ],
        numbers=renderer.language.chapter_numbers(),
    )


def recently_revised(language: Language, edition: Edition) -> list[tuple[Pattern, TextDate]]:
    """Return the patterns whose text was published last, with the date, the newest first; five at most.

    Texts of the first day on which any of today's texts was published are left out: nothing is new while all are.
    """
    texts = [(pattern, language.published_as(pattern, edition)) for pattern in language.published()]
    dated = [(pattern, text.text_date) for pattern, text in texts if text]
    first = min((date.day for _, date in dated), default=None)
    newer = [(pattern, date) for pattern, date in dated if date.day != first]
    newer.sort(key=lambda one: (one[1].day, one[1].nth), reverse=True)
    return newer[:_MOST_REVISED]


def _terms(vocabulary: Vocabulary) -> dict[str, Sequence[Term | Chapter]]:
    """Return the values of each choice in their order."""
    return {
        "role": vocabulary.roles,
        "chapter": vocabulary.chapters,
        "time": vocabulary.takes,
        "evidence": vocabulary.confidence,
        "level": vocabulary.levels,
        "phase": vocabulary.phases,
        "force": vocabulary.driving_forces,
        "stuck": vocabulary.stagnations,
    }


def _row(renderer: Renderer, pattern: Pattern, vocabulary: Vocabulary) -> Row:
    fields = pattern.fields
    values = {
        "role": fields.can_start,
        "chapter": [pattern.chapter],
        "time": [fields.takes],
        "evidence": [str(fields.confidence)],
        "level": fields.levels,
        "phase": fields.phases,
        "force": [fields.driving_force] if fields.driving_force else [],
        "stuck": fields.answers,
    }
    ties = len(renderer.language.ties(pattern.key))
    return Row(pattern, renderer.places.pattern(pattern.key), values, ties, _facts(renderer, pattern, vocabulary))


def _facts(renderer: Renderer, pattern: Pattern, vocabulary: Vocabulary) -> Markup:
    """Return how long a pattern takes and who can start, in one line: "Weeks · manager, municipality or executive"."""
    edition = renderer.edition

    def named(term: Term, *, inside: bool) -> Markup:
        name = term.of(edition).name
        return renderer.named(term, name[:1].lower() + name[1:] if inside else name)

    roles = {term.key: term for term in vocabulary.roles}
    *before, last = [named(roles[key], inside=True) for key in pattern.fields.can_start if key in roles] or [Markup()]
    who = Markup(" {} ").format(renderer.words("overview_or")).join([Markup(", ").join(before), last])
    takes = [named(term, inside=False) for term in vocabulary.takes if term.key == pattern.fields.takes]
    return Markup(" · ").join(part for part in (*takes, who if before else last) if part)


def _choice(name: str, terms: Sequence[Term | Chapter], rows: Iterable[Row]) -> Choice:
    counts = Counter(key for row in rows for key in row.values[name])
    return Choice(name, [(term, counts[term.key]) for term in terms])
