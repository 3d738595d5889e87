"""What `make test` takes of a list without a natural end; `make test-all` takes the whole of it."""

from collections.abc import Collection
from typing import Any

import pytest


def some_of(cases: Collection[Any], every: int, first: int = 0) -> list[Any]:
    """Return all cases for `parametrize`, with those between every so many marked as `thorough`.

    Args:
        cases: what a parameter takes; tuples where it stands for several.
        every: one in so many is taken by `make test`, always the same ones.
        first: the place of the first that is taken.
    """
    return [
        case
        if number % every == first
        else pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.thorough)
        for number, case in enumerate(cases)
    ]
