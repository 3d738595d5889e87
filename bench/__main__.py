"""Measures the build side by side with plain Material, and prints a table: `python -m bench` (make bench)."""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from statistics import median

from bench.plain import make_plain
from bench.project import copy_project, enlarge
from bench.runs import Run, middle, run
from bench.serving import serving
from bench.weights import weights

ROOT = Path(__file__).parents[1]
PATTERN = "patterns/steering-and-deciding/no-one-says-no.yml"
PAGE = "patronen/niemand-zegt-nee/"
EDITS = 7
_BUILD = ("-m", "mkdocs", "build", "--strict")


def measure(folder: Path, count: int, rounds: int) -> dict[str, Run]:
    """Measure builds of a language of one size.

    Args:
        folder: where to work.
        count: how many patterns.
        rounds: how often each is run; what is compared is run in turns, so that a busy moment hits all of them.

    Returns:
        The median of each run: pages (both editions), plain (both, one after the other), check, whole (exports too).
    """
    project = folder / "ours"
    copy_project(ROOT, project)
    enlarge(project, count)
    plain = make_plain(project, folder / "plain")
    runs: dict[str, list[Run]] = {"pages": [], "plain": [], "check": []}
    for _ in range(rounds):
        runs["pages"].append(run(project, *_BUILD, EXPORTS="false"))
        first, second = (run(edition, *_BUILD) for edition in plain)
        runs["plain"].append(first + second)
        runs["check"].append(run(project, "-m", "macros", "check"))
    return {name: middle(taken) for name, taken in runs.items()} | {"whole": run(project, *_BUILD)}


def refreshed(project: Path) -> list[float]:
    """Return the seconds from an edit of a pattern to its refreshed page, several times."""
    file = project / PATTERN
    text = file.read_text("utf-8")
    taken = []
    with serving(project) as server:
        server.wait_for(PAGE, "Netwerken die")
        for number in range(EDITS):
            file.write_text(text.replace("Netwerken die", f"Netwerken nummer {number} die", 1), encoding="utf-8")
            taken.append(server.wait_for(PAGE, f"Netwerken nummer {number} die"))
    file.write_text(text, encoding="utf-8")
    return taken


def main() -> int:
    """Measure, print the table and write the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the build.")
    parser.add_argument("--patterns", type=int, nargs="+", default=[100, 1000], help="sizes of the language")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run (default: 3)")
    parser.add_argument("--json", type=Path, default=ROOT / ".cache" / "bench.json", help="where to write the figures")
    chosen = parser.parse_args()
    figures: dict[str, object] = {}
    pages: dict[int, float] = {}
    print(f"{'':28}" + "".join(f"{head:>12}" for head in ("seconds", "work", "memory MB", "ms a pattern")))
    for count in chosen.patterns:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            taken = measure(folder, count, chosen.rounds)
            edits = refreshed(folder / "ours")
            heavy = weights(folder / "ours" / "site")
        for name, one in taken.items():
            each = 1000 * one.seconds / count
            print(f"{count:>6} {name:21}{one.seconds:12.2f}{one.work:12.2f}{one.memory:12.0f}{each:12.2f}")
        ratio = taken["pages"].seconds / taken["plain"].seconds
        print(f"{count:>6} pages to plain       {ratio:12.2f}")
        print(f"{count:>6} edit to page         {median(edits):12.2f}   (slowest {max(edits):.2f})")
        pages[count] = taken["pages"].seconds / count
        figures[str(count)] = {
            "runs": {name: asdict(one) for name, one in taken.items()},
            "pages_to_plain": ratio,
            "edits": edits,
            "weights": {kind: asdict(weight) for kind, weight in heavy.items()},
        }
    for kind, weight in heavy.items():
        total = (weight.page + weight.styles + weight.scripts) / 1000
        print(f"{kind:>12} {total:8.1f} kB: page {weight.page / 1000:.1f}, styles {weight.styles / 1000:.1f}, ", end="")
        print(f"scripts {weight.scripts / 1000:.1f}")
    if len(pages) > 1:
        each = pages[max(pages)] / pages[min(pages)]
        print(f"a pattern at {max(pages)} costs {each:.2f} of one at {min(pages)}")
        figures["cost_of_a_pattern"] = each
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
