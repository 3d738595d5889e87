"""The editions: the languages in which the site and every pattern appear."""

from typing import Final, Literal

Edition = Literal["nl", "en"]

EDITIONS: Final[tuple[Edition, ...]] = ("nl", "en")
"""All editions, the default one first."""

ROOTS: Final[dict[Edition, str]] = {"nl": "", "en": "en/"}
"""Where each edition lies, from the root of the site."""

LANGUAGES: Final[dict[Edition, tuple[str, str]]] = {
    "nl": ("In het Nederlands.", "In Dutch."),
    "en": ("In het Engels.", "In English."),
}
"""What an edition's part of a file is for, in Dutch and in English, as the field reference says it."""

LOCALES: Final[dict[Edition, str]] = {"nl": "nl-NL", "en": "en-GB"}
"""The language of each edition with its country, as Word and browsers name it."""

CITED_LANGUAGES: Final[dict[Edition, str]] = {"nl": "dutch", "en": "english"}
"""The language of each edition as BibTeX (babel) names it."""

FOLDERS: Final[dict[str, dict[Edition, str]]] = {
    "patterns": {"nl": "patronen/", "en": "patterns/"},
    "cases": {"nl": "gevallen/", "en": "cases/"},
    "chapters": {"nl": "hoofdstukken/", "en": "chapters/"},
    "routes": {"nl": "leesroutes/", "en": "routes/"},
    "situations": {"nl": "herken-je-dit/", "en": "sound-familiar/"},
    "search": {"nl": "zoek/", "en": "search/"},
}
"""Kind of page -> its folder in each edition."""


WITHDRAWN: Final[dict[Edition, tuple[str, str]]] = {
    "nl": ("Patroon {} (ingetrokken)", "Deze tekst is ingetrokken."),
    "en": ("Pattern {} (withdrawn)", "This text was withdrawn."),
}
"""The name and the summary that stand in for a pattern of which every text was withdrawn."""


def others(edition: Edition) -> list[Edition]:
    """Return the editions but one, in their order."""
    return [one for one in EDITIONS if one != edition]
