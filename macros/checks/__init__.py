"""The checks: small functions from the language to findings, run all together.

Each module holds the checks of one subject. A check never stops at the first finding and never raises for what a
person wrote.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from macros.checks import (
    addresses,
    agreement,
    cases,
    copying,
    diagnosis,
    disagreements,
    duplicates,
    editions,
    everyday,
    growth,
    jargon,
    labels,
    lengths,
    lessons,
    macros,
    pages,
    pasted,
    pattern_map,
    pictures,
    places,
    prose,
    published,
    references,
    relations,
    repetition,
    retired_links,
    rules,
    runs,
    signal_rows,
    spoken_to,
    wikilinks,
)
from macros.checks.newer_file import ages
from macros.checks.reported import first_findings, reported
from macros.findings.finding import Finding, Severity
from macros.language.language import Language
from macros.language.memory import Memory
from macros.language.reading import CASES, FRAME_FILES, Reading, read_language
from macros.processes.second_process import shared
from macros.record.published_text import TEXTS_FOLDER
from macros.record.published_urls import PUBLISHED_URLS
from macros.record.redirects import REDIRECTS
from macros.record.revisions import REVISIONS_FOLDER
from macros.written_pages.page import FOLDER
from macros.yaml.reader import without_garbage_collection

Check = Callable[[Language], Iterator[Finding]]

PATTERNS: Final = "patterns"
PAGES: Final = "pages"
RECORD: Final = "record"
PICTURES: Final = "pictures"
"""Kinds of files of which there are many; any other file is a kind of its own, by its name."""

CHECKS: tuple[Check, ...] = (
    pictures.pictures_are_whole,  # takes longest: whoever shares the work is not to begin with it last
    places.keys_are_plain,
    duplicates.ids_are_unique,
    duplicates.numbers_follow,
    duplicates.keys_are_unique,
    duplicates.names_are_unique,
    duplicates.addresses_are_unique,
    duplicates.list_items_are_unique,
    duplicates.terms_are_unique,
    wikilinks.pages_link_to_known_patterns,
    diagnosis.routes_move_on,
    signal_rows.rows_stand_once,
    signal_rows.answers_differ,
    relations.none_to_itself,
    relations.none_twice,
    relations.no_cycles,
    relations.tensions_have_reasons,
    pasted.texts_have_no_layout,
    pasted.texts_are_not_cut,
    pasted.names_are_not_quoted,
    pasted.quotation_marks_are_pairs,
    pasted.letters_are_whole,
    prose.no_raw_html,
    prose.no_images,
    prose.links_are_safe,
    prose.nesting_is_shallow,
    runs.minutes_add_up,
    runs.basis_is_whole,
    cases.no_case_holds_marks,
    cases.case_addresses_are_unique,
    rules.retirement_is_complete,
    rules.answers_follow_questions,
    retired_links.lists_name_published_patterns,
    retired_links.links_lead_to_published_patterns,
    pages.front_matter_is_known,
    pages.pages_hold_plain_html,
    pages.files_are_of_known_kinds,
    macros.pages_hold_no_code,
    pages.links_lead_somewhere,
    addresses.redirects_lead_somewhere,
    lessons.no_lesson_is_carried_twice,
    *published.CHECKS,
    labels.own_labels_are_known,
    labels.labels_are_whole,
    editions.patterns_are_in_every_edition,
    editions.files_are_in_every_edition,
    editions.texts_are_equally_new,
    copying.nothing_is_copied,
    repetition.sentences_are_new,
    lengths.texts_have_their_length,
    lengths.lists_have_their_length,
    agreement.lists_agree,
    agreement.runs_agree,
    agreement.numbers_and_names_agree,
    jargon.words_are_plain,
    spoken_to.summaries_speak_to_no_one,
    pictures.pictures_have_text,
    pattern_map.places_stand_apart,
)
"""What stands in the files."""

REFERENCES: Final[dict[Check, set[str]]] = {
    addresses.published_urls_can_be_read: set(),
    addresses.published_patterns_answer: {PATTERNS, PUBLISHED_URLS},
    places.chapters_are_known: {"language.yml"},
    pictures.emblems_have_a_chapter: {"language.yml"},
    references.vocabulary_is_known: {"language.yml"},
    references.roles_are_known: {"language.yml"},
    runs.moves_reach_every_reader: {"language.yml"},
    cases.cases_are_known: {CASES},
    references.sources_are_known: {"sources.yml"},
    references.patterns_are_known: set(),
    wikilinks.wikilinks_are_known: set(),
    diagnosis.words_are_known: {"language.yml"},
    signal_rows.rows_are_known: {PATTERNS},
    pages.pages_are_in_every_edition: {PAGES},
    macros.macros_are_called_well: {PAGES, CASES, "language.yml", "routes.yml"},
}
"""What files refer to -> the kinds of files that hold it. While one of these cannot be read, it may hold just that."""

WHOLES: Final[dict[Check, set[str]]] = {
    retired_links.links_lead_to_sections_that_are_there: {PATTERNS},
    addresses.published_chapters_answer: {"language.yml", "routes.yml", PAGES, RECORD, PUBLISHED_URLS, REDIRECTS},
    cases.published_cases_answer: {CASES, PUBLISHED_URLS, REDIRECTS, PAGES},
    relations.no_orphans: {PATTERNS},
    lessons.every_lesson_is_carried: {PATTERNS, "language.yml", "sources.yml"},
    diagnosis.matrix_is_whole: {"language.yml", "situations.yml"},
    signal_rows.every_pattern_is_reached: {PATTERNS, "situations.yml"},
    disagreements.sides_balance_each_other: {PATTERNS},
    everyday.words_are_in_the_texts: {PATTERNS, "everyday.yml"},
    pattern_map.patterns_have_a_place: {PATTERNS, "map.yml"},
}
"""What all files of some kinds must hold between them -> these kinds.

