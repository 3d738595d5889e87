"""Checks on how a pattern is done once: its run, its moves, and that no text is half in the old form."""

from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.old_form import OldText
from macros.model.pattern import ShortText
from macros.model.validation_errors import missing

NEAREST_ROLES: Final = ("team-lead", "professional")
"""The roles that most readers have: each pattern has a move for one of them."""
_NEEDED: Final = ("situations", "signals", "moves")
"""Fields that a text has beside its run."""


def minutes_add_up(language: Language) -> Iterator[Finding]:
    """The steps of a run take as long as it says, and the opening sentence is said in one of them."""
    for pattern, edition, text in _texts(language):
        run = text.run
        if run is None:
            continue
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
        if text.moves and nearest and not set(nearest) & text.moves.keys():
            place = pattern.document.place((edition, "moves"), of_key=True)
            yield Finding(place, "moves-incomplete", {"roles": tuple(nearest)}, ", ".join(text.moves))


def texts_are_whole(language: Language) -> Iterator[Finding]:
    """A text has a run with all that goes with it, or is in the old form and has nothing of that."""
    for pattern, edition, text in _texts(language):
        new = [field for field in ("moves", "situations", "question") if getattr(text, field)]
        needed = ("run",) if new and text.in_old_form else () if text.in_old_form else _NEEDED
        lacking = [field for field in needed if not getattr(text, field)]
        if lacking:
            yield missing(pattern.document, (edition,), lacking)


def texts_are_in_one_form(language: Language) -> Iterator[Finding]:
    """A text with a run has nothing of the old form."""
    for pattern, edition, text in _texts(language):
        document = pattern.document
        old = ["basis"] if isinstance(document.at((edition, "basis")), str) else []
        old += [field for field in OldText.model_fields if getattr(text, field)]
        for field in old if text.run else ():
            yield Finding(document.place((edition, field), of_key=True), "old-form", {"field": f"{edition}.{field}"})
        for index, example in enumerate(text.examples if text.run else ()):
            if example.is_old:
                place = document.place((edition, "examples", index))
                yield Finding(place, "old-form", {"field": f"{edition}.examples[{index + 1}]"})


def basis_is_whole(language: Language) -> Iterator[Finding]:
    """No field is both wholly and partly ours, and what is partly ours is explained in each language."""
    for pattern in language.patterns.values():
        document, basis = pattern.document, pattern.fields.basis
        rewritten = [edition for edition, text in pattern.fields.texts.items() if not text.in_old_form]
        if basis is None:
            if rewritten:
                yield missing(document, (), ["basis"])
            continue
        for index, field in enumerate(basis.partly):
            if field in basis.ours:
                yield Finding(document.place(("basis", "partly", index)), "basis-twice", written=field)
        for edition in rewritten:
            partly = pattern.fields.texts[edition].basis.partly
            if basis.partly and not partly:
                yield missing(document, (edition, "basis"), ["partly"])
            elif partly and not basis.partly:
                yield Finding(document.place((edition, "basis", "partly"), of_key=True), "basis-partly")


def _texts(language: Language) -> Iterator[tuple[Pattern, str, ShortText]]:
    for pattern in language.patterns.values():
        for edition, text in pattern.fields.texts.items():
            yield pattern, edition, text
