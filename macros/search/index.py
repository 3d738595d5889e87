"""The index: what search and diagnosis read of the language, as one JSON file for each edition."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from macros.language.addresses import pattern_address, search_file
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.search_words import Rules, rules_of, words
from macros.model.editions import Edition, others
from macros.search.entries import SHOWN, Entry, Found, columns, stem_places
from macros.search.other_pages import KINDS, other_pages, prose_of
from macros.view.labels import Labels
from macros.yaml.reader import parse

_BODY: Final = ("context", "intervention")
_WEIGHTS: Final = Path(__file__).with_name("weights.yml")


def index_files(language: Language, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the files that browsers fetch, by address: the patterns, and apart from them other pages and pictures."""
    files = {
        "index": pattern_index(language, edition),
        "pages": page_index(language, edition),
        "pictures": {
            pattern.id: language.pictures.thumbnail(pattern.document.path)
            for pattern in language.published()
            if not pattern.withdrawal
        },
    }
    for name, data in files.items():
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        yield search_file(name, edition), text.encode()


def pattern_index(language: Language, edition: Edition) -> Entry:
    """Return the index of the patterns of an edition.

    Returns:
        `entries`: the patterns as `columns`, with their addresses from the root of the site. `words`: the other words
        that stand in them, see `stem_places`. `everyday`: what people say, and the stems that say it in the texts, see
        `_everyday`. `signals`: what can be ticked, with the numbers of the patterns that it
        points to. `labels` and `terms`: what a result says. `rules` and `weights`: how words are compared, what counts
        how much.
    """
    rules = rules_of(edition)
    patterns = [Found(*_pattern(language, pattern, edition)) for pattern in language.published()]
    vocabulary = language.vocabulary
    kinds = (("role", vocabulary.roles), ("time", vocabulary.takes)) if vocabulary else ()
    return {
        "rules": rules.data(),
        "weights": weights(),
        "labels": _labels(edition),
        "chapters": [chapter.key for chapter in language.chapters()],
        "terms": {kind: {term.key: term.of(edition).name for term in terms} for kind, terms in kinds},
        "signals": _signals(language),
        # In this order, in which the same words stand near one another, it takes less to fetch.
        "entries": columns([found.entry for found in patterns]),
        "everyday": _everyday(language, edition, rules),
        "words": stem_places(patterns, rules),
    }


def page_index(language: Language, edition: Edition) -> Entry:
    """Return the index of what is found beside patterns, in the shape of `pattern_index` without signals."""
    rules = rules_of(edition)
    pages = [Found(entry, {"far": texts}) for entry, texts in other_pages(language, edition)]
    return {
        "rules": rules.data(),
        "weights": weights(),
        "entries": columns([found.entry for found in pages]),
        "words": stem_places(pages, rules),
    }


def _labels(edition: Edition) -> dict[str, str]:
    """Return what results say, by the name that their script knows it by."""
    words = Labels(edition)
    said = ("one", "many", "close", "page", "none", "none_advice")
    headings = ("near", "also", "beside", "others")
    kinds = (f"kind_{kind}" for kind in KINDS)
    fields = (f"in_{field}" for field in ("id", *weights()["fields"]))
    return {name: words(f"search_{name}") for name in (*said, *headings, "more", "can_start", "or", *kinds, *fields)}


@cache
def weights() -> Entry:
    """Return weights.yml without the reasons: numbers, and pairs of numbers for few words and for a sentence."""

    def numbers(value: Any) -> Any:
        if not isinstance(value, dict):
            return [float(one) for one in value] if isinstance(value, list) else float(value)
        for name in ("weights", "value"):
            if name in value:
                return numbers(value[name])
        return {name: numbers(one) for name, one in value.items()}

    found: Entry = numbers(parse(_WEIGHTS.read_bytes(), _WEIGHTS.name).data)
    return found


def _pattern(language: Language, pattern: Pattern, edition: Edition) -> tuple[Entry, dict[str, list[str]]]:
    text, shown_in = pattern.text(edition)
    plain = prose_of(language, shown_in).plain
    fields = pattern.fields
    entry: Entry = {
        "id": pattern.id,
        "address": pattern_address(pattern, edition),
        "name": text.name,
        "other_name": [pattern.name(one) for one in others(edition) if one in pattern.editions],
        "chapter": pattern.chapter,
        "level": fields.levels,
        "role": fields.can_start,
        "phase": fields.phases,
        "time": fields.takes,
        "ties": sorted({tie.pattern.id for tie in language.ties(pattern.key)}),
        "summary": plain(text.summary),
        "signals": [plain(signal) for signal in text.signals],
        "situations": text.situations,
        "problem": plain(text.problem),
        "keywords": _without_stop_words(text.keywords, rules_of(shown_in)),
    }
    if shown_in != edition:
        entry["lang"] = shown_in
    told = {"body": [], "far": []} if pattern.withdrawal else _told(pattern, shown_in)
    return entry, {kind: [plain(one) for one in texts] for kind, texts in told.items()}


def _without_stop_words(texts: list[str], rules: Rules) -> list[str]:
    """Return texts that nobody reads without the words that do not count: they need not travel to the browser."""
    short = (" ".join(word for word in words(text) if word not in rules.stop) for text in texts)
    return sorted({text for text in short if text})


def _told(pattern: Pattern, edition: Edition) -> dict[str, list[str]]:
    """Return what a pattern tells in the fields that results do not quote."""
    told: dict[str, list[str]] = {"body": [], "far": []}
    for loc, text in pattern.document.texts:
        if len(loc) > 1 and loc[0] == edition and loc[1] not in SHOWN and loc[1] not in ("slug", "aliases", "revised"):
            told["body" if loc[1] in _BODY else "far"].append(text)
    return told


def _signals(language: Language) -> dict[str, Entry]:
    """Return what can be ticked by its id: the patterns' own signals, and what the diagnosis asks."""
    found: dict[str, Entry] = {}
    for pattern in language.published():
        for place in range(1, 1 + max(len(text.signals) for text in pattern.fields.texts.values())):
            found[f"{pattern.id}.{place}"] = {"begin": [pattern.id], "then": [], "stated": False}
    if language.situations:
        named = {signal.key: signal for signal in language.situations.signals}
        cells = {f"{cell.stagnation}.{cell.level}": cell for cell in language.situations.matrix}
        for name, one in (named | cells).items():
            begin, then = ([language.patterns[key].id for key in keys] for keys in (one.start, one.then))
            found[name] = {"begin": begin, "then": then, "stated": one.basis == "stated"}
        for spring in language.situations.springs:
            if spring.dry:
                begin = [language.patterns[key].id for key in spring.go_to]
                found[f"missing.{spring.dry}"] = {"begin": begin, "then": [], "stated": spring.basis == "stated"}
    return found


def _everyday(language: Language, edition: Edition, rules: Rules) -> list[tuple[str, str]]:
    """Return the rows of everyday.yml: what is said, with commas between, and the stems that stand in our texts."""
    rows_of = language.everyday.texts.get(edition, []) if language.everyday else []
    return [
        (
            ",".join(" ".join(rules.stems(said)) for said in row.said),
            " ".join(map(rules.stem, words(" ".join(row.ours)))),
        )
        for row in rows_of
    ]
