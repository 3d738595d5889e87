"""The diagnosis: one question, rows to tick by situation, and a card of each pattern for the list that follows."""

import json
from typing import Any, Final

from markupsafe import Markup

from macros.language.addresses import diagnosis_cards, pattern_address, search_file, stagnation_address
from macros.language.pattern import Pattern
from macros.language.signal_rows import Row, grouped_rows
from macros.model.situations import Answer, Diagnosis, Signal, Spring
from macros.pages.renderer import Renderer

_STARTS: Final = 2
"""How many patterns a card names to go on with."""
_SAID: Final = (
    "diagnosis_ticks",
    "diagnosis_chosen",
    "diagnosis_one",
    "diagnosis_many",
    "diagnosis_ticked_one",
    "diagnosis_ticked",
    "diagnosis_answered",
    "diagnosis_then_of",
    "diagnosis_tied_to",
    "diagnosis_opposite",
    "diagnosis_other_role",
    "diagnosis_longer",
    "diagnosis_shorter",
    "diagnosis_pitfall",
    "run_stalls",
    "diagnosis_fits",
    "basis_stated",
    "diagnosis_copied",
    "diagnosis_not_copied",
    "diagnosis_bundled",
    "bundle_refused",
    "see_bundle",
)


def diagnosis(renderer: Renderer) -> Markup:
    """Return the question, the rows to tick and the place of the list; without scripts each row is a link."""
    language = renderer.language
    known = language.situations.diagnosis if language.situations else None
    if known is None:
        return Markup()
    vocabulary = language.vocabulary
    groups = [
        (group, [_row(renderer, row) | {"place": f"{at}.{place}"} for place, row in enumerate(rows)])
        for at, (group, rows) in enumerate(grouped_rows(language))
    ]
    rows = {row["ref"]: row for _group, listed in groups for row in listed}
    first = {"": known.first} | {answer.force: answer.first for answer in known.answers}
    ids = {answer: [rows[ref]["id"] for ref in refs if ref in rows] for answer, refs in first.items()}
    return renderer.render(
        "diagnosis.html",
        answers=_answers(renderer, known),
        first=[rows[ref] for ref in known.first if ref in rows],
        groups=[(group, [row for row in listed if row["id"] not in ids[""]]) for group, listed in groups],
        to_stagnation=lambda one: renderer.places.to(stagnation_address(one, renderer.edition)),
        roles=vocabulary.roles if vocabulary else [],
        takes=vocabulary.takes if vocabulary else [],
        data={
            "root": renderer.places.to(""),
            "index": renderer.places.to(search_file("index", renderer.edition)),
            "cards": renderer.places.to(diagnosis_cards(renderer.edition)),
            "bundle": renderer.places.page_if_there("bundle"),
            "first": ids,
        },
    )


def missing_cells(renderer: Renderer) -> Markup:
    """Return the question of the diagnosis as links that lead into it with the answer chosen."""
    known = renderer.language.situations.diagnosis if renderer.language.situations else None
    if known is None or not renderer.places.has_page("situations"):
        return Markup()
    return renderer.render(
        "missing-cells.html", answers=_answers(renderer, known), situations=renderer.places.page("situations")
    )


def cards(renderer: Renderer) -> str:
    """Return, as JSON, what the list shows of each pattern, with addresses from the root, and what it says."""
    return json.dumps(
        {
            "words": {key: renderer.words(key) for key in _SAID},
            "patterns": {pattern.id: _card(renderer, pattern) for pattern in renderer.language.published()},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _card(renderer: Renderer, pattern: Pattern) -> dict[str, Any]:
    """Return what the list shows of a pattern: where to begin, what comes then, what to watch for.

    To watch for is the pattern that pulls the other way, with the reason; without one a pitfall, or what to do when it
    stalls, each with the label that says which of them it is.
    """
    text, shown_in = pattern.text(renderer.edition)
    run = text.run
    ties = renderer.language.ties(pattern.key)
    opposite = next((tie for tie in ties if tie.kind == "balances" and tie.why), None)
    watch: dict[str, Any]
    if opposite and opposite.why:
        watch = {
            "pattern": opposite.pattern.id,
            "text": renderer.plain(opposite.why, opposite.why.of(renderer.edition)),
        }
    else:
        said, label = (text.pitfalls[0], "diagnosis_pitfall") if text.pitfalls else (run.stalls, "run_stalls")
        watch = {"text": renderer.plain(pattern, said), "label": label}
    return {
        "name": text.name,
        "language": shown_in,
        "address": pattern_address(pattern, renderer.edition),
        "chapter": renderer.language.chapter_numbers()[pattern.chapter],
        "picture": renderer.thumbnail_of(pattern),
        "ten": renderer.plain(pattern, run.ten_minutes),
        "begin": run.open if run.open_at == 1 else renderer.plain(pattern, run.steps[0].do),
        "then": [tie.pattern.id for tie in ties if tie.kind == "leads_to"][:_STARTS],
        "watch": watch,
    }


def _row(renderer: Renderer, row: Row) -> dict[str, Any]:
    """Return a row for the page: what it says as plain words, for a link and a label hold no other."""
    told = row.signal.signal if isinstance(row.signal, Signal) else row.signal
    return {
        "id": row.id,
        "ref": row.ref,
        "told": told,
        "text": renderer.plain(told, row.text(renderer.edition)),
        "href": renderer.places.pattern(row.start[0].key),
    }


def _springs(renderer: Renderer) -> dict[str, Spring]:
    """Return what tells that a force is missing, by that force."""
    springs = renderer.language.situations.springs if renderer.language.situations else []
    return {spring.dry: spring for spring in springs if spring.dry}


def _answers(renderer: Renderer, known: Diagnosis) -> list[tuple[Answer, Spring | None, Any]]:
    """Return each answer with what tells that the force is missing, and the stagnation of where it is."""
    language = renderer.language
    compass = language.situations.compass if language.situations else None
    stagnations = {one.key: one for one in (language.vocabulary.stagnations if language.vocabulary else ())}
    into = {passage.into: stagnations.get(passage.stagnation) for passage in (compass.passages if compass else ())}
    springs = _springs(renderer)
    return [(answer, springs.get(answer.force), into.get(answer.force)) for answer in known.answers]
