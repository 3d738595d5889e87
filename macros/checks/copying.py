"""Checks that no text copies a source: what a source says is told in our own words."""

from collections.abc import Iterator
from typing import Final

from macros.checks.fingerprints import RUN, Fingerprints, load
from macros.findings.finding import Finding, Place
from macros.language.language import Language
from macros.model.editions import EDITIONS

SOURCES_IN: Final = EDITIONS[0]
"""The language of the sources: texts in another one cannot share a run of words with them."""
_FRAMES: Final = ("language.yml", "situations.yml", "routes.yml", "glossary.yml", "disagreements.yml")


def nothing_is_copied(language: Language) -> Iterator[Finding]:
    """No text shares a run of eight words with a source; a quotation has at most seven."""
    prints = load()
    for text in language.texts():
        if text.edition == SOURCES_IN:
            for run in prints.runs_in(text.text):
                yield _finding(text.document.place_within(text.loc, " ".join(run.split()[:2])), run)
    for document in [
        *language.case_documents.values(),
        *(language.data_files[name] for name in _FRAMES if name in language.data_files),
    ]:
        for loc, words in document.texts:
            if SOURCES_IN in loc:
                for run in prints.runs_in(words):
                    yield _finding(document.place_within(loc, " ".join(run.split()[:2])), run)
    yield from _in_pages(language, prints)


def _in_pages(language: Language, prints: Fingerprints) -> Iterator[Finding]:
    for page in language.pages.values():
        if page.edition == SOURCES_IN:
            for run in prints.runs_in(page.text):
                yield _finding(page.place(page.text.index(run)), run)


def _finding(place: Place, run: str) -> Finding:
    return Finding(place, "copied", {"words": RUN, "most": RUN - 1}, run)
