"""The ranking: words typed, signals ticked and choices made. `scripts/search/score.js` is the same in the browser.

Every sum is made in the same order there, so that both give the same numbers.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from macros.search.index import SHOWN, Entry, places_of, shown_texts
from macros.search.words import LONGEST_QUERY, Rules, words

_PREFIX, _INSIDE, _PART, _BEGINS = 3, 4, 4, 5
"""Letters from which a word counts as half a word, inside another, as part of a compound, as the beginning of one."""
_TYPO, _TWO_TYPOS = 4, 8
"""Letters from which a word may have one letter wrong, and two."""
_SENTENCES: Final = ("name", "keywords", "summary", "situations", "signals", "problem")
_ALIKE: Final = 0.6
"""Share of pairs of letters from which two words are alike."""
_NEARER: Final = 0.4
"""The same, for what is near when nothing is found."""
_TOGETHER, _WELL = 40, 0.4
"""How many of the best are looked at for words that stand together, and how well a word must match to count there."""
_MOST_WRONG: Final = 8
"""Words of a query that are compared with every word: the others of a text of typos only cost time."""

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


class Index:
    """An index ready to rank: stem -> place -> what the stem counts there.

    Attributes:
        data: as `pattern_index` or `page_index` made it.
        postings: stem -> place -> (for few words, for a sentence, the field in which it counts most).
        stems: all of them.
        named: a name in any edition or a number, as it is typed -> places.
    """

    def __init__(self, data: Entry) -> None:
        self.data = data
        self.entries: list[Entry] = data["entries"]
        self.weights = data["weights"]
        self.rules = _rules(data["rules"])
        self.postings: dict[str, dict[int, tuple[float, float, str]]] = {}
        for name in SHOWN:
            self._add_shown(name)
        for name, written in data["words"].items():
            few, sentence = self.weights["fields"][name]
            for one in written.split(" ") if written else ():
                stem, _, steps = one.partition(":")
                for place in places_of(steps):
                    self._add(stem, place, few, sentence, name)
        self.stems = sorted(self.postings)
        self._pairs = {stem: pairs(stem) for stem in self.stems}
        self._sentences: dict[int, list[list[str]]] = {}
        self.named: dict[str, list[int]] = {}
        for place, entry in enumerate(self.entries):
            for name in dict.fromkeys((*shown_texts(entry, ["name", "other_name"]), str(entry.get("id", "")))):
                self.named.setdefault(" ".join(words(name)), []).append(place)

    def _add_shown(self, name: str) -> None:
        few, sentence = self.weights["fields"][name]
        k, b = self.weights["saturation"], self.weights["length"]
        found = [
            [stem for text in shown_texts(entry, [name]) for stem in self.rules.stems(text)] for entry in self.entries
        ]
        average = sum(map(len, found)) / len(found) if found else 0
        for place, stems in enumerate(found):
            counts: dict[str, int] = {}
            for stem in stems:
                counts[stem] = counts.get(stem, 0) + 1
            for stem, count in counts.items():
                value = count * (k + 1) / (count + k * (1 - b + b * len(stems) / average))
                self._add(stem, place, few * value, sentence * value, name)

    def _add(self, stem: str, place: int, few: float, sentence: float, name: str) -> None:
        places = self.postings.setdefault(stem, {})
        if place not in places:
            places[place] = (few, sentence, name)
        else:
            # The fields come in the order of their weight: the first in which it stands counts most.
            before = places[place]
            places[place] = (before[0] + few, before[1] + sentence, before[2])

    def sentences(self, place: int) -> list[list[str]]:
        """Return the stems of each text that an entry shows."""
        if place not in self._sentences:
            shown = shown_texts(self.entries[place], _SENTENCES)
            self._sentences[place] = [self.rules.stems(text) for text in shown]
        return self._sentences[place]

    def matches(self, typed: list[str], profile: int) -> Iterator[tuple[str, dict[str, float]]]:
        """Yield each word of a query with the stems that it matches and how well."""
        wrong = 0
        stems = [self.rules.stem(word) for word in typed]
        for at, (word, stem) in enumerate(zip(typed, stems, strict=True)):
            found = self._expansions(word, stem, profile)
            for pair in (at - 1, at):
                joined = "".join(typed[pair : pair + 2]) if pair >= 0 and pair + 1 < len(typed) else ""
                if joined and (whole := self.rules.stem(joined)) in self.postings:
                    self._keep(found, whole, "joined", profile)
            if not found and wrong < _MOST_WRONG:
                wrong += 1
                found = self._misspelt(stem, profile)
            yield word, found

    def _expansions(self, word: str, stem: str, profile: int) -> dict[str, float]:
        found: dict[str, float] = {}
        for exact in (stem, self.rules.stem(self.rules.numbers.get(word, ""))):
            if exact in self.postings:
                self._keep(found, exact, "exact", profile)
        if len(stem) < _PREFIX:
            return found
        for other in self.stems:
            at = other.find(stem) if len(other) > len(stem) else -1
            if at >= 0:
                self._keep(found, other, self._within(other, stem, at), profile)
            elif len(other) >= _PART and len(stem) > len(other) and (kind := self._part_of(stem, other)):
                self._keep(found, other, kind, profile)
        return found

    def _within(self, longer: str, stem: str, at: int) -> str:
        """Return how a stem matches a longer one that holds it."""
        if len(stem) >= _PART and self._is_compound(longer, stem):
            return "part_of_compound"
        if at == 0:
            return "prefix"
        return "inside" if len(stem) >= _INSIDE else ""

    def _part_of(self, stem: str, part: str) -> str:
        """Return how a stem that was typed matches one that is a part of it."""
        if self._is_compound(stem, part):
            return "compound_of"
        return "begins_query" if len(part) >= _BEGINS and stem.startswith(part) else ""

    def _is_compound(self, longer: str, part: str) -> bool:
        """Return whether what is left of a word without a part is a word too, but for what links them."""
        links = self.rules.links
        if longer.startswith(part):
            left = longer[len(part) :]
            return any(left.startswith(link) and self._is_word(left[len(link) :]) for link in links)
        if longer.endswith(part):
            left = longer[: -len(part)]
            return any(left.endswith(link) and self._is_word(left[: len(left) - len(link)]) for link in links)
        return False

    def _is_word(self, stem: str) -> bool:
        return len(stem) >= _PART and (stem in self.postings or self.rules.stem(stem) in self.postings)

    def _misspelt(self, stem: str, profile: int) -> dict[str, float]:
        most = 2 if len(stem) >= _TWO_TYPOS else 1 if len(stem) >= _TYPO else 0
        found: dict[str, float] = {}
        for other in self.stems if most else ():
            if abs(len(other) - len(stem)) <= most and edits(stem, other, most) <= most:
                self._keep(found, other, "typo", profile)
        return found or self.alike(stem, _ALIKE, profile)

    def alike(self, stem: str, least: float, profile: int) -> dict[str, float]:
        """Return the stems that share this part or more of their pairs of letters with one."""
        own = pairs(stem)
        found: dict[str, float] = {}
        for other in self.stems:
            theirs = self._pairs[other]
            # No more than the fewer of both can be shared.
            if 2 * min(len(own), len(theirs)) >= least * (len(own) + len(theirs)) > 0:
                shared = sum(pair in theirs for pair in own)
                if 2 * shared >= least * (len(own) + len(theirs)):
                    self._keep(found, other, "alike", profile)
        return found

    def _keep(self, found: dict[str, float], stem: str, kind: str, profile: int) -> None:
        weight = self.weights["match"][kind][profile] if kind else 0
        if weight > found.get(stem, 0):
            found[stem] = weight


def rank(index: Index, wish: Wish) -> list[Result]:
    """Return the patterns that answer a wish, the best first.

    With choices alone, those that fit all of them, by number.
    """
    weights, entries = index.weights, index.entries
    typed = typed_words(wish.words, index.rules)
    scores, because = _words(index, typed, wish.words)
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
    scores, _ = _words(index, typed_words(text, index.rules), text)
    found = [(place, math.floor(score * 1e6 + 0.5) / 1e6) for place, score in scores.items()]
    return sorted(found, key=lambda one: (-one[1], one[0]))


def near(index: Index, text: str) -> list[int]:
    """Return the numbers of the patterns with words like those typed, for when nothing is found."""
    counts: dict[int, int] = {}
    for word in typed_words(text, index.rules)[:_MOST_WRONG]:
        for stem in index.alike(index.rules.stem(word), _NEARER, 0):
            for place in index.postings[stem]:
                counts[place] = counts.get(place, 0) + 1
    order = sorted(counts, key=lambda place: (-counts[place], index.entries[place]["id"]))
    return [index.entries[place]["id"] for place in order]


def typed_words(text: str, rules: Rules) -> list[str]:
    """Return the words of a query that count, each once: without stop words, unless nothing is left."""
    typed = list(dict.fromkeys(words(text[:LONGEST_QUERY])))
    return [word for word in typed if word not in rules.stop] or typed


def _words(index: Index, typed: list[str], text: str) -> tuple[dict[int, float], dict[int, list[Because]]]:
    """Return by place what the words count, the best 1, and which word matched what."""
    weights = index.weights
    profile = 1 if len(words(text[:LONGEST_QUERY])) >= weights["sentence_from"] else 0
    scores: dict[int, float] = {}
    covered: dict[int, float] = {}
    because: dict[int, list[Because]] = {}
    total = 0.0
    asked: list[tuple[dict[str, float], float]] = []
    many = len(index.entries)
    for word, found in index.matches(typed, profile):
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
    """Put first what is asked for by its whole name, in any edition, or by its number alone."""
    whole = " ".join(words(text[:LONGEST_QUERY]))
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


def _rules(data: Entry) -> Rules:
    """Return the rules as an index carries them."""
    return Rules(
        stop=frozenset(data["stop"].split()),
        endings=tuple(tuple((end, new, before) for end, new, before in each) for each in data["endings"]),
        replace=tuple((old, new) for old, new in data["replace"]),
        links=tuple(data["links"]),
        numbers=data["numbers"],
    )


def pairs(stem: str) -> set[str]:
    """Return the pairs of letters of a word."""
    return {stem[at : at + 2] for at in range(len(stem) - 1)}


def edits(one: str, other: str, most: int) -> int:
    """Return how many letters to add, drop, replace or swap to get the other word; `most` + 1 for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before = before, row
        row = [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
