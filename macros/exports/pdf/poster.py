"""Posters: the whole language by chapter, in two sizes of paper, and each reading route."""

from collections.abc import Iterator
from typing import Any, Final

from macros.exports.imprint import Imprint, midnight
from macros.exports.pdf.typesetting import qr_code, typeset
from macros.exports.pictures import printed_emblem
from macros.exports.typst_data import picture_data, run_data
from macros.language.addresses import POSTER_PAPERS, poster, route_address
from macros.language.pattern import Pattern
from macros.model.editions import ROOTS
from macros.model.vocabulary import Route
from macros.text.sentences import first_sentence
from macros.view.blocks import Run, plain, words
from macros.view.routes import steps_of

_OF_ROUTES: Final = "a3"


def posters(imprint: Imprint) -> Iterator[tuple[str, bytes]]:
    """Yield the address and content of each poster."""
    for paper in POSTER_PAPERS:
        yield poster(paper, imprint.edition), language_poster(imprint, paper)
    for route in imprint.language.routes.routes if imprint.language.routes else ():
        yield poster(f"route-{route.key}", imprint.edition), route_poster(route, imprint)


def language_poster(imprint: Imprint, paper: str) -> bytes:
    """Return the whole language on one side of paper, chapter by chapter.

    Args:
        imprint: the edition.
        paper: one of `POSTER_PAPERS`.
    """
    chapters = [
        {
            "number": number,
            "name": words(chapter.of(imprint.edition).name),
            "language": chapter.shown_in(imprint.edition),
            "emblem": printed_emblem(chapter, number, imprint),
            "cells": [_cell(pattern, imprint) for pattern in imprint.language.in_chapter(chapter.key)],
        }
        for number, chapter in enumerate(imprint.language.chapters(), 1)
    ]
    data = {
        "paper": paper,
        "title": imprint.name,
        "title_language": imprint.edition,
        "subtitle": imprint.words.site_claim,
        "chapters": [chapter for chapter in chapters if chapter["cells"]],
        "steps": [],
    }
    return _typeset(data, imprint, imprint.url(ROOTS[imprint.edition]))


def route_poster(route: Route, imprint: Imprint) -> bytes:
    """Return a reading route on one side of paper, step by step."""
    told, shown_in = route.of(imprint.edition), route.shown_in(imprint.edition)
    data = {
        "paper": _OF_ROUTES,
        "title": words(told.name),
        "title_language": shown_in,
        "subtitle": first_sentence(plain(imprint.reader(shown_in).runs(told.summary))),
        "chapters": [],
        "steps": [
            _cell(pattern, imprint) | {"step": number, "why": run_data(imprint.runs(step.why))}
            for number, (step, pattern) in enumerate(steps_of(route, imprint.language), 1)
        ],
    }
    return _typeset(data, imprint, imprint.url(route_address(route, imprint.edition)))


def _cell(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    view = imprint.view(pattern)
    return {
        "number": pattern.id,
        "name": words(view.text.name),
        "language": view.language,
        "chapter": view.chapter_number,
        "picture": picture_data(view),
        "permalink": imprint.permalink(pattern),
    }


def _typeset(data: dict[str, Any], imprint: Imprint, address: str) -> bytes:
    day, of = imprint.revised(), imprint.words
    shared = {
        "author": imprint.author,
        "date": [day.year, day.month, day.day],
        "language": imprint.edition,
        "imprint": [
            run_data((Run(address, url=address),)),
            run_data((Run(f"{imprint.author}, {of.text_of} {of.day(day)}. "), *imprint.licence)),
        ],
        "qr": qr_code(address),
        "qr_alt": f"{of.qr_code}: {address}",
    }
    return typeset("poster", data | shared, midnight(day))
