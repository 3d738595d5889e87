"""How well search finds: `python -m tests.tools.search_figures` prints it for the open half of the queries.

The wanted patterns were written with each query, before any engine saw it. hit@3: one of them is among the first three.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from macros.language.language import Language
from macros.language.reading import read_language
from macros.model.editions import EDITIONS, Edition
from macros.search.index import pattern_index
from macros.search.matching import Index
from macros.search.score import Wish, rank
from macros.yaml.reader import read

ROOT = Path(__file__).parents[2]
Query = dict[str, Any]
Search = Callable[[str], list[int]]
"""From what is typed to the numbers of patterns, the best first."""


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


if __name__ == "__main__":
    language = read_language(ROOT).language
    for edition in EDITIONS:
        search, asked = searching(language, edition), queries("open", edition)
        figures = (hits(asked, search, language, first) for first in (1, 3, 8))
        print(edition, len(asked), "queries; hit@1, hit@3, hit@8:", *(f"{figure:.0f}" for figure in figures))
        if "--missed" in sys.argv:
            print(*missed(asked, search, language), sep="\n")
