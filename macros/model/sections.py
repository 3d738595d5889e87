"""The sections of a pattern and their ids: the same in both editions, so that a deep link survives a switch."""

from typing import Final

SECTIONS: Final[dict[str, str]] = {
    "signals": "signalen",
    "context": "context",
    "problem": "probleem",
    "forces": "krachten",
    "intervention": "daarom",
    "run": "draaiboek",
    "question": "vraag",
    "moves": "rollen",
    "examples": "voorbeeld",
    "variants": "varianten",
    "pitfalls": "valkuilen",
    "relations": "weefsel",
    "basis": "basis",
}
"""Field of a pattern -> id of its section on the page, in the order of the page."""

NOT_ON_PAGE: Final = {"keywords", "situations", "aliases", "slug", "revised"}
"""Fields of a language block that stand on no page as text."""
