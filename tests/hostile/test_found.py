"""Inputs that `make fuzz` found, kept as files: the target that the name begins with takes each."""

import pytest

from tests.fuzz.targets import TARGETS
from tests.hostile.payloads import FOLDER

FOUND = sorted((FOLDER / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_does_no_harm_any_more(path):
    TARGETS[path.name.partition("-")[0]].take(path.read_bytes())


def test_something_was_found():
    assert FOUND
