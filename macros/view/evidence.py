"""The evidence for a pattern in one line: what the sources give, who wrote the approach, and where it was seen."""

from collections.abc import Iterator

from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.case import SourceCase
from macros.model.vocabulary import Source
from macros.view.blocks import Run, Runs, plain
from macros.view.blocks import words as printed
from macros.view.labels import Labels

MOST_WORDS = 20
_MOST_NAMES = 3


def evidence(pattern: Pattern, language: Language, words: Labels) -> Runs:
    """Return the evidence label of a pattern, at most 20 words: it goes wherever the text goes.

    It names fewer sources where all of them would make it longer.
    """
    for most in range(_MOST_NAMES, 0, -1):
        label = _label(pattern, language, words, most)
        if len(plain(label).split()) <= MOST_WORDS:
            break
    return label


def _label(pattern: Pattern, language: Language, words: Labels, most: int) -> Runs:
    further = f"{_approach(pattern, words)}. {_seen(pattern, language, words)}."
    return (*_sources(pattern, language, words, most), Run(printed(f". {further}")))


def _sources(pattern: Pattern, language: Language, words: Labels, most: int) -> Iterator[Run]:
    cases = [case for case in language.cases_of(pattern.key) if not case.from_practice]
    told_by = [case.fields.source for case in cases if isinstance(case.fields, SourceCase)]
    keys = told_by or [use.source for use in sorted(pattern.fields.sources, key=lambda use: not use.lesson)]
    named = [source for key in dict.fromkeys(keys) if (source := language.source(key))]
    names = list(dict.fromkeys(_short(source, words) for source in named))
    if cases:
        what = words("evidence_case") if len(cases) == 1 else words("evidence_cases").format(count=len(cases))
    else:
        what = words(f"evidence_{pattern.fields.confidence}")
    yield Run(printed(f"{words('source')}: {what}" + (" (" if names else "")))
    for place, name in enumerate(names[:most]):
        yield from ((Run(", "), name) if place else (name,))
    if names:
        yield Run(f" {words('and_others')})" if len(names) > most else ")")


def _short(source: Source, words: Labels) -> Run:
    """Return what the label calls a source."""
    if source.short_name:
        name = source.short_name
        return Run(printed(name.of(words.edition)), language=name.foreign(words.edition))
    return Run(printed(source.author or source.organisation or source.title))


def _approach(pattern: Pattern, words: Labels) -> str:
    """Return who wrote the approach."""
    basis = pattern.fields.basis
    whose = next((name for name in ("ours", "partly") if "intervention" in getattr(basis, name)), "theirs")
    return f"{words('evidence_approach')}: {words(f'evidence_{whose}')}"


def _seen(pattern: Pattern, language: Language, words: Labels) -> str:
    count = sum(case.from_practice for case in language.cases_of(pattern.key))
    few = {0: words("seen_never"), 1: words("seen_once")}
    times = few.get(count) or words("seen_times").format(count=count)
    return f"{words('seen_in_practice')}: {times}"
