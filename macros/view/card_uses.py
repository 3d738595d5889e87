"""Ways of working with the cards in a meeting, as the deck and its page say them."""

from dataclasses import dataclass
from typing import Final

from macros.view.labels import Labels

_STEPS: Final = {"recognise": (5, 15, 10), "choose": (10, 20, 10, 5), "practise": (5, 10, 5)}
"""Each way with the minutes of its steps; their words are in labels.yml."""


@dataclass(frozen=True, slots=True)
class CardUse:
    """One way of working.

    Attributes:
        name, when: what it is called, and when it helps.
        minutes: how long it takes in all, in words.
        steps: how long each step takes, in words, and what happens.
    """

    name: str
    when: str
    minutes: str
    steps: list[tuple[str, str]]


def card_uses(words: Labels) -> list[CardUse]:
    """Return the ways of working in the language of these words."""
    return [
        CardUse(
            words(f"card_{key}"),
            words(f"card_{key}_when"),
            words.minutes(sum(lengths)),
            [(words.minutes(length), words(f"card_{key}_{place}")) for place, length in enumerate(lengths, 1)],
        )
        for key, lengths in _STEPS.items()
    ]
