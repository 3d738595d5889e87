"""The index: what search and diagnosis read of the language, as one JSON file for each edition."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from macros.language.addresses import case_address, chapter_address, pattern_address, route_address, search_file
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.language.search_words import Rules, rules_of, words
from macros.model.editions import Edition, others
from macros.text.sentences import first_sentence
from macros.view.cases import case_parts
from macros.view.labels import Labels
from macros.view.prose import Prose
from macros.yaml.reader import parse

SHOWN: Final = ("name", "keywords", "summary", "situations", "signals", "other_name", "problem")
"""The fields whose text is in the index, and that results quote; keywords and the other name only count."""
KINDS: Final = ("word", "route", "chapter", "case", "page")
"""What is found beside patterns."""
STEP, FIRST_STEP = 34, ord(":")
_BODY: Final = ("context", "intervention")
_STEM: Final = re.compile(r"([0-9])([a-z0-9]*)([:-\[~]+)")
"""A stem as `_places` writes it: letters shared with the one before, the rest, steps."""
_WEIGHTS: Final = Path(__file__).with_name("weights.yml")
_NO_WORDS: Final = re.compile(
    r"\A---\n.{0,2000}?\n---\n|<!--.{0,2000}?-->|\{\{.{0,500}?\}\}|\{[:#][^{}\n]*\}|<[^<>]*>|\]\([^()\s]*\)"
    r"|(?m:^)[ \t>]*/{3,}(?:[ \t]*details[ \t]*\|)?",
    re.DOTALL,
)
"""What is not read of a page: front matter, comments, calls of macros, attributes, tags, addresses, marks of folds."""

Entry = dict[str, Any]


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
        that stand in them, see `_places`. `everyday`: what people say, and the stems that say it in the texts, see
        `_everyday`. `signals`: what can be ticked, with the numbers of the patterns that it
        points to. `labels` and `terms`: what a result says. `rules` and `weights`: how words are compared, what counts
        how much.
    """
    rules = rules_of(edition)
    patterns = [_Found(*_pattern(language, pattern, edition)) for pattern in language.published()]
    vocabulary = language.vocabulary
    kinds = (("role", vocabulary.roles), ("time", vocabulary.takes)) if vocabulary else ()
    return {
        "rules": rules.data(),
        "weights": weights(),
        "labels": _labels(edition),
        "chapters": [chapter.key for chapter in vocabulary.chapters] if vocabulary else [],
        "terms": {kind: {term.key: term.of(edition).name for term in terms} for kind, terms in kinds},
        "signals": _signals(language),
        # In this order, in which the same words stand near one another, it takes less to fetch.
        "entries": columns([found.entry for found in patterns]),
        "everyday": _everyday(language, edition, rules),
        "words": _places(patterns, rules),
    }


def page_index(language: Language, edition: Edition) -> Entry:
    """Return the index of what is found beside patterns, in the shape of `pattern_index` without signals."""
    rules = rules_of(edition)
    pages = [_Found(entry, {"far": texts}) for entry, texts in _pages(language, edition)]
    return {
        "rules": rules.data(),
        "weights": weights(),
        "entries": columns([found.entry for found in pages]),
        "words": _places(pages, rules),
    }


def _labels(edition: Edition) -> dict[str, str]:
    """Return what results say, by the name that their script knows it by."""
    words = Labels(edition)
    names = ("can_start", "or", "one", "many", "none", "none_advice", "more", "near", "beside", "others")
    kinds = (f"kind_{kind}" for kind in KINDS)
    fields = (f"in_{field}" for field in ("id", *weights()["fields"]))
    return {name: words(f"search_{name}") for name in (*names, *kinds, *fields)}


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


class _Found:
    """Something that is found: what the index says of it, and texts of which it keeps only the words."""

    def __init__(self, entry: Entry, texts: dict[str, list[str]]) -> None:
        self.entry, self.texts = entry, texts


def _pattern(language: Language, pattern: Pattern, edition: Edition) -> tuple[Entry, dict[str, list[str]]]:
    text, shown_in = pattern.text(edition)
    plain = _prose(language, shown_in).plain
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


