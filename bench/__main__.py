"""Measures builds beside those of others, and lets Lighthouse look at the pages: `python -m bench` (make bench)."""

import argparse
import json
import os
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import builds, looks, peers, searching, table
from bench.lighthouse import LighthouseError
from bench.machine import machine, tests, versions
from macros.progress.display import Bar, Display
from macros.progress.numbers import seconds
from tests.tools.debian import ProgramError
from tests.tools.programs import BROWSER, find

ROOT = Path(__file__).parents[1]
BUSY = 2.0
"""The load of the machine above which a score for performance says more about the machine than about the page."""


def measure_builds(sizes: list[int], rounds: int, display: Display) -> dict[str, Any]:
    """Measure builds of languages of these sizes, print the table and return the figures.

    Args:
        sizes: how many patterns; 0 for as many as there are.
        rounds: how often each is built.
        display: shows how far it is.
    """
    if not peers.are_here():
        raise ProgramError("Zensical and Hugo are not here: make bench puts them in .cache/peers")
    # With all its downloads the site is built at the first size alone: at 1,000 patterns that takes ten minutes.
    whole = [not number for number in range(len(sizes))]
    steps = sum(builds.steps(rounds, whole=one) for one in whole) + 1
    done, now, load = -1, "", os.getloadavg()[0]

    def tell(what: str) -> None:
        nonlocal done, now
        done, now = done + 1, what

    measured = []
    with display.showing(lambda: [Bar("Builds", max(done, 0), steps, f"{max(done, 0)} of {steps}: {now}")]):
        for count, one in zip(sizes, whole, strict=True):
            display.step(f"Building {f'{count:,}' if count else 'the'} patterns, also with others")
            measured.append(asdict(builds.measure(ROOT, count, rounds, tell, whole=one)))
        display.step("Counting the tests")
        tell("counting the tests")
        figures = {
            "date": datetime.now(UTC).date().isoformat(),
            "machine": machine(),
            "load": round(load, 1),
            "versions": versions(),
            "rounds": rounds,
            "sizes": measured,
            "tests": tests(),
        }
        tell("")
    print(table.table(figures), flush=True)
    return figures


def measure_search() -> dict[str, Any]:
    """Measure searching, print the table and return the figures."""
    print(searching.HEAD)
    figures: dict[str, Any] = {}
    for edition, count, one in searching.searches(ROOT):
        print(one.row(edition, count), flush=True)
        figures[f"{edition} {count}"] = asdict(one)
    return figures


def measure_pages(times: int, display: Display) -> dict[str, Any]:
    """Let Lighthouse look at a page of every kind, print the table and return the figures."""
    program = find(BROWSER)
    if not program:
        raise ProgramError("There is no Chromium; `python -m tests.tools.programs` tells why.")
    print(looks.HEAD, flush=True)
    load, pages = [os.getloadavg()[0]], dict[str, Any]()

    def bars() -> list[Bar]:
        return [Bar("Lighthouse", len(pages), looks.COUNT, f"{len(pages)} of {looks.COUNT} pages")]

    with display.showing(bars):
        for kind, scores in looks.looks(ROOT, program.path, times):
            load.append(os.getloadavg()[0])
            pages[kind] = {category: asdict(score) for category, score in scores.items()}
            for row in looks.rows(kind, scores):
                display.line(row)
    print(f"load of the machine at most {max(load):.1f}", end="")
    print("; it did other things too, and performance may score higher" if max(load) > BUSY else "")
    return {"browser": program.version, "load": load, "pages": pages}


def main() -> int:
    """Measure, print the tables and write the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the build and the pages.")
    parser.add_argument(
        "--patterns",
        type=int,
        nargs="*",
        default=[0, 1000],
        metavar="COUNT",
        help="sizes of the language to build, 0 for as it is (default: 0 1000); none: no builds",
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each is built (default: 3)")
    parser.add_argument(
        "--looks", type=int, default=3, help="how often Lighthouse looks at each page (default: 3; 0: not)"
    )
    parser.add_argument(
        "--search", action=argparse.BooleanOptionalAction, default=True, help="whether to time searching"
    )
    parser.add_argument("--readme", action="store_true", help="keep the figures of the builds and write README's table")
    parser.add_argument("--json", type=Path, default=ROOT / ".cache" / "bench.json", help="where to write all figures")
    chosen = parser.parse_args()
    figures: dict[str, Any] = {}
    display, began = Display(), time.monotonic()
    try:
        if chosen.patterns:
            figures |= measure_builds(chosen.patterns, chosen.rounds, display)
            if chosen.readme:
                table.write(figures)
        if chosen.search:
            figures["search"] = measure_search()
        if chosen.looks:
            figures["lighthouse"] = measure_pages(chosen.looks, display)
    except (LighthouseError, ProgramError, ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        chosen.json.parent.mkdir(parents=True, exist_ok=True)
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    where = "README.md and bench/figures.json" if chosen.readme and chosen.patterns else os.path.relpath(chosen.json)
    print(f"The figures are in {where}; measuring took {seconds(time.monotonic() - began, 'en')}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
