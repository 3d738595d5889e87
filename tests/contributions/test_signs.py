"""What may identify a person is found in an answer, and ordinary words are not."""

import time

import pytest
import yaml

from macros.contributions.signals import rare, signals, signs_in, signs_in_all
from macros.model.editions import EDITIONS
from tests.tools.languages import CASES

TABLE = yaml.safe_load((CASES / "contributions/signs.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["text"][:40])
def test_the_signs_in(case):
    text = case["text"]
    assert [[sign.kind, text[sign.start : sign.end]] for sign in signs_in(text)] == case["signs"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\n"])
def test_other_spaces_hide_nothing(space):
    text = "Ik belde mevrouw De Vries op 06 12345678.".replace(" ", space)
    assert [sign.kind for sign in signs_in(text)] == ["name", "phone"]


def test_every_kind_has_a_name_in_every_edition():
    assert all(one.name[edition] for one in (*signals(), *rare()) for edition in EDITIONS)


@pytest.mark.parametrize("run", ["a", "A", "1 ", "Aa van de ", "a@", "Jan-", "aa.", "een "])
def test_no_text_takes_long(run):
    started = time.process_time()
    signs_in(run * (20_000 // len(run)))
    assert time.process_time() - started < 5


def test_what_is_rare_together_may_stand_in_different_answers():
    answers = ["Een tweeling ging niet naar school.", "Wij belden elke week.", "Het was in een dorp."]
    assert [[sign.kind for sign in signs] for signs in signs_in_all(answers)] == [["family"], [], ["place"]]
    assert [signs_in(answer) for answer in answers] == [[], [], []]
