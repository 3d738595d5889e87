"""Every state of every kind of page that a reader can bring about: what it is called, and the steps that lead to it.

A state follows on the one above it, in the same page; one with an address begins anew, at what stands behind that of
its kind. A new state is one more row.
"""

from dataclasses import dataclass
from typing import Final

from macros.model.editions import EDITIONS
from tests.browser.steps import (
    Step,
    choose,
    click,
    cut,
    fill,
    focus,
    press,
    put,
    refuse_copying,
    refuse_keeping,
    select,
    unfold,
    wait,
)

TICKED: Final = "?signals=58.1,paper-pile,54.1&role=executive&time=meeting"
NAMED: Final = "Ik belde mevrouw Jansen op 06-12345678."
CITED: Final = "https://patterns.example/p/70/\n\npatroon 12 (tekst van 1 januari 2020)\n\npatroon 999"
SAID: Final = ":not(:empty)"


@dataclass(frozen=True)
class State:
    """A state of a kind of page.

    Attributes:
        kind: the kind of page, without its edition.
        name: what the reader has before them.
        steps: what leads there.
        begins: what stands behind the address of the kind, where the page is opened anew for it.
    """

    kind: str
    name: str
    steps: tuple[Step, ...] = ()
    begins: str | None = None


STATES: Final = (
    State("about", "the menu is open", (click(".menu-button"),), ""),
    State("about", "search is open", (press("Escape"), click("#search-open"), wait("#search[open]"))),
    State("about", "search has results", (fill("#search input", "besluit decision"), wait("#search li"))),
    State("about", "search has none", (fill("#search input", "qqxxzz"), wait("#search [data-no-results]"))),
    State(
        "about",
        "search is cut off",
        (cut("**/index.json"), click("#search-open"), fill("#search input", "x"), wait(f"#search .said{SAID}")),
        "",
    ),
    State("bundle", "nothing is in it", (), ""),
    State(
        "bundle",
        "what is not known",
        (fill("[name=numbers]", "70, 12, 9998"), press("Enter"), wait("[data-part=mistyped]")),
    ),
    State(
        "bundle", "it is full, with own words", (click(".bench-list summary"), fill("[name=heading] >> nth=0", "Kop"))
    ),
    State("bundle", "one is taken out", (click("[data-act=remove]"), wait("[data-do=undo]"))),
    State(
        "bundle",
        "it is copied",
        (choose("[name=what]", "brief"), click("[data-do=copy]"), wait(f"[data-part=taken]{SAID}")),
    ),
    State("bundle", "copying is refused", (refuse_copying, click("[data-do=copy]"), wait(".to-select:visible"))),
    State("bundle", "no bundle is in a file", (put("[name=file]", "a.json", "{}"), wait(f"[data-part=shared]{SAID}"))),
    State("bundle", "another's is open", (wait("[data-part=guest]"),), "?p=70,12,58"),
    State("bundle", "keeping is refused", (refuse_keeping, click("[data-do=keep]"), wait("[data-part=refused]"))),
    State(
        "bundle",
        "a text is cut off",
        (
            cut("**/parts/**"),
            fill("[name=numbers]", "1"),
            press("Enter"),
            click("[data-do=markdown]"),
            wait(f"[data-part=taken]{SAID}"),
        ),
    ),
    State("case", "it is in the bundle", (click("[data-bundle]"), wait("[aria-pressed=true]")), ""),
    State("chapter", "it is in the bundle", (click("[data-bundle]"), wait("[aria-pressed=true]")), ""),
    State(
        "check",
        "there are findings",
        (fill("#check textarea", CITED), click("#check [type=submit]"), wait("#check-results li")),
        "",
    ),
    State(
        "check",
        "there is nothing to find",
        (fill("#check textarea", "-"), click("#check [type=submit]"), wait(f"#check .said{SAID}")),
    ),
    State("check", "a file is no bundle", (put("#check [type=file]", "a.json", "{}"), wait(f"#check .said{SAID}"))),
    State(
        "check", "it is cut off", (cut("**/texts.json"), click("#check [type=submit]"), wait(f"#check .said{SAID}")), ""
    ),
    State("contribute", "the first door is open", (wait("#voorbeeld form.ready"),), "?pattern=70#voorbeeld"),
    State(
        "contribute",
        "nothing is filled in",
        (click("#voorbeeld [data-way=copy]"), wait("#voorbeeld .review .said, #voorbeeld .review p")),
    ),
    State(
        "contribute",
        "there are errors",
        (fill("#story-did", NAMED), click("#voorbeeld [data-way=copy]"), wait("#voorbeeld .review li")),
    ),
    State(
        "contribute",
        "there is a receipt",
        (click("#voorbeeld [data-way=copy]"), wait(f"#voorbeeld [data-part=said]{SAID}")),
    ),
    State("contribute", "it is cleared", (click("#voorbeeld [data-do=clear]"), wait("#voorbeeld [data-do=undo]"))),
    State("contribute", "a text is too long", (fill("#story-stuck", "woord " * 400), wait("#voorbeeld .count.over"))),
    State("contribute", "the second door is open", (click("#fout > summary"), wait("#fout form.ready"))),
    State(
        "contribute",
        "a file is no text of ours",
        (put("#fout [type=file]", "a.txt", "x"), wait(f"#fout [data-part=opened]{SAID}")),
    ),
    State("data", "folds are open", (unfold,), ""),
    State("full pattern", "folds are open", (wait(".report-tools"), unfold), ""),
    State(
        "full pattern",
        "something is copied",
        (click(".report-bar [data-bar=footnote], .report [data-copy=footnote]"), wait(f".said{SAID}")),
    ),
    State("full pattern", "it is in the bundle", (click("[data-bundle]"), wait("[aria-pressed=true]"))),
    State("full pattern", "a sentence is selected", (select(".pattern-problem p"), wait("button.quote"))),
    State(
        "full pattern", "copying is refused", (refuse_copying, click("[data-copy=summary]"), wait(".to-select:visible"))
    ),
    State("full pattern", "keeping is refused", (refuse_keeping, click("[data-bundle]"))),
    State("licences", "folds are open", (unfold,), ""),
    State("linked pattern", "a meaning is shown", (focus("a.term"), wait(".term-bubble")), ""),
    State("map", "a pattern is chosen, and folds are open", (wait("#map-near a"), unfold), "?pattern=58"),
    State("missing page", "search has results", (wait(".missing .found li"),), "../patronen/niemand-zegt/"),
    State(
        "missing page", "search has results, in English", (wait(".missing .found li"),), "../en/patterns/no-one-says/"
    ),
    State("missing page", "a page has that name", (wait(".missing .found a"),), "../mijn-bundel/"),
    State("patterns", "it is filtered", (wait("#overview-choices.ready"),), "?role=manager&level=team&sort=connected"),
    State(
        "patterns", "cards by name", (wait("#overview-letters a"),), "?chapter=around-the-person&sort=name&view=cards"
    ),
    State(
        "patterns",
        "nothing is left",
        (wait("#overview-choices [type=reset]"),),
        "?chapter=around-the-person&time=years",
    ),
    State("route", "it is in the bundle", (click("[data-bundle]"), wait("[aria-pressed=true]")), ""),
    State("search", "there are results", (wait("#search-results .other-pages"),), "?q=vergadering+meeting"),
    State("search", "no pattern is about it", (wait("#search-said[data-no-results]"),), "?q=qqxxzz+overleg+meeting"),
    State("search", "there are none", (fill("#search-words", "qqxxzz"), wait("#search-said[data-no-results]"))),
    State(
        "search", "it is cut off", (cut("**/index.json"), fill("#search-words", "x"), wait(f"#search-said{SAID}")), ""
    ),
    State("situations", "the question is answered", (wait(".ranked li"),), "?missing=action"),
    State("situations", "rows are ticked, and folds are open", (wait(".ranked li"), unfold), TICKED),
    State("situations", "it is put in the bundle", (click("[data-do=bundle]"), wait(f"[data-part=done]{SAID}"))),
    State("situations", "it is cleared", (click("[data-do=clear]"), wait("[data-do=restore]"))),
    State(
        "situations",
        "it is cut off",
        (cut("**/patterns.json"), wait("#diagnosis input"), click(".ticks input"), wait("[data-do=retry]")),
        "",
    ),
    State("stagnation", "folds are open", (unfold,), ""),
)
"""All of them, in the order in which they are reached."""


def states_of(kind: str) -> list[State]:
    """Return the states of a kind of page, given with its edition if it has one, in order."""
    return [state for state in STATES if kind in {state.kind, *(f"{state.kind} {edition}" for edition in EDITIONS)}]
