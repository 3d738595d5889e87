"""Numbers in the lines that commands print, as a person's language writes them."""

from typing import Final

from macros.findings.messages import phrase

_MEGABYTE: Final = 1_000_000
_TWO_DIGITS: Final = 10


def number(value: float, language: str, places: int = 0) -> str:
    """Return a number with the marks of a language between its thousands and before its fraction.

    Args:
        value: the number.
        language: of the messages.
        places: how many digits the fraction has.
    """
    whole, _, fraction = f"{value:,.{places}f}".partition(".")
    whole = whole.replace(",", phrase("thousands", language))
    return f"{whole}{phrase('decimal', language)}{fraction}" if fraction else whole


def seconds(value: float, language: str) -> str:
    """Return a time in seconds: below ten with one digit behind the mark, from a minute on with minutes too."""
    minutes, rest = divmod(round(value), 60)
    if minutes:
        return f"{minutes} min {rest} s"
    return f"{_short(value, language)} s"


def size(value: int, language: str) -> str:
    """Return a number of bytes in megabytes: below ten with one digit behind the mark."""
    return f"{_short(value / _MEGABYTE, language)} MB"


def _short(value: float, language: str) -> str:
    return number(value, language, 1 if round(value, 1) < _TWO_DIGITS else 0)