def _pages(language: Language, edition: Edition) -> Iterator[tuple[Entry, list[str]]]:
    """Yield what is found beside patterns: words of the glossary, routes, chapters, cases and hand-written pages."""
    prose = _prose(language, edition)

    def entry(kind: str, address: str, name: str, summary: str, keywords: Iterable[str] = ()) -> Entry:
        return {"kind": kind, "address": address, "name": name, "summary": summary, "keywords": list(keywords)}

    written = [page for page in language.pages.values() if page.edition == edition]
    words = next((page.address for page in written if page.id == "words"), None)
    for term in language.glossary.terms if language.glossary and words else ():
        text = term.of(edition)
        yield entry("word", f"{words}#{term.key}", text.term, prose.plain(text.meaning), text.also), []
    for route in language.routes.routes if language.routes else ():
        of_route = route.of(edition)
        reasons = [step.why.of(edition) for step in route.steps]
        yield entry("route", route_address(route, edition), of_route.name, prose.plain(of_route.summary)), reasons
    for chapter in language.vocabulary.chapters if language.vocabulary else ():
        of_chapter = chapter.of(edition)
        summary = prose.plain(of_chapter.explanation)
        yield entry("chapter", chapter_address(chapter, edition), of_chapter.name, summary), [of_chapter.opening]
    for case in language.cases.values():
        parts = [prose.plain(text) for _heading, text in case_parts(case, edition)]
        yield entry("case", case_address(case, edition), case.name(edition), first_sentence(parts[0])), parts
    for page in written:
        read = _NO_WORDS.sub(" ", page.text)
        if page.title and page.id != "search":
            yield entry("page", page.address, page.title, ""), [prose.plain(read)]


def _prose(language: Language, edition: Edition) -> Prose:
    """Return what makes prose plain: a link is its words."""

    def resolve(key: str, _section: str) -> tuple[str, str] | None:
        return ("", language.patterns[key].name(edition)) if key in language.patterns else None

    return Prose(resolve)


def _places(found: list[_Found], rules: Rules) -> dict[str, str]:
    """Return for "body" and "far" which stems stand where, without those that the entry shows.

    Stop words are left out too, but for those that no entry shows: every word finds something.

    `far: "0ambtenar=;G4ig?"` says that the first, ambtenar, stands in three entries: a character for the steps from one
    place in the list to the next. The second has the first 4 letters of the one before it: ambtig.
    """
    shown = {stem for one in found for text in shown_texts(one.entry) for stem in rules.stems(text)}
    stop = {rules.stem(word) for word in rules.stop} & shown
    places: dict[str, dict[str, list[int]]] = {}
    for place, one in enumerate(found):
        known = stop | {stem for text in shown_texts(one.entry) for stem in rules.stems(text)}
        for kind, texts in one.texts.items():
            stems = {stem for text in texts for stem in rules.stems(text)} - known
            for stem in stems:
                places.setdefault(kind, defaultdict(list))[stem].append(place)
            known |= stems
    return {
        kind: "".join(f"{shared}{stem[shared:]}{_steps(by_stem[stem])}" for shared, stem in _after_another(by_stem))
        for kind, by_stem in places.items()
    }


def _after_another(stems: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield stems in the order of the alphabet, each with how many letters it shares with the one before: at most 9."""
    before = ""
    for stem in sorted(stems):
        different = (at for at, pair in enumerate(zip(before, stem, strict=False)) if pair[0] != pair[1])
        yield min(next(different, min(len(before), len(stem))), 9), stem
        before = stem


def stems_and_places(written: str) -> Iterator[tuple[str, Iterator[int]]]:
    """Yield each stem that `_places` wrote with the places where it stands."""
    stem = ""
    for shared, rest, steps in _STEM.findall(written):
        stem = stem[: int(shared)] + rest
        yield stem, _places_of(steps)


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


def columns(entries: list[Entry]) -> dict[str, list[Any]]:
    """Return field -> its value in each entry, or nothing: texts of one kind beside one another take less to fetch."""
    fields = dict.fromkeys(field for entry in entries for field in entry)
    return {field: [entry.get(field) for entry in entries] for field in fields}


def rows(data: dict[str, list[Any]]) -> list[Entry]:
    """Return the entries that `columns` wrote."""
    fields = list(data)
    found = (zip(fields, values, strict=True) for values in zip(*data.values(), strict=True))
    return [{field: value for field, value in entry if value is not None} for entry in found]


def _steps(places: list[int]) -> str:
    """Return the steps between places as characters: `:` for 0 to `[` for 33; each `~` before one adds 34."""
    steps = (place - before for place, before in zip(places, [0, *places], strict=False))
    return "".join("~" * (step // STEP) + chr(FIRST_STEP + step % STEP) for step in steps)


def _places_of(steps: str) -> Iterator[int]:
    """Yield the places that `_steps` wrote."""
    place = 0
    for character in steps:
        place += STEP if character == "~" else ord(character) - FIRST_STEP
        if character != "~":
            yield place


def shown_texts(entry: Entry, fields: Iterable[str] = SHOWN) -> Iterator[str]:
    """Yield the texts of an entry that are in the index, or those of some fields."""
    for field in fields:
        value = entry.get(field, [])
        yield from [value] if isinstance(value, str) else value
