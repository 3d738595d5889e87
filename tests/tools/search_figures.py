"""How well search finds: `python -m tests.tools.search_figures` prints it for the open half of the queries.

The wanted patterns were written with each query, before any engine saw it. hit@3: one of them is among the first three.
Then by kind of query, made in a fixed way from names and keywords: a word that stands in three patterns or
fewer wants those.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from macros.language.language import Language
from macros.language.reading import read_language
from macros.language.search_words import words
from macros.model.editions import EDITIONS, Edition, others
from macros.search.index import pattern_index
from macros.yaml.reader import read
from tests.tools.search_matching import Index
from tests.tools.search_score import Wish, rank

ROOT = Path(__file__).parents[2]
Query = dict[str, Any]
Search = Callable[[str], list[int]]
"""From what is typed to the numbers of patterns, the best first."""


ACCENTS: Final = str.maketrans("aeiou", "áëïôù")
ENOUGH: Final = 80
"""Queries of a kind, about: the same ones each time, spread over all that can be made."""
LONG, COMPOUND, PART = 7, 9, 4
"""Letters of the words that are misspelt or halved, of those taken for a compound, and of each of its parts."""


def queries(name: str, edition: Edition) -> list[Query]:
    """Return a list of tests/search in one edition."""
    found: list[Query] = read(ROOT / f"tests/search/{name}.yml", ROOT).data[edition]
    return found


def searching(language: Language, edition: Edition) -> Search:
    """Return the site's own search."""
    index = Index(pattern_index(language, edition))
    return lambda text: [result.pattern for result in rank(index, Wish(text))]


def hits(asked: list[Query], search: Search, language: Language, first: int) -> float:
    """Return the part of the queries, in per cent, for which a wanted pattern is among the first ones."""
    found = [_wanted(query, language) & set(search(query["query"])[:first]) for query in asked]
    return 100 * sum(map(bool, found)) / len(found) if found else 100


def missed(asked: list[Query], search: Search, language: Language) -> Iterator[str]:
    """Yield each query whose wanted patterns are not among the first three, with the place of the best of them."""
    for query in asked:
        wanted, found = _wanted(query, language), search(query["query"])
        place = next((at for at, number in enumerate(found, 1) if number in wanted), 0)
        if not 1 <= place <= 3:
            yield f"{place:3} {query['query']}: {', '.join(query['wanted'])} (found: {found[:3]})"


def _wanted(query: Query, language: Language) -> set[int]:
    return {language.patterns[key].id for key in query["wanted"]}


def kinds(language: Language, edition: Edition) -> dict[str, list[Query]]:
    """Return queries by kind, each with the keys of the patterns that it wants."""
    by_word: dict[str, set[str]] = defaultdict(set)
    made: dict[str, list[Query]] = defaultdict(list)
    for pattern in language.published():
        text = pattern.text(edition)[0]
        for word in {word for told in (text.name, *text.keywords) for word in words(told)}:
            by_word[word].add(pattern.key)
        made["number"].append({"query": str(pattern.id), "wanted": [pattern.key]})
        made["name in the other language"] += [
            {"query": pattern.name(one), "wanted": [pattern.key]} for one in others(edition) if one in pattern.editions
        ]
        made["name without spaces"].append({"query": "".join(words(text.name)), "wanted": [pattern.key]})
    rare = {word: sorted(keys) for word, keys in by_word.items() if len(keys) <= 3 and word.isalpha()}
    for word, wanted in sorted(rare.items()):
        for kind, query in _changed(word, rare).items():
            made[kind].append({"query": query, "wanted": wanted})
    return {kind: found[:: max(1, len(found) // ENOUGH)] for kind, found in made.items()}


def _changed(word: str, rare: dict[str, list[str]]) -> dict[str, str]:
    """Return what becomes of a word by kind of query."""
    changed = {}
    if len(word) >= LONG:
        middle = len(word) // 2
        changed["letter dropped"] = word[:middle] + word[middle + 1 :]
        changed["letters swapped"] = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
        changed["letter doubled"] = word[:middle] + word[middle - 1] + word[middle:]
        changed["half a word"] = word[: middle + 1]
        changed["accents"] = word.translate(ACCENTS)
    parts = (word[:at] for at in range(PART, len(word) - PART + 1)) if len(word) >= COMPOUND else ()
    first = next((part for part in parts if part in rare and word[len(part) :] in rare), "")
    if first:
        changed["compound in two words"] = f"{first} {word[len(first) :]}"
    return changed


if __name__ == "__main__":
    language = read_language(ROOT).language
    for edition in EDITIONS:
        search, asked = searching(language, edition), queries("open", edition)
        figures = (hits(asked, search, language, first) for first in (1, 3, 8))
        print(edition, len(asked), "queries; hit@1, hit@3, hit@8:", *(f"{figure:.0f}" for figure in figures))
        if "--missed" in sys.argv:
            print(*missed(asked, search, language), sep="\n")
        told = queries("sentences", edition)
        figures = (hits(told, search, language, first) for first in (1, 3, 8))
        print(f"  situation in a sentence, {len(told)}:", *(f"{figure:.0f}" for figure in figures))
        for kind, made in kinds(language, edition).items():
            figures = (hits(made, search, language, first) for first in (1, 3))
            print(f"  {kind}, {len(made)}:", *(f"{figure:.0f}" for figure in figures))
