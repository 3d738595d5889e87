"""Checks on how a pattern is done once, its run and its moves, and on what it rests on."""

from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.text import ShortText
from macros.model.validation_errors import missing

NEAREST_ROLES: Final = ("team-lead", "professional")
"""The roles that most readers have: each pattern has a move for one of them."""


def minutes_add_up(language: Language) -> Iterator[Finding]:
    """The steps of a run take as long as it says, and the opening sentence is said in one of them."""
    for pattern, edition, text in _texts(language):
        run = text.run
        total = sum(step.minutes for step in run.steps)
        if total != run.minutes:
            place = pattern.document.place((edition, "run", "minutes"))
            yield Finding(place, "run-minutes", {"total": total}, str(run.minutes))
        if run.open_at > len(run.steps):
            place = pattern.document.place((edition, "run", "open_at"))
            yield Finding(place, "run-open-at", {"count": len(run.steps)}, str(run.open_at))


def moves_reach_every_reader(language: Language) -> Iterator[Finding]:
    """A pattern has a move for one of the roles that most readers have, where the language has these roles."""
    roles = {role.key for role in language.vocabulary.roles} if language.vocabulary else set()
    nearest = [role for role in NEAREST_ROLES if role in roles]
    for pattern, edition, text in _texts(language):
        if nearest and not set(nearest) & text.moves.keys():
            place = pattern.document.place((edition, "moves"), of_key=True)
            yield Finding(place, "moves-incomplete", {"roles": tuple(nearest)}, ", ".join(text.moves))


def basis_is_whole(language: Language) -> Iterator[Finding]:
    """No field is both wholly and partly ours, and what is partly ours is explained in each language."""
    for pattern in _written(language):
        document, basis = pattern.document, pattern.fields.basis
        for index, field in enumerate(basis.partly):
            if field in basis.ours:
                yield Finding(document.place(("basis", "partly", index)), "basis-twice", written=field)
        for edition, text in pattern.fields.texts.items():
            partly = text.basis.partly
            if basis.partly and not partly:
                yield missing(document, (edition, "basis"), ["partly"])
            elif partly and not basis.partly:
                yield Finding(document.place((edition, "basis", "partly"), of_key=True), "basis-partly")


def _written(language: Language) -> Iterator[Pattern]:
    """Yield the patterns that were not withdrawn: of the others no word is left to check."""
    yield from (pattern for pattern in language.patterns.values() if not pattern.withdrawal)


def _texts(language: Language) -> Iterator[tuple[Pattern, str, ShortText]]:
    for pattern in _written(language):
        for edition, text in pattern.fields.texts.items():
            yield pattern, edition, text
