"""Turns of phrase that tire, counted over the whole language: a report for those who write."""

from collections import Counter

from macros.checks.wording import wording
from macros.language.language import Language

WORST = 5
"""As many pages as the report names for each turn of phrase."""


def tics(language: Language) -> dict[str, Counter[str]]:
    """Return how often each turn of phrase stands in each text: its name -> `key (edition)` -> times."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in wording().tics}
    for text in language.texts():
        # A question belongs in `question`; anywhere else it is a trick.
        names = [name for name in counts if not (name == "question" and text.field == "question")]
        for name in names:
            phrase = wording().tics[name].get(text.edition)
            if phrase and (times := len(phrase.findall(text.text))):
                counts[name][f"{text.pattern.key} ({text.edition})"] += times
    return counts


def tics_report(language: Language) -> str:
    """Return the counts as text, with the pages that have most of each."""
    lines: list[str] = []
    for name, count in tics(language).items():
        lines.append(f"{name}: {count.total()} in {len(count)} texts")
        lines += [f"  {times:3} {where}" for where, times in count.most_common(WORST) if times > 1]
    return "\n".join(lines)
