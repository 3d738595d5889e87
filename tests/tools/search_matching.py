"""Which stems of an index the words of a query match, and how well: `scripts/search/matching.js` does the same."""

from collections.abc import Iterator
from typing import Final

from macros.language.search_words import LONGEST_PHRASE, Rules, words
from macros.search.entries import SHOWN, Entry, rows, shown_texts, stems_and_places

LONGEST_QUERY: Final = 200
"""Characters of a query that are read."""
_PREFIX, _INSIDE, _PART, _BEGINS = 3, 4, 4, 5
"""Letters from which a word counts as half a word, inside another, as part of a compound, as the beginning of one."""
_VERB = 4
"""Letters from which a word may be a verb that something stands apart from: een and het are none."""
_TYPO, _TWO_TYPOS = 4, 8
"""Letters from which a word may have one letter wrong, and two."""
_SENTENCES: Final = ("name", "keywords", "summary", "situations", "signals", "problem")
_ALIKE: Final = 0.6
"""Share of pairs of letters from which two words are alike."""
MOST_WRONG: Final = 8
"""Words of a query that are compared with every word: the others of a text of typos only cost time."""


class Index:
    """An index ready to rank: stem -> place -> what the stem counts there.

    Attributes:
        data: as `pattern_index` or `page_index` made it.
        postings: stem -> place -> (for few words, for a sentence, the field in which it counts most).
        stems: all of them.
        everyday: the stem of what people say, or those of a few words -> the stems that say it in the texts.
        named: a name in any edition or a number, as it is typed, also without spaces -> places.
    """

    def __init__(self, data: Entry) -> None:
        self.data = data
        self.entries: list[Entry] = rows(data["entries"])
        self.weights = data["weights"]
        self.rules = _rules(data["rules"])
        self.postings: dict[str, dict[int, tuple[float, float, str]]] = {}
        for name in SHOWN:
            self._add_shown(name)
        for name, written in data["words"].items():
            few, sentence = self.weights["fields"][name]
            for stem, places in stems_and_places(written):
                for place in places:
                    self._add(stem, place, few, sentence, name)
        self.stems = sorted(self.postings)
        self.everyday: dict[str, list[str]] = {}
        for said, ours in data.get("everyday", ()):
            for one in said.split(","):
                self.everyday.setdefault(one, []).extend(stem for stem in ours.split(" ") if stem in self.postings)
        self._pairs = {stem: pairs(stem) for stem in self.stems}
        self._sentences: dict[int, list[list[str]]] = {}
        self.named: dict[str, list[int]] = {}
        for place, entry in enumerate(self.entries):
            names = [words(name) for name in (*shown_texts(entry, ["name", "other_name"]), str(entry.get("id", "")))]
            for name in dict.fromkeys(between.join(name) for between in (" ", "") for name in names):
                self.named.setdefault(name, []).append(place)

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

    def matches(self, text: str, profile: int) -> Iterator[tuple[str, dict[str, float]]]:
        """Yield each word of a query with the stems that it matches and how well."""
        wrong = 0
        typed, split = typed_words(text, self.rules), self._split(text)
        stems = [self.rules.stem(word) for word in typed]
        for at, (word, stem) in enumerate(zip(typed, stems, strict=True)):
            found = self._expansions(word, stem, profile)
            for pair in (at - 1, at):
                joined = "".join(typed[pair : pair + 2]) if pair >= 0 and pair + 1 < len(typed) else ""
                if joined and (whole := self.rules.stem(joined)) in self.postings:
                    self._keep(found, whole, "joined", profile)
            for whole in split.pop(word, []):
                self._keep(found, whole, "joined", profile)
            # Few words that stand in the texts mean just that.
            for ours in self.everyday.get(stem, []) if profile or stem not in self.postings else ():
                self._keep(found, ours, "everyday", profile)
            if max(found.values(), default=0) < self.weights["match"]["prefix"][profile] and wrong < MOST_WRONG:
                wrong += 1
                found = self._misspelt(stem, profile) | found
            yield word, found
        # Verbs that count for nothing without what stands apart (komt ... na), and what a few words say together.
        further = [(verb, wholes, "joined") for verb, wholes in split.items()]
        for said, wholes, kind in further + [(said, ours, "phrase") for said, ours in self._phrases(text).items()]:
            found = {}
            for whole in wholes:
                self._keep(found, whole, kind, profile)
            yield said, found

    def _phrases(self, text: str) -> dict[str, list[str]]:
        """Return what a few words of a query say together, with the stems that say it in the texts."""
        found: dict[str, list[str]] = {}
        said = words(text[:LONGEST_QUERY])
        stems = [self.rules.stem(word) for word in said]
        for at in range(len(said)):
            for end in range(at + 2, min(at + LONGEST_PHRASE, len(said)) + 1):
                if ours := self.everyday.get(" ".join(stems[at:end])):
                    found[" ".join(said[at:end])] = ours
        return found

    def _split(self, text: str) -> dict[str, list[str]]:
        """Return by verb the stems that it has with what stands apart from it, further on, where they are known."""
        found: dict[str, list[str]] = {}
        said = words(text[:LONGEST_QUERY])
        for at, verb in enumerate(said):
            for particle in said[at + 1 :] if len(verb) >= _VERB else ():
                whole = self.rules.stem(particle + verb) if particle in self.rules.particles else ""
                if whole in self.postings:
                    found.setdefault(verb, []).append(whole)
        return found

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


def typed_words(text: str, rules: Rules) -> list[str]:
    """Return the words of a query that count, each once: without stop words, unless nothing is left."""
    typed = list(dict.fromkeys(words(text[:LONGEST_QUERY])))
    return [word for word in typed if word not in rules.stop] or typed


def _rules(data: Entry) -> Rules:
    """Return the rules as an index carries them."""
    return Rules(
        stop=frozenset(data["stop"].split()),
        endings=tuple(tuple((end, new, before) for end, new, before in each) for each in data["endings"]),
        replace=tuple((old, new) for old, new in data["replace"]),
        links=tuple(data["links"]),
        particles=tuple(data["particles"].split()),
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
