"""The words of its own that a language has for the pages of an edition."""

import re
from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding, Place, Severity, among
from macros.language.editions import labels_path
from macros.language.language import Language
from macros.model.editions import EDITIONS, OWN_LABELS
from macros.view.labels import engine_labels, stand_in

_HOLE: Final = re.compile(r"\{[^{}]*\}?|\}")
_LISTS: Final = ("months", "numbers")
"""Keys whose words are taken one by one."""
MAX_NAMED: Final = 12
"""As many missing words as a notice names."""


def own_labels_are_known(language: Language) -> Iterator[Finding]:
    """A word of its own stands under a known key, with no other holes to fill than the words it takes the place of."""
    known = engine_labels()
    for document in language.label_files.values():
        for key, text in document.data.items():
            if key not in known:
                yield Finding(document.place((key,), of_key=True), "unknown-label", {}, key, among(key, known))
                continue
            texts = known[key].values()
            holes = {hole for one in texts for hole in _HOLE.findall(one)}
            for hole in _HOLE.findall(text):
                if hole not in holes:
                    yield Finding(document.place((key,)), "label-hole", {"holes": tuple(sorted(holes))}, hole)
            count = len(next(iter(texts)).split())
            if key in _LISTS and len(text.split()) != count:
                yield Finding(document.place((key,)), "label-list", {"field": key, "count": count}, text)


def labels_are_whole(language: Language) -> Iterator[Finding]:
    """An edition has every word of its pages; where it does not, another language's stand there."""
    known = engine_labels()
    for edition in EDITIONS:
        own = OWN_LABELS.get(edition, {})
        missing = [key for key, texts in known.items() if edition not in texts and key not in own]
        if missing:
            named = (*missing[:MAX_NAMED], "…") if len(missing) > MAX_NAMED else tuple(missing)
            document = language.label_files.get(edition)
            yield Finding(
                document.place() if document else Place(labels_path(edition)),
                "labels-missing",
                {"count": len(missing), "edition": edition, "shown": stand_in(), "keys": named},
                severity=Severity.NOTICE,
            )
