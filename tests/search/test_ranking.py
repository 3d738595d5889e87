"""Python and the browser rank alike; every signal leads somewhere, and no query does harm."""

import random
import time
from itertools import combinations
from pathlib import Path

import pytest

from macros.language.reading import read_language
from macros.language.search_words import words
from macros.model.editions import EDITIONS
from macros.search.index import page_index, pattern_index
from tests.hostile.payloads import payloads
from tests.tools.search_figures import queries
from tests.tools.search_matching import Index
from tests.tools.search_score import Wish, near, rank, rank_pages
from tests.tools.search_scripts import in_scripts

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "macros/frontend/theme/assets/scripts"
HOSTILE = [
    "constructor",
    "__proto__",
    "toString",
    "a" * 500,
    "x" * 39 + "y" * 41,
    "70",
    "#70",
    "+ - * ~ ^",
    "👍🏽 overleg",
    "É" * 300,
]


@pytest.fixture(scope="module")
def language(root):
    return read_language(root).language


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request):
    return request.param


@pytest.fixture(scope="module")
def index(language, edition):
    return Index(pattern_index(language, edition))


@pytest.fixture(scope="module")
def pages(language, edition):
    return Index(page_index(language, edition))


def in_browser(index, pages, wishes, *form):
    """What the scripts answer to each wish, and the seconds that it took them."""
    return in_scripts(index.data, pages.data, wishes, *form)


def in_python(index, wishes):
    return [
        [
            {"pattern": result.pattern, "score": result.score, "because": result.because}
            for result in rank(
                index, Wish(wish.get("words", ""), tuple(wish.get("signals", ())), wish.get("choices", {}))
            )
        ]
        for wish in wishes
    ]


def assert_alike(index, pages, wishes):
    answers, _seconds = in_browser(index, pages, wishes)
    for wish, own, answer in zip(wishes, in_python(index, wishes), answers, strict=True):
        assert [one["pattern"] for one in answer["ranked"]] == [one["pattern"] for one in own], wish
        assert answer["ranked"] == [one | {"score": pytest.approx(one["score"], abs=2e-6)} for one in own], wish
        assert [place for place, _score in answer["pages"]] == [
            place for place, _score in rank_pages(pages, wish.get("words", ""))
        ], wish
        assert answer["near"] == near(index, wish.get("words", "")), wish


@pytest.mark.slow
@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.thorough)])
def test_words_rank_alike_in_python_and_the_browser(index, pages, edition, every):
    """Python, which is the slow one, is asked some of the queries that people typed, and all that do harm."""
    asked = [query["query"] for name in ("open", "sentences") for query in queries(name, edition)][::every]
    asked += [query for _, query in payloads("queries")] + HOSTILE
    assert_alike(index, pages, [{"words": text} for text in asked])


def test_signals_rank_alike_alone_and_in_pairs(index, pages):
    signals = list(index.data["signals"])
    assert_alike(index, pages, [{"signals": [one]} for one in signals])
    pairs = list(combinations(signals, 2))
    answers, _seconds = in_browser(index, pages, [{"signals": pair} for pair in pairs], "short")
    for pair, answer in zip(pairs, answers, strict=True):
        assert answer == " ".join(f"{one.pattern}:{one.score:.6g}" for one in rank(index, Wish(signals=pair))), pair


@pytest.mark.slow
def test_words_signals_and_choices_rank_alike_together(index, pages, edition):
    signals, chance = list(index.data["signals"]), random.Random(14)  # noqa: S311
    choices = [{}, {"role": "executive"}, {"time": "meeting", "level": "team"}, {"phase": "stuck"}, {"role": "nobody"}]
    wishes = [
        {"words": query["query"], "signals": chance.sample(signals, 2), "choices": chance.choice(choices)}
        for query in queries("open", edition)[::3]
    ]
    assert_alike(index, pages, [*wishes, *({"choices": one} for one in choices), {"signals": ["constructor", "no"]}])


def test_every_signal_leads_to_its_patterns_first(index):
    for name, signal in index.data["signals"].items():
        first = [result.pattern for result in rank(index, Wish(signals=(name,)))][: len(signal["begin"])]
        assert set(first) == set(signal["begin"])


def test_every_pattern_is_reached_by_a_signal(index):
    assert {number for signal in index.data["signals"].values() for number in signal["begin"]} == {
        entry["id"] for entry in index.entries
    }


