"""The links to other sites: where they stand, and whether those sites still answer.

Their form is checked on every run (`https`, a name with a dot); that they answer only in a scheduled run, because
another site's trouble is no reason to refuse a contribution.
"""

import re
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from macros.findings.finding import Finding, Place
from macros.language.language import Language
from macros.yaml.files import read_text

REFUSING: Final = ".github/refuses-robots.txt"
"""Hosts, one a line, that are known to turn programs away while people can read them."""

_URL: Final = re.compile(r"https://[^\s<>\"'`)\]}]+")
_TURNED_AWAY: Final = {401, 403, 405, 406, 429, 451, 999}
"""Answers that say something about the asker, not about the page (999 is a habit of one large network)."""
_GONE: Final = {404, 410}
TRIES: Final = 3
_SECONDS: Final = 20
_AT_ONCE: Final = 8
_HEADERS: Final = {"User-Agent": "Mozilla/5.0 (compatible; link check)", "Accept": "text/html,*/*;q=0.8"}


class State(StrEnum):
    """What came of asking for an address."""

    FINE = "fine"
    BROKEN = "broken"
    REFUSED = "refused"
    KNOWN = "known to refuse"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for one address: the state, and the host's own words for it."""

    state: State
    words: str = ""


def external_links(language: Language) -> dict[str, list[Place]]:
    """Return every address on another site, with the places where it is written."""
    found: dict[str, list[Place]] = defaultdict(list)
    for document in [*language.documents.values(), *language.data_files.values()]:
        for loc, text in document.texts:
            for match in _URL.finditer(text):
                url = match.group().rstrip(".,;:!?")
                found[url].append(document.place_within(loc, url))
    for page in language.pages.values():
        for match in _URL.finditer(page.prose):
            place = page.place(match.start())
            found[match.group().rstrip(".,;:!?")].append(place)
    return dict(found)


def known_to_refuse(root: Path) -> tuple[set[str], list[Finding]]:
    """Return the hosts that are not asked, because they refuse programs, and why their list cannot be read."""
    file = read_text(root / REFUSING, root)
    hosts = {line.partition("#")[0].strip() for line in file.text.splitlines()} - {""}
    return hosts, [] if file.missing else file.findings


def ask(url: str, wait: Callable[[float], None] = time.sleep) -> Answer:
    """Ask for one address, and again after a while when the host does not answer well.

    Args:
        url: the address.
        wait: waits the given number of seconds.
    """
    said = ""
    for attempt in range(TRIES):
        if attempt:
            wait(2.0**attempt)
        try:
            request = urllib.request.Request(url, headers=_HEADERS)  # noqa: S310 - only https is gathered
            with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310 - the same
                return Answer(State.FINE)
        except urllib.error.HTTPError as error:
            error.close()
            said = f"{error.code} {error.reason}"
            if error.code in _TURNED_AWAY:
                return Answer(State.REFUSED, said)
            if error.code in _GONE:
                return Answer(State.BROKEN, said)
        except (OSError, ValueError) as error:
            said = str(getattr(error, "reason", None) or error)
    return Answer(State.BROKEN, said)


def ask_all(urls: Iterable[str], refusing: set[str], asking: Callable[[str], Answer] = ask) -> dict[str, Answer]:
    """Ask for every address, several at a time.

    Args:
        urls: the addresses.
        refusing: hosts that are not asked.
        asking: asks for one.
    """

    def one(url: str) -> Answer:
        return Answer(State.KNOWN) if urlsplit(url).hostname in refusing else asking(url)

    wanted = sorted(urls)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return dict(zip(wanted, pool.map(one, wanted), strict=True))


def report(answers: dict[str, Answer], places: dict[str, list[Place]]) -> str:
    """Return what came of it as Markdown for an issue; addresses stand in code, so that they can do nothing there."""
    parts = []
    for state, heading in (
        (State.BROKEN, "These links to other sites no longer answer:"),
        (State.REFUSED, f"These refuse programs. If a browser opens them, add their host to `{REFUSING}`:"),
    ):
        rows = [
            f"- {_code(url)} ({_code(answer.words)}): " + ", ".join(_code(str(place)) for place in places[url])
            for url, answer in answers.items()
            if answer.state is state
        ]
        if rows:
            parts.append("\n".join([heading, "", *rows]))
    known = sum(answer.state is State.KNOWN for answer in answers.values())
    fine = sum(answer.state is State.FINE for answer in answers.values())
    parts.append(f"{len(answers)} asked about: {fine} answer, {known} are on hosts known to refuse programs.")
    return "\n\n".join(parts)


def _code(text: str) -> str:
    return "`" + re.sub(r"[`\x00-\x1f\x7f]", "", text) + "`"
