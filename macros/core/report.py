"""Findings told to a person, a program or a workflow: the same findings in three shapes."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict

from macros.core.characters import HIDDEN
from macros.core.findings import Finding, Severity

MAX_WRITTEN = 120
"""More of what was written than this only hides the message."""


def visible(text: str) -> str:
    """Return text that cannot move a terminal's cursor or begin a new line."""
    return HIDDEN.sub(lambda match: f"\\x{ord(match.group()):02x}", re.sub(r"\s", " ", text))


def _shortened(text: str) -> str:
    plain = visible(text)
    return plain if len(plain) <= MAX_WRITTEN else plain[: MAX_WRITTEN - 1] + "…"


def sentence(finding: Finding) -> str:
    """Return what is wrong, what was written and what would be right, on one line."""
    parts = [visible(finding.message)]
    if finding.written:
        parts.append(f'written: "{_shortened(finding.written)}"')
    if finding.instead:
        asks = re.fullmatch(r"[\w./#-]+", finding.instead)
        parts.append(f"did you mean {finding.instead}?" if asks else f"better: {visible(finding.instead)}")
    return "; ".join(parts)


def as_text(findings: Iterable[Finding]) -> str:
    """Return one line a finding, `path:line:column: severity: what is wrong … [rule]`, and a closing count."""
    shown = list(findings)
    lines = [
        f"{visible(str(finding.place))}: {finding.severity}: {sentence(finding)} [{finding.rule}]" for finding in shown
    ]
    return "\n".join([*lines, summary(shown)])


def summary(findings: Iterable[Finding]) -> str:
    """Return the count of findings by weight, in words."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    if not any(counts.values()):
        return "No findings."
    return ", ".join(f"{count} {severity}{'s' * (count != 1)}" for severity, count in counts.items() if count) + "."


def as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list: path, line, column, rule, message, written, instead, severity of each."""
    rows = [asdict(finding.place) | {k: v for k, v in asdict(finding).items() if k != "place"} for finding in findings]
    # Written as ASCII, so that nothing in it can move a terminal's cursor.
    return json.dumps(rows, indent=2)


def as_annotations(findings: Iterable[Finding]) -> str:
    """Return the findings as workflow commands that GitHub shows on the lines, escaped so that text cannot forge one.

    Source: GitHub, "Workflow commands for GitHub Actions".
    """
    lines = []
    for finding in findings:
        place = finding.place
        head = f"file={_property(place.path)},line={place.line},col={place.column},title={_property(finding.rule)}"
        lines.append(f"::{finding.severity} {head}::{_message(sentence(finding))}")
    return "\n".join(lines)


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


REPORTS: dict[str, Callable[[Iterable[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "annotations": as_annotations,
}
"""Name of a shape -> function that makes it."""