def test_a_pattern_to_begin_with_stays_above_one_that_comes_then(index):
    found = [one.pattern for one in rank(index, Wish(signals=("paper-pile",), choices={"role": "team-lead"}))]
    assert found[0] == 29, "which no team lead can start"
    assert {32, 64} == set(found[1:3]), "which a team lead can"


def test_choices_alone_leave_only_what_fits(index):
    found = rank(index, Wish(choices={"role": "executive", "time": "meeting"}))
    assert [result.pattern for result in found] == [
        entry["id"] for entry in index.entries if "executive" in entry["role"] and entry["time"] == "meeting"
    ]


def test_a_result_says_which_word_stood_where(index):
    name = index.entries[0]["name"]
    first = rank(index, Wish(name))[0]
    assert first.pattern == index.entries[0]["id"]
    assert {why["typed"] for why in first.because} <= set(words(name))
    assert {why["field"] for why in first.because} == {"name"}


@pytest.mark.parametrize(
    ("typed", "written"), [("we stellen het steeds uit", "uitstellen"), ("hij zegt zijn steun toe", "toezeggen")]
)
def test_a_verb_is_found_by_its_parts(language, typed, written):
    index = Index(pattern_index(language, "nl"))
    apart = {stem for _word, found in index.matches(typed, 1) for stem in found}
    assert index.rules.stem(written) in apart
    assert not apart & set(index.rules.stems("aanstellen doorzeggen"))


def test_what_people_say_finds_what_the_texts_call_it(index, language, edition):
    for row in language.everyday.texts[edition]:
        ours = {stem for word in row.ours for stem in index.rules.stems(word)}
        for said in row.said:
            matched = {stem for _word, found in index.matches(said, 1) for stem in found}
            assert ours <= matched, said


def test_an_expression_counts_as_a_whole_only(language):
    index = Index(pattern_index(language, "nl"))
    (row,) = [row for row in language.everyday.texts["nl"] if "kop in het zand" in row.said]
    ours = {stem for word in row.ours for stem in index.rules.stems(word)}
    assert not ours <= {stem for _word, found in index.matches("zand op de kop", 1) for stem in found}


def test_a_number_comes_first(index):
    for text in ("70", "#70", " 70 "):
        assert rank(index, Wish(text))[0].pattern == 70


def test_a_name_comes_first_in_either_language(index, language):
    for pattern in language.published():
        for edition in pattern.editions:
            assert rank(index, Wish(pattern.name(edition)))[0].pattern == pattern.id


@pytest.mark.slow
def test_every_word_of_every_pattern_finds_something(index, pages, language, edition):
    typed = {
        word
        for pattern in language.published()
        for loc, text in pattern.document.texts
        if loc[0] == edition
        for word in words(text)
    }
    answers, _seconds = in_browser(index, pages, [{"words": word} for word in sorted(typed)], "short")
    assert [word for word, answer in zip(sorted(typed), answers, strict=True) if not answer] == []


def test_signs_that_nobody_sees_part_no_word(index, pages, language, edition):
    for pattern in language.published()[:3]:
        name = pattern.name(edition)
        copied = "\u200e" + "\u00ad".join(name) + "\u200b"
        plain, seen = in_browser(index, pages, [{"words": name}, {"words": copied}], "short")[0]
        assert seen == plain
        assert rank(index, Wish(copied))[0].pattern == pattern.id


def generated(count):
    """Queries that nobody would type, and halves of some that people do."""
    chance = random.Random(5000)  # noqa: S311
    alphabet = "abcdeénoprst   '’-+*~^:\"\\<>&%0123456789ßÆ👍🏽\u0301\u200d\ud7ff𝒳ﬀ漢"
    for _ in range(count):
        length = chance.choice([1, 3, 8, 20, 60, 500])
        yield "".join(chance.choice(alphabet) for _ in range(length))


@pytest.mark.slow
@pytest.mark.parametrize("count", [480, pytest.param(2480, marks=pytest.mark.thorough)])
def test_no_query_does_harm(index, pages, count):
    asked = [*generated(count), *HOSTILE, *(query for _, query in payloads("queries"))]
    answers, seconds = in_browser(index, pages, [{"words": text} for text in asked], "short")
    assert len(answers) == len(asked)
    assert seconds < 120


def test_a_query_of_a_whole_book_takes_no_longer_than_its_beginning(index):
    began = time.process_time()
    rank(index, Wish("qzxv wkjq pfgh " * 20_000))
    assert time.process_time() - began < 2
