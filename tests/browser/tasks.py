"""Five tasks, done by somebody who hears the page: each is a walk through it, the same in every edition."""

from collections.abc import Callable
from typing import Final

from tests.browser.reader import Reader
from tests.tools.places import KINDS

WORDS: Final = {
    "nl": {
        "query": "niemand zegt nee",
        "slip": "Ik belde mevrouw Jansen.",
        "stuck": "Het voorstel kwam drie keer terug.",
        "did": "Een teamleider vroeg om een besluit.",
        "result": "Het besluit viel.",
        "cited": "‘Niemand zegt nee’, patroon 70 (tekst van 1 november 2026).",
    },
    "en": {
        "query": "no one says no",
        "slip": "I rang Mrs Johnson.",
        "stuck": "The proposal came back three times.",
        "did": "A team leader asked for a decision.",
        "result": "The decision was made.",
        "cited": "‘No One Says No’, pattern 70 (text of 1 November 2026).",
    },
}
"""What is typed."""


def search(reader: Reader, edition: str) -> None:
    """Find a pattern by search, and open it."""
    reader.opens(KINDS[f"search {edition}"], "form.ask.ready")
    reader.reads("main")
    reader.goes("#search-words")
    reader.types(WORDS[edition]["query"], "#search-results .other-pages")
    reader.reads("#search-results")
    reader.presses("ArrowDown")
    reader.presses("Enter")
    reader.arrives(".report-tools")
    reader.reads(".pattern-head")


def diagnosis(reader: Reader, edition: str) -> None:
    """Say what is recognised, and hear where to begin."""
    reader.opens(KINDS[f"situations {edition}"], "#diagnosis .ticks input")
    reader.reads("main")
    reader.goes("input[name=missing]")
    reader.presses("ArrowDown", ".ranked li")
    reader.goes(".ticks input")
    reader.presses("Space")
    reader.goes("input[name=role]:checked")
    reader.presses("ArrowDown")
    reader.reads("#uitkomst")
    reader.goes("[data-part=list] [data-do=clear]")
    reader.presses("Enter")


def bundle(reader: Reader, edition: str) -> None:
    """Put three patterns in a bundle, change their order, and copy it."""
    reader.opens(KINDS[f"full pattern {edition}"], ".report-tools")
    reader.reads(".report")
    reader.goes("button[data-bundle]")
    reader.presses("Enter")
    reader.opens(KINDS[f"bundle {edition}"], "#bench.ready")
    reader.goes("[name=numbers]")
    reader.types("12, 58")
    reader.presses("Enter")
    reader.reads("main")
    reader.goes(".bench-list > li:last-child [data-act=up]")
    reader.presses("Enter")
    reader.goes(".bench-list > li:last-child [data-act=remove]")
    reader.presses("Enter")
    reader.goes("[data-do=undo]")
    reader.presses("Enter")
    reader.goes("[data-do=copy]")
    reader.presses("Enter", "[data-part=taken]:not(:empty)")


def contribute(reader: Reader, edition: str) -> None:
    """Send a lesson with the form, and name somebody by mistake."""
    words = WORDS[edition]
    reader.opens(KINDS[f"contribute {edition}"] + "?pattern=70", "#voorbeeld form.ready")
    reader.reads("main")
    for key in ("stuck", "did", "result"):
        reader.goes(f"#story-{key}")
        reader.types(words[key] + (f" {words['slip']}" if key == "did" else ""))
    reader.goes("#voorbeeld [data-way=copy]")
    reader.presses("Enter")
    reader.reads("#voorbeeld .review")
    reader.goes("#voorbeeld .review a")
    reader.presses("Enter")
    reader.presses("Delete")
    reader.goes("#story-naming")
    reader.presses("ArrowDown")
    reader.goes("#voorbeeld [data-way=copy]")
    reader.presses("Enter")


def source(reader: Reader, edition: str) -> None:
    """Read what a pattern rests on, and look whether an old footnote still holds."""
    reader.opens(KINDS[f"full pattern {edition}"], ".report-tools")
    reader.goes(".pattern-basis summary")
    reader.presses("Enter")
    reader.reads(".pattern-basis")
    reader.opens(KINDS[f"check {edition}"], "#check.ready")
    reader.reads("main")
    reader.goes("#check textarea")
    reader.types(WORDS[edition]["cited"])
    reader.goes("#check [type=submit]")
    reader.presses("Enter", "#check-results li")
    reader.reads("#check-results")


TASKS: Final[dict[str, Callable[[Reader, str], None]]] = {
    "search": search,
    "diagnosis": diagnosis,
    "bundle": bundle,
    "contribute": contribute,
    "source": source,
}
"""What the file of a task is called -> how it is done."""
