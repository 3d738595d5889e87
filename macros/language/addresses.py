"""The addresses of the site, relative to its root and ending in a slash: the one place that knows their shape.

A permalink never changes. A page's address follows its name, and a former one stays as an alias.
"""

import re
from typing import Final

from macros.language.pattern import Pattern
from macros.model.case import Case
from macros.model.editions import FOLDERS, ROOTS, Edition
from macros.model.vocabulary import Chapter, Route, Term
from macros.record.text_date import TextDate
from macros.text.slugs import slugify

_EXPORT: Final = re.compile(
    r"p/[0-9]+/[^/]+\.[a-z]+|downloads/[^/]+|assets/(?:parts|word|share)/[^/]+|feed\.xml|api/v[0-9]+/.+"
)


def pattern_address(pattern: Pattern, edition: Edition) -> str:
    """Return the address of a pattern's page."""
    return former_address(pattern.slug(edition), edition)


def former_address(slug: str, edition: Edition) -> str:
    """Return the address that a slug has or had as a pattern's page."""
    return f"{ROOTS[edition]}{FOLDERS['patterns'][edition]}{slug}/"


def permalink(number: int, edition: Edition) -> str:
    """Return the address for reports and print, which never changes."""
    return f"{ROOTS[edition]}p/{number}/"


def embedded_card(number: int, edition: Edition) -> str:
    """Return the address of a pattern as a card that other sites show within a page of theirs."""
    return f"{permalink(number, edition)}card/"


def version_address(number: int, dated: TextDate, edition: Edition) -> str:
    """Return the address of a pattern's text as it was published under a date, which never changes either."""
    return f"{permalink(number, edition)}{dated}/"


def download(number: int, edition: Edition, ending: str) -> str:
    """Return the address of a pattern as a file: `p/70/70.pdf`. No host can redirect a file, so a number names it."""
    return f"{permalink(number, edition)}{number}.{ending}"


def collection(name: str, edition: Edition, ending: str) -> str:
    """Return the address of many patterns in one file: `downloads/handbook.pdf`, the same name in both editions."""
    return f"{ROOTS[edition]}downloads/{name}.{ending}"


OFFLINE_COPY: Final = "downloads/site.zip"
"""The address of the archive with the whole site, every edition in one."""
POSTER_PAPERS: Final = ("a2", "a3")
"""The sizes of paper that the poster of the whole language is made for."""


def poster(name: str, edition: Edition) -> str:
    """Return the address of a poster: of a size of paper for the whole language, of `route-<key>` for a route."""
    return collection(f"poster-{name}", edition, "pdf")


def disagreement_sheet(key: str, edition: Edition) -> str:
    """Return the address of the sheet on which two patterns face each other."""
    return collection(f"disagreement-{key}", edition, "pdf")


def contribution_form(form: str, edition: Edition) -> str:
    """Return the address of the questions of a form as a Word file."""
    return collection(f"form-{form}", edition, "docx")


def part(number: int, edition: Edition) -> str:
    """Return the address of a pattern as a bundle takes it up, which the site's own scripts fetch."""
    return f"{ROOTS[edition]}assets/parts/{number}.json"


def word_part(name: str, edition: Edition) -> str:
    """Return the address of a piece of a bundle's Word file, which the site's own scripts fetch."""
    return f"{ROOTS[edition]}assets/word/{name}.json"


def share_image(name: str, edition: Edition) -> str:
    """Return the address of the image that is shown with a link: `assets/share/70.png`. None is promised to stay."""
    return f"{ROOTS[edition]}assets/share/{name}.png"


def feed(edition: Edition) -> str:
    """Return the address of the feed of new and revised patterns."""
    return f"{ROOTS[edition]}feed.xml"


def data(name: str) -> str:
    """Return the address of a file of the data that both editions share: `api/v1/patterns.json`."""
    return f"api/v1/{name}.json"


def is_export(address: str) -> bool:
    """Return whether an address is one of the files that the exports write, and not of a page or a part of one."""
    return any(_EXPORT.fullmatch(address.removeprefix(root)) for root in ROOTS.values())


def chapter_address(chapter: Chapter, edition: Edition) -> str:
    """Return the address of a chapter's opening page."""
    return f"{ROOTS[edition]}{FOLDERS['chapters'][edition]}{slugify(chapter.of(edition).name)}/"


def route_address(route: Route, edition: Edition) -> str:
    """Return the address of a reading route."""
    return f"{ROOTS[edition]}{FOLDERS['routes'][edition]}{slugify(route.of(edition).name)}/"


def stagnation_address(stagnation: Term, edition: Edition) -> str:
    """Return the address of the page on one stagnation."""
    return f"{ROOTS[edition]}{FOLDERS['situations'][edition]}{slugify(stagnation.of(edition).name)}/"


def diagnosis_cards(edition: Edition) -> str:
    """Return the address of what the diagnosis shows of each pattern, which the site's own scripts fetch."""
    return f"{ROOTS[edition]}assets/diagnosis/patterns.json"


def dated_texts(edition: Edition) -> str:
    """Return the address of the dates of all texts, which the site's own scripts fetch."""
    return f"{ROOTS[edition]}assets/check/texts.json"


def case_address(case: Case, edition: Edition) -> str:
    """Return the address of a case's page."""
    return former_case_address(case.slug(edition), edition)


def former_case_address(slug: str, edition: Edition) -> str:
    """Return the address that a slug has or had as a case's page."""
    return f"{ROOTS[edition]}{FOLDERS['cases'][edition]}{slug}/"


def search_page(edition: Edition) -> str:
    """Return the address of the page with the results of a search."""
    return ROOTS[edition] + FOLDERS["search"][edition]


def search_file(name: str, edition: Edition) -> str:
    """Return the address of a file that searching needs, which the site's own scripts fetch."""
    return f"{ROOTS[edition]}assets/search/{name}.json"


def relative(here: str, there: str) -> str:
    """Return the way from one address to another, as it stands in a link.

    Args:
        here: the address of the page with the link; empty for the root.
        there: the address it leads to, a fragment or file name included.
    """
    depth = here.count("/")
    return "../" * depth + there or "./"