While one of them cannot be read, or refers to what does not exist, mending that may bring back just what is missing.
"""


def check(root: Path, memory: Memory | None = None, *, beside: bool = False) -> Reading:
    """Read the language and run every check.

    Args:
        root: the repository root.
        memory: what an earlier reading has left, which this one adds to.
        beside: whether a second process shares the checks, where the system can copy this one.

    Returns:
        The reading with all findings, ordered by place.
    """
    reading = read_language(root, memory)
    examine(reading, root, beside=beside)
    return reading


def examine(reading: Reading, root: Path, *, beside: bool = False) -> None:
    """Run every check on the language as read; its findings come to those of the reading, ordered by place.

    Args:
        reading: the language.
        root: the repository root.
        beside: whether a second process shares the checks; see `check`.
    """
    if reading.language.editions is not None:
        _run_checks(reading, root, beside=beside)
    reading.findings = reported(reading.findings)


def _run_checks(reading: Reading, root: Path, *, beside: bool) -> None:
    reading.language.order_by_age(ages(root, reading.language))
    with without_garbage_collection():
        others = [one for one in CHECKS if one.__module__ not in _OF_PAGES]
        found_by_others = shared([partial(_found, one, reading.language) for one in others], beside=beside)
        # What could be due to an error in another file is not reported: no file is blamed for another.
        for checks in (REFERENCES, WHOLES):
            wrong = _kinds_with_errors(reading.findings)
            for one, kinds in checks.items():
                if not kinds & wrong:
                    reading.findings += _found(one, reading.language)
        for one in CHECKS:
            reading.findings += _found(one, reading.language) if one.__module__ in _OF_PAGES else ()
        reading.findings += chain.from_iterable(found_by_others())
        for finding in first_findings(growth.record_only_grows(root, reading.language)):
            # A line that cannot be read is not missing as well.
            if finding.rule != "published-url-removed" or PUBLISHED_URLS not in wrong:
                reading.findings.append(finding)


_OF_PAGES: Final = {pages.__name__, macros.__name__}
"""Modules of checks that read the Markdown of the hand-written pages, which is to be done by one process only."""


def _found(one: Check, language: Language) -> list[Finding]:
    return first_findings(one(language))


def _kinds_with_errors(findings: list[Finding]) -> set[str]:
    return {_kind(finding.place.path) for finding in findings if finding.severity is Severity.ERROR}


def _kind(path: str) -> str:
    """Return the kind of a file: of a pattern, a case, a page or a kept text, or else its name."""
    folder, _, name = path.rpartition("/")
    if path == FOLDER or path.startswith(f"{FOLDER}/"):
        return PAGES
    if path.startswith((f"{TEXTS_FOLDER}/", f"{REVISIONS_FOLDER}/")):
        return RECORD
    if name.endswith(".svg"):
        return PICTURES
    if folder == f"patterns/{CASES}":
        return CASES
    return name if (folder in ("", "patterns") and name in FRAME_FILES) or not folder else PATTERNS
