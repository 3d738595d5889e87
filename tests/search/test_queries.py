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


def test_the_half_that_is_set_aside_is_as_it_was_written():
    written = (HERE / "set-aside.sha256").read_text("utf-8").split()[0]
    assert sha256((HERE / "set-aside.yml").read_bytes()).hexdigest() == written
