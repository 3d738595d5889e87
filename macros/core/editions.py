"""The editions: the languages in which the site and every pattern appear."""

from typing import Final, Literal

Edition = Literal["nl", "en"]

EDITIONS: Final[tuple[Edition, ...]] = ("nl", "en")
"""All editions, the default one first."""


def other(edition: Edition) -> Edition:
    """Return the other edition: the one a page links to and falls back on."""
    return "en" if edition == "nl" else "nl"


ROOTS: Final[dict[Edition, str]] = {"nl": "", "en": "en/"}
"""Where each edition lies, from the root of the site."""
