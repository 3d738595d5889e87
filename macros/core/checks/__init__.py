"""The checks: small functions from the language to findings, run all together.

Each module holds the checks of one subject. A check never stops at the first finding and never raises for what a
person wrote.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

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
from macros.core.findings import Finding
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
            reading.findings += one(reading.language)
    reading.findings += growth.record_only_grows(root, reading.language)
    reading.findings.sort(key=lambda finding: (finding.place, finding.message, finding.written))
