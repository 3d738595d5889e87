"""The lists of queries are whole: known patterns, enough of them, and a half set aside that nobody has changed."""

from hashlib import sha256
from pathlib import Path

import pytest

from macros.language.reading import read_language
from macros.model.editions import EDITIONS
from macros.yaml.reader import read

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def keys(root):
    return set(read_language(root).language.patterns)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["open", "set-aside"])
def test_every_wanted_pattern_is_there(keys, name, edition):
    queries = read(HERE / f"{name}.yml", HERE).data[edition]
    assert len({(one["by"], one["query"]) for one in queries}) == len(queries) >= 80
    assert {key for one in queries for key in one["wanted"]} <= keys


def test_what_is_set_aside_is_as_it_was_written():
    for line in (HERE / "set-aside.sha256").read_text("utf-8").splitlines():
        written, name = line.split()
        assert sha256((HERE / name).read_bytes()).hexdigest() == written, name


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_pattern_has_twelve_words_to_search_by(root, edition):
    language = read_language(root).language
    few = {one.key for one in language.published() if len(one.fields.texts[edition].keywords) < 12}
    assert not few


def test_the_sentences_want_patterns_that_are_there(keys):
    sentences = read(HERE / "sentences.yml", HERE).data
    assert all(len(sentences[edition]) == 20 for edition in EDITIONS)
    assert len(sentences["people"]) == 12
    wanted = [one["wanted"] for group in sentences.values() for one in group]
    assert {key for some in wanted for key in some} <= keys
