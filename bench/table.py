"""The table of README.md: what `make bench` measured, as it is kept in `bench/figures.json`."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
FIGURES: Final = ROOT / "bench/figures.json"
PAGE: Final = ROOT / "README.md"
_START: Final = "<!-- Made by `make bench`, from bench/figures.json -->\n"
_END: Final = "<!-- End of what `make bench` makes -->\n"

_NAMES: Final = {
    "pages": "**this site**, the pages of both editions",
    "plain in sequence": "two plain Material builds, one after the other",
    "plain side by side": "two plain Material builds, side by side",
    "zensical cold": "Zensical, nothing kept",
    "zensical warm": "Zensical, built again unchanged",
    "hugo": "Hugo, the plainest theme",
    "whole": "**this site**, with all its downloads, nothing kept",
    "whole again": "**this site**, with all its downloads, built again unchanged",
    "check": "`check`, nothing kept",
    "check after an edit": "`check`, again after an edit",
    "compose": "the same files, only composed by libyaml",
}
_QUIET: Final = 0.5
"""The load of the machine before measuring, above which the seconds say too much."""
_BUSY_LINE: Final = (
    "**The machine did other things too (load {} before it began): every time here is longer than it need be.**"
)
_EDIT: Final = "an edit, until its page is there (`make serve`)"
_BUILDS: Final = ("pages", "plain in sequence", "plain side by side", "zensical cold", "zensical warm", "hugo")
_WEIGHED: Final = {
    "home nl": "home",
    "full pattern nl": "a pattern",
    "patterns nl": "all patterns",
    "situations nl": "the diagnosis",
    "search nl": "search",
    "bundle nl": "a bundle",
}
"""The pages of which README tells the weight, and what it calls them."""


def table(figures: dict[str, Any]) -> str:
    """Return the table and the lines around it, in Markdown."""
    machine, versions = figures["machine"], figures["versions"]
    others = ", ".join(f"{name} {version}" for name, version in versions.items())
    rounds = "Medians of {} rounds" if figures["rounds"] > 1 else "{} round"
    on = f"{machine['processor']}, {machine['cores']} cores, Python {machine['python']}; {others}"
    lines = [
        f"Measured on {figures['date']}: {on}.",
        f"{rounds.format(figures['rounds'])}; the same Markdown for all; memory of all processes together.",
        "*× plain*: how many times the seconds of two plain Material builds, one after the other.",
        *([_BUSY_LINE.format(figures["load"])] if figures["load"] > _QUIET else []),
        "",
        "| patterns | what | seconds | × plain | processor, s | memory, MB |",
        "|---:|---|---:|---:|---:|---:|",
        *(row for size in figures["sizes"] for row in _rows(size)),
        "",
        *_sentences(figures),
    ]
    return "\n".join(lines) + "\n"


def _rows(size: dict[str, Any]) -> Iterator[str]:
    runs, count = size["runs"], f"{size['count']:,}"
    plain, compose = runs["plain in sequence"]["seconds"], runs["compose"]["seconds"]
    for name, words in _NAMES.items():
        if name not in runs:
            continue
        one = runs[name]
        ratio = f"{one['seconds'] / plain:.2f}" if name in _BUILDS else ""
        beside = f" ({one['seconds'] / compose:.1f} times composing)" if name == "check" else ""
        memory = f"{one['memory']:,.0f}" if one["memory"] else ""
        work = f"{one['work']:.2f}" if name != "compose" else ""
        yield f"| {count} | {words}{beside} | {one['seconds']:.2f} | {ratio} | {work} | {memory} |"
    yield f"| {count} | {_EDIT} | {median(size['edits']):.2f} | | | |"


def _sentences(figures: dict[str, Any]) -> Iterator[str]:
    first = figures["sizes"][0]
    weighed = (
        f"{words} {_weight(first['weights'][kind]) / 1000:.0f} kB"
        for kind, words in _WEIGHED.items()
        if kind in first["weights"]
    )
    yield f"What a page weighs on a first visit, with its styles and scripts, compressed: {', '.join(weighed)}."
    if site := first["site"]:
        size = site["bytes"] / 1_000_000
        others = site["files"] - site["pages"]
        told = f"{site['pages']:,} HTML files (pages, cards, permalinks) and {others:,} others"
        yield f"The site has {told}: {size:.0f} MB."
    yield f"`make test` runs {figures['tests']['some']:,} tests, `make test-all` {figures['tests']['all']:,}."


def _weight(parts: dict[str, int]) -> int:
    return sum(parts.values())


def with_table(page: str, figures: dict[str, Any]) -> str:
    """Return a page with the table in the place of the one that it has.

    Raises:
        ValueError: when it has no place for one.
    """
    before, start, rest = page.partition(_START)
    _old, end, after = rest.partition(_END)
    if not start or not end:
        raise ValueError(f"README.md has no place for the table; put these two lines there:\n{_START}{_END}")
    return f"{before}{start}\n{table(figures)}\n{end}{after}"


def write(figures: dict[str, Any]) -> None:
    """Keep the figures and write the table."""
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(with_table(PAGE.read_text("utf-8"), figures), encoding="utf-8")
