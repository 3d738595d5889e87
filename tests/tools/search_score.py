"""The ranking: words typed, signals ticked and choices made. `scripts/search/score.js` is the same in the browser.

Every sum is made in the same order there, so that both give the same numbers.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from macros.language.search_words import words
from macros.search.entries import Entry
from tests.tools.search_matching import LONGEST_QUERY, MOST_WRONG, Index, typed_words

_NEARER: Final = 0.5
"""Share of pairs of letters from which a word is near one that was typed, when nothing is found."""
_TOGETHER, _WELL = 40, 0.4
"""How many of the best are looked at for words that stand together, and how well a word must match to count there."""

Because = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: words, the ids of signals, and choices by kind (role, level, phase, time, chapter)."""

    words: str = ""
    signals: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """A pattern that answers a wish, and why: `because` has a mapping for each word, signal and choice."""

    pattern: int
    score: float
    because: list[Because]


def rank(index: Index, wish: Wish) -> list[Result]:
    """Return the patterns that answer a wish, the best first.

    With choices alone, those that fit all of them, by number.
    """
    weights, entries = index.weights, index.entries
    scores, because = _words(index, wish.words)
    places = {entry["id"]: place for place, entry in enumerate(entries)}
    for name in dict.fromkeys(wish.signals):
        signal = index.data["signals"].get(name)
        if signal:
            for number, weight in _pointed(signal, entries, places, weights["signals"]).items():
                place = places[number]
                scores[place] = scores.get(place, 0) + weight
                because.setdefault(place, []).append({"kind": "signal", "signal": name, "stated": signal["stated"]})
    asked = bool(wish.words.strip()) or bool(wish.signals)
    results = []
    for place, entry in enumerate(entries):
        fits = {kind: _fits(entry, kind, choice) for kind, choice in wish.choices.items() if choice}
        if place not in scores if asked else not fits or not all(fits.values()):
            continue
        score = scores.get(place, 1.0)
        why = because.get(place, [])
        for kind, fit in fits.items():
            score *= 1 if fit else weights["choice"]
            why.append({"kind": "choice", "choice": kind, "fits": fit})
        results.append(Result(entry["id"], math.floor(score * 1e6 + 0.5) / 1e6, why))
    return sorted(results, key=lambda result: (-result.score, result.pattern))


def rank_pages(index: Index, text: str) -> list[tuple[int, float]]:
    """Return the place and score of the other pages that match words, the best first."""
    scores, _ = _words(index, text)
    found = [(place, math.floor(score * 1e6 + 0.5) / 1e6) for place, score in scores.items()]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def near(index: Index, text: str) -> list[int]:
    """Return the numbers of the patterns with words like those typed, for when nothing is found."""
    counts: dict[int, int] = {}
    for word in typed_words(text, index.rules)[:MOST_WRONG]:
        for stem in index.alike(index.rules.stem(word), _NEARER, 0):
            for place in index.postings[stem]:
                counts[place] = counts.get(place, 0) + 1
    order = sorted(counts, key=lambda place: (-counts[place], index.entries[place]["id"]))
    return [index.entries[place]["id"] for place in order]


def _words(index: Index, text: str) -> tuple[dict[int, float], dict[int, list[Because]]]:
    """Return by place what the words count, the best 1, and which word matched what."""
    weights = index.weights
    profile = 1 if len(words(text[:LONGEST_QUERY])) >= weights["sentence_from"] else 0
    scores: dict[int, float] = {}
    covered: dict[int, float] = {}
    because: dict[int, list[Because]] = {}
    total = 0.0
    asked: list[tuple[dict[str, float], float]] = []
    many = len(index.entries)
    for word, found in index.matches(text, profile):
        best: dict[int, tuple[float, str, str]] = {}
        for stem, factor in found.items():
            for place, (few, sentence, name) in index.postings[stem].items():
                value = factor * (sentence if profile else few)
                if value > 0 and (place not in best or value > best[place][0]):
                    best[place] = (value, stem, name)
        rarity = math.log(1 + (many - len(best) + 0.5) / (len(best) + 0.5))
        total += rarity
        asked.append((found, rarity))
        for place, (value, stem, name) in best.items():
            scores[place] = scores.get(place, 0) + rarity * value
            covered[place] = covered.get(place, 0) + rarity
            because.setdefault(place, []).append({"kind": "word", "typed": word, "word": stem, "field": name})
    share = weights["coverage"]
    for place in scores:
        scores[place] *= 1 - share + share * covered[place] / total
    for place in sorted(scores, key=lambda place: (-scores[place], place))[:_TOGETHER] if len(asked) > 1 else ():
        scores[place] *= 1 + weights["together"] * (_together(index.sentences(place), asked) / total)
    top = max(scores.values(), default=1)
    for place in scores:
        scores[place] /= top
    _put_named_first(index, text, scores, because)
    return scores, because


def _put_named_first(index: Index, text: str, scores: dict[int, float], because: dict[int, list[Because]]) -> None:
    """Put first what is asked for by its name, in any edition, whole or up to its second word, or by its number."""
    whole = " ".join(words(text[:LONGEST_QUERY]))
    for name, places in index.named.items() if " " in whole else ():
        for place in places if name.startswith(whole) else ():
            scores[place] = scores.get(place, 0) + index.weights["begun"]
    for place in index.named.get(whole, []) if whole else ():
        scores[place] = scores.get(place, 0) + index.weights["named"]
        if whole == str(index.entries[place].get("id")):
            because.setdefault(place, []).append({"kind": "word", "typed": whole, "word": whole, "field": "id"})


def _together(sentences: list[list[str]], asked: list[tuple[dict[str, float], float]]) -> float:
    """Return the most rarity of words that stand in one sentence; 0 where no two do."""
    most = 0.0
    for stems in sentences:
        matched, well = 0.0, 0
        for found, rarity in asked:
            value = max((found.get(stem, 0.0) for stem in stems), default=0.0)
            matched += rarity * value
            well += value > _WELL
        if well > 1:
            most = max(most, matched)
    return most


def _pointed(
    signal: Entry, entries: list[Entry], places: dict[int, int], weights: dict[str, float]
) -> dict[int, float]:
    """Return the numbers of the patterns that a signal points to, each with its highest weight."""
    pointed: dict[int, float] = {}
    for kind in ("begin", "then"):
        for number in signal[kind]:
            if number in places:
                pointed.setdefault(number, weights[kind])
    for number in signal["begin"]:
        for tie in entries[places[number]]["ties"] if number in places else ():
            if tie in places:
                pointed.setdefault(tie, weights["tie"])
    return pointed


def _fits(entry: Entry, kind: str, choice: str) -> bool:
    value = entry.get(kind, "")
    return choice == value if isinstance(value, str) else choice in value
