"""The checks: small functions from the language to findings, run all together.

Each module holds the checks of one subject. A check never stops at the first finding and never raises for what a
person wrote.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Final

from macros.core.checks import (
    addresses,
    agreement,
    alive,
    copying,
    diagnosis,
    duplicates,
    editions,
    growth,
    jargon,
    lengths,
    lessons,
    macros,
    pages,
    places,
    prose,
    published,
    references,
    relations,
    repetition,
    rules,
    wikilinks,
)
from macros.core.findings import MAX_FINDINGS, Finding, Place, Severity
from macros.core.language import Language
from macros.core.reading import Memory, Reading, read_language
from macros.core.source import without_garbage_collection

Check = Callable[[Language], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    places.chapters_are_known,
    places.keys_are_plain,
    duplicates.ids_are_unique,
    duplicates.keys_are_unique,
    duplicates.names_are_unique,
    duplicates.addresses_are_unique,
    duplicates.list_items_are_unique,
    duplicates.terms_are_unique,
    references.vocabulary_is_known,
    references.patterns_are_known,
    references.sources_are_known,
    wikilinks.wikilinks_are_known,
    wikilinks.pages_link_to_known_patterns,
    diagnosis.words_are_known,
    diagnosis.matrix_is_whole,
    diagnosis.routes_move_on,
    relations.none_to_itself,
    relations.none_twice,
    relations.no_cycles,
    relations.tensions_have_reasons,
    relations.no_orphans,
    prose.no_raw_html,
    prose.no_images,
    prose.links_are_safe,
    rules.examples_fit_their_kind,
    rules.retirement_is_complete,
    alive.lists_name_the_living,
    alive.links_lead_to_the_living,
    pages.pages_are_in_every_edition,
    pages.front_matter_is_known,
    pages.pages_hold_plain_html,
    pages.files_are_of_known_kinds,
    macros.pages_hold_no_code,
    macros.macros_are_called_well,
    pages.links_lead_somewhere,
    addresses.ledger_is_whole,
    addresses.published_patterns_answer,
    addresses.published_chapters_answer,
    addresses.moves_lead_somewhere,
    lessons.every_lesson_is_carried,
    *published.CHECKS,
    editions.patterns_are_in_every_edition,
    editions.files_are_in_every_edition,
    editions.texts_are_equally_new,
    copying.nothing_is_copied,
    repetition.sentences_are_new,
    lengths.texts_have_their_length,
    lengths.lists_have_their_length,
    agreement.lists_agree,
    agreement.numbers_and_names_agree,
    jargon.words_are_plain,
)


def check(root: Path, memory: Memory | None = None) -> Reading:
    """Read the language and run every check.

    Args:
        root: the repository root.
        memory: what an earlier reading has left, which this one adds to.

    Returns:
        The reading with all findings, ordered by place.
    """
    reading = read_language(root, memory)
    examine(reading, root)
    return reading


def examine(reading: Reading, root: Path) -> None:
    """Run every check on the language as read; its findings come to those of the reading, ordered by place."""
    with without_garbage_collection():
        for one in CHECKS:
            reading.findings += first_findings(one(reading.language))
    reading.findings += first_findings(growth.record_only_grows(root, reading.language))
    reading.findings.sort(key=lambda finding: (finding.place, finding.message, finding.written))
    reading.findings[:] = few_for_each_file(reading.findings)


MAX_OF_A_CHECK: Final = 2000
"""One check stops here: each finding takes its time, and a file can be made to give hundreds of thousands."""


def first_findings(findings: Iterator[Finding]) -> list[Finding]:
    """Return the findings of one check, as far as they are worth the time; an error tells that there are more."""
    first = list(islice(findings, MAX_OF_A_CHECK))
    if further := next(findings, None):
        first.append(Finding(Place(further.place.path), "too-many-findings"))
    return first


def few_for_each_file(findings: list[Finding]) -> Iterator[Finding]:
    """Yield the first `MAX_FINDINGS` errors of each file and as many of the rest, with a finding where there are more.

    Args:
        findings: ordered by place.
    """
    for path, group in groupby(findings, key=lambda finding: finding.place.path):
        counts: Counter[bool] = Counter()
        for finding in group:
            counts[finding.severity is Severity.ERROR] += 1
            if counts[finding.severity is Severity.ERROR] <= MAX_FINDINGS:
                yield finding
        for is_error, count in counts.items():
            if count > MAX_FINDINGS:
                severity = Severity.ERROR if is_error else Severity.WARNING
                holes = {"count": count - MAX_FINDINGS}
                yield Finding(Place(path), "too-many-findings.counted", holes, severity=severity)
