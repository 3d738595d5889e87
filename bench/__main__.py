"""Measures the build beside plain Material and lets Lighthouse look at the pages: `python -m bench` (make bench)."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench import builds, looks, searching
from bench.lighthouse import LighthouseError
from tests.tools.debian import ProgramError
from tests.tools.programs import BROWSER, find

ROOT = Path(__file__).parents[1]
BUSY = 2.0
"""The load of the machine above which a score for performance says more about the machine than about the page."""


def measure_builds(sizes: list[int], rounds: int) -> dict[str, Any]:
    """Measure builds of languages of these sizes, print the table and return the figures."""
    print(builds.HEAD)
    taken = {}
    for count in sizes:
        taken[count] = builds.measure(ROOT, count, rounds)
        print(*taken[count].rows(count), sep="\n", flush=True)
    for kind, weight in taken[max(sizes)].weights.items():
        print(f"{kind:>22} {weight.total / 1000:8.1f} kB: page {weight.page / 1000:.1f}, ", end="")
        print(f"styles {weight.styles / 1000:.1f}, scripts {weight.scripts / 1000:.1f}")
    figures: dict[str, Any] = {
        str(count): asdict(one) | {"pages_to_plain": one.pages_to_plain} for count, one in taken.items()
    }
    if len(taken) > 1:
        most, fewest = max(taken), min(taken)
        each = taken[most].runs["pages"].seconds / most / (taken[fewest].runs["pages"].seconds / fewest)
        print(f"a pattern at {most} costs {each:.2f} of one at {fewest}")
        figures["cost_of_a_pattern"] = each
    return figures


def measure_search() -> dict[str, Any]:
    """Measure searching, print the table and return the figures."""
    print(searching.HEAD)
    figures: dict[str, Any] = {}
    for edition, count, one in searching.searches(ROOT):
        print(one.row(edition, count), flush=True)
        figures[f"{edition} {count}"] = asdict(one)
    return figures


def measure_pages(times: int) -> dict[str, Any]:
    """Let Lighthouse look at a page of every kind, print the table and return the figures."""
    program = find(BROWSER)
    if not program:
        raise ProgramError("There is no Chromium; `python -m tests.tools.programs` tells why.")
    print(looks.HEAD, flush=True)
    load, pages = [os.getloadavg()[0]], {}
    for kind, scores in looks.looks(ROOT, program.path, times):
        load.append(os.getloadavg()[0])
        pages[kind] = {category: asdict(score) for category, score in scores.items()}
        print(*looks.rows(kind, scores), sep="\n", flush=True)
    print(f"load of the machine at most {max(load):.1f}", end="")
    print("; it did other things too, and performance may score higher" if max(load) > BUSY else "")
    return {"browser": program.version, "load": load, "pages": pages}


def main() -> int:
    """Measure, print the tables and write the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the build and the pages.")
    parser.add_argument("--patterns", type=int, nargs="*", default=[100, 1000], help="sizes of the language to build")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is built (default: 3)")
    parser.add_argument("--looks", type=int, default=3, help="how often Lighthouse looks at each page (default: 3)")
    parser.add_argument(
        "--search", action=argparse.BooleanOptionalAction, default=True, help="whether to time searching"
    )
    parser.add_argument("--json", type=Path, default=ROOT / ".cache" / "bench.json", help="where to write the figures")
    chosen = parser.parse_args()
    figures: dict[str, Any] = {}
    try:
        if chosen.patterns:
            figures |= measure_builds(chosen.patterns, chosen.rounds)
        if chosen.search:
            figures["search"] = measure_search()
        if chosen.looks:
            figures["lighthouse"] = measure_pages(chosen.looks)
    except (LighthouseError, ProgramError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        chosen.json.parent.mkdir(parents=True, exist_ok=True)
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
