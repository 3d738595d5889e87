"""Checks that no text copies a source: what a source says is told in our own words."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from macros.checks.fingerprints import RUN, Fingerprints, load
from macros.findings.finding import Finding, Place
from macros.language.language import Language
from macros.model.editions import EDITIONS, Edition

_FRAMES: Final = ("language.yml", "situations.yml", "routes.yml", "glossary.yml", "disagreements.yml")


def nothing_is_copied(language: Language) -> Iterator[Finding]:
    """No text shares a run of eight words with a source; a quotation has at most seven."""
    # The sources are in the language of the main edition: texts in another one cannot share a run of words with them.
    prints, main = load(), EDITIONS[0]
    for _pattern, group in groupby(language.texts(), key=lambda text: text.pattern):
        texts = [text for text in group if text.edition == main]
        # One look at all texts of a pattern, in which nearly never anything is caught.
        if not prints.may_hold("\n".join(text.text for text in texts)):
            continue
        for text in texts:
            for run in prints.runs_in(text.text):
                yield _finding(text.document.place_within(text.loc, " ".join(run.split()[:2])), run)
    for document in [
        *language.case_documents.values(),
        *(language.data_files[name] for name in _FRAMES if name in language.data_files),
    ]:
        for loc, words in document.texts:
            if main in loc:
                for run in prints.runs_in(words):
                    yield _finding(document.place_within(loc, " ".join(run.split()[:2])), run)
    yield from _in_pages(language, prints, main)


def _in_pages(language: Language, prints: Fingerprints, main: Edition) -> Iterator[Finding]:
    for page in language.pages.values():
        if page.edition == main:
            for run in prints.runs_in(page.text):
                yield _finding(page.place(page.text.index(run)), run)


def _finding(place: Place, run: str) -> Finding:
    return Finding(place, "copied", {"words": RUN, "most": RUN - 1}, run)
