"""Is a reference still current: the page that says it, and what it knows of every text that was published."""

import json
from typing import Any, Final
from urllib.parse import urlsplit

from markupsafe import Markup

from macros.language.address_targets import earlier_texts, pattern_targets
from macros.language.addresses import dated_texts, pattern_address
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.model.former_fields import field_named, same_words
from macros.pages.renderer import Renderer
from macros.record.published_text import PublishedText
from macros.record.sections import TextSection, fingerprint
from macros.view.labels import Labels, engine_labels

_SCRIPT: Final = "assets/scripts/check/page.js"
_SAID: Final = (
    "check_none",
    "check_one",
    "check_many",
    "check_count_same",
    "check_count_changed",
    "check_count_other",
    "check_same",
    "check_changed",
    "check_held",
    "check_before",
    "check_undated",
    "check_year",
    "check_withdrawn",
    "check_retired",
    "check_successor",
    "check_unknown",
    "check_unknown_address",
    "check_parts_changed",
    "check_parts_added",
    "check_parts_gone",
    "check_then",
    "check_now",
    "check_failed",
    "and",
    "bundle_other_version",
    "bundle_too_big",
    "bundle_unreadable",
)


def reference_check(renderer: Renderer) -> Markup:
    """Return where one pastes a reference or opens a bundle, and reads what became of the texts since."""
    places, edition = renderer.places, renderer.edition
    return renderer.render(
        "check.html",
        script=places.to(f"{ROOTS[edition]}{_SCRIPT}"),
        data={
            "words": {key: renderer.words(key) for key in _SAID},
            "texts": places.to(dated_texts(edition)),
            "root": places.to(""),
            "roots": ROOTS,
            "host": urlsplit(renderer.settings.url).netloc,
            "labels": {one: Labels(one).pattern for one in EDITIONS},
            "months": [Labels(one).months.split() for one in EDITIONS],
            "own": EDITIONS.index(edition),
        },
    )


def dated_texts_json(renderer: Renderer) -> str:
    """Return, as JSON, the texts of every pattern with their dates and what changed, and the addresses of patterns.

    `patterns`: by number the name, the page, and the texts of each edition, the oldest first; what differs from
    today's text is told in the words of this edition. `pages`: the number by each address of a pattern's page.
    """
    language = renderer.language
    known = [pattern for pattern in language.patterns.values() if not pattern.draft]
    pages = {address: one.id for address, one in pattern_targets(language).items() if _is_page(address)}
    return json.dumps(
        {
            "patterns": {pattern.id: _pattern(pattern, language, renderer.edition) for pattern in known},
            "pages": pages,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _is_page(address: str) -> bool:
    return not any(address.startswith(f"{root}p/") for root in ROOTS.values())


def _pattern(pattern: Pattern, language: Language, edition: Edition) -> dict[str, Any]:
    """Return what is known of a pattern's texts."""
    earlier = earlier_texts(language, pattern)
    today = {
        one: str(language.text_date(pattern, one))
        for one in EDITIONS
        if pattern.own_text(one) is not None and not pattern.withdrawal
    }
    told: dict[str, Any] = {
        "name": pattern.name(edition),
        "page": pattern_address(pattern, edition),
        "today": today,
        "texts": {
            one: [_text(text, pattern, language, edition) for text in earlier if text.edition == one]
            + ([{"date": today[one]}] if one in today else [])
            for one in EDITIONS
        },
    }
    if pattern.retired:
        told["retired"] = True
    successor = language.patterns.get(pattern.fields.successor or "")
    if successor:
        told["successor"] = successor.id
    return told


def _text(text: PublishedText, pattern: Pattern, language: Language, edition: Edition) -> dict[str, Any]:
    """Return an earlier text: its date, what a writer said of the one after it, and which parts are otherwise today."""
    told: dict[str, Any] = {"date": str(text.text_date)}
    if language.withdrawals.of(text):
        return told | {"withdrawn": True}
    if pattern.withdrawal or pattern.own_text(text.edition) is None:
        return told
    today, then = _parts(language.sections(pattern, text.edition)[0]), _parts(text.sections)
    parts = {
        "changed": [one for one in today if one in then and today[one] != then[one]],
        "added": [one for one in today if one not in then],
        "gone": [one for one in then if one not in today],
    }
    named = {names: [*headings] for names, headings in [*then.items(), *today.items()]}
    return told | {
        kind: [_named(heading, edition) for names in those for heading in named[names]]
        for kind, those in parts.items()
        if those
    }


def _parts(sections: list[TextSection]) -> dict[frozenset[str], dict[str, str]]:
    """Return, of sections that share words over time, each heading with a fingerprint of what a reader reads there."""
    parts: dict[frozenset[str], dict[str, str]] = {}
    for section in sections:
        parts.setdefault(same_words(section.heading), {})[section.heading] = fingerprint([section])
    return parts


def _named(heading: str, edition: Edition) -> str:
    """Return what a part of a text is called within a sentence."""
    key = f"named_{field_named(heading)}"
    return Labels(edition)(key) if key in engine_labels() else heading.replace("_", " ")
