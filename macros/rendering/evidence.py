"""The evidence for a pattern in one line: what the sources give, who wrote the approach, and where it was seen."""

from macros.core.case import SourceCase
from macros.core.frame import Source
from macros.core.language import Language, Pattern
from macros.rendering.words import Words

MOST_WORDS = 18
_MOST_NAMES = 3


def evidence(pattern: Pattern, language: Language, words: Words) -> str:
    """Return the evidence label of a pattern, at most 18 words: it goes wherever the text goes."""
    parts = [_sources(pattern, language, words), _approach(pattern, words), _seen(pattern, language, words)]
    return " ".join(f"{part}." for part in parts if part)


def _sources(pattern: Pattern, language: Language, words: Words) -> str:
    cases = [case for case in language.cases_of(pattern.key) if not case.from_practice]
    told_by = [case.fields.source for case in cases if isinstance(case.fields, SourceCase)]
    keys = told_by or [use.source for use in sorted(pattern.fields.sources, key=lambda use: not use.lesson)]
    named = [source for key in dict.fromkeys(keys) if (source := language.source(key))]
    names = list(dict.fromkeys(_short(source, words) for source in named))
    shown = ", ".join(names[:_MOST_NAMES]) + (f" {words('and_others')}" if len(names) > _MOST_NAMES else "")
    if cases:
        what = words("evidence_case") if len(cases) == 1 else words("evidence_cases").format(count=len(cases))
    else:
        what = words(f"evidence_{pattern.fields.confidence}")
    return f"{words('source')}: {what} ({shown})" if shown else f"{words('source')}: {what}"


def _short(source: Source, words: Words) -> str:
    """Return what the label calls a source."""
    if source.short_name:
        return source.short_name.of(words.edition)
    return source.author or source.organisation or source.title


def _approach(pattern: Pattern, words: Words) -> str:
    """Return who wrote the approach; empty while the pattern does not say so."""
    basis = pattern.fields.basis
    if basis is None:
        return ""
    whose = next((name for name in ("ours", "partly") if "intervention" in getattr(basis, name)), "theirs")
    return f"{words('evidence_approach')}: {words(f'evidence_{whose}')}"


def _seen(pattern: Pattern, language: Language, words: Words) -> str:
    count = sum(case.from_practice for case in language.cases_of(pattern.key))
    few = {0: words("seen_never"), 1: words("seen_once")}
    times = few.get(count) or words("seen_times").format(count=count)
    return f"{words('seen_in_practice')}: {times}"
