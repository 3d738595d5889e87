"""Findings reported to a person, a program or a workflow: the same findings in three shapes."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict

from macros.findings.finding import Advice, Finding, Severity
from macros.findings.messages import filled, phrase, words_of
from macros.text.characters import HIDDEN

MAX_WRITTEN = 120
"""More of what was written than this only hides the message."""


def visible(text: str) -> str:
    """Return text that cannot move a terminal's cursor or begin a new line."""
    return HIDDEN.sub(lambda match: f"\\x{ord(match.group()):02x}", re.sub(r"\s", " ", text))


def _shortened(text: str) -> str:
    plain = visible(text)
    return plain if len(plain) <= MAX_WRITTEN else plain[: MAX_WRITTEN - 1] + "…"


def sentence(finding: Finding, language: str) -> str:
    """Return what is wrong, what was written and what would be right, on one line in a language."""
    words = words_of(finding, language)
    parts = [visible(words.wrong)]
    if finding.pages:
        more = len(finding.pages) - 1
        on = phrase("pages" if more else "page", language)
        parts[0] += f" ({visible(filled(on, {'page': finding.pages[0], 'more': more}))})"
    if finding.written:
        parts.append(filled(phrase("written", language), {"written": _shortened(finding.written)}))
    parts += (visible(advice) for advice in _advice(finding.advice, language))
    if words.right:
        parts.append(visible(words.right))
    return "; ".join(parts)


def _advice(advice: Advice, language: str) -> Iterable[str]:
    if advice.nearest:
        name = "nearest" if len(advice.nearest) == 1 else "nearest-ones"
        yield filled(phrase(name, language), {"nearest": advice.nearest})
    if advice.allowed and advice.allowed != advice.nearest:
        name = "allowed" if len(advice.allowed) > 1 else "allowed-one"
        yield filled(phrase(name, language), {"allowed": advice.allowed})


def as_text(findings: Iterable[Finding], language: str) -> str:
    """Return one line a finding, `path:line:column: severity: what is wrong … [rule]`, and a closing count."""
    shown = list(findings)
    return "\n".join([*(line(finding, language) for finding in shown), summary(shown, language)])


def line(finding: Finding, language: str) -> str:
    """Return a finding in one line, `path:line:column: severity: what is wrong … [rule]`."""
    place, severity = visible(str(finding.place)), phrase(finding.severity, language)
    return f"{place}: {severity}: {sentence(finding, language)} [{finding.rule}]"


def summary(findings: Iterable[Finding], language: str) -> str:
    """Return the count of findings by weight, in words."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    if not any(counts.values()):
        return phrase("none", language)
    told = (
        f"{count} {phrase(severity if count == 1 else f'{severity}s', language)}"
        for severity, count in counts.items()
        if count
    )
    return ", ".join(told) + "."


def as_json(findings: Iterable[Finding], language: str) -> str:
    """Return the findings as a JSON list of objects.

    Each has path, line, column, severity and rule; the id of its message with the holes in it, what was written and
    the advice, for a program that has words of its own; and `message` and `instead`, the words in a language.
    """
    rows = []
    for finding in findings:
        words = words_of(finding, language)
        instead = [*_advice(finding.advice, language), *([words.right] if words.right else [])]
        rows.append(
            asdict(finding.place)
            | {
                "severity": finding.severity,
                "rule": finding.rule,
                "id": finding.message,
                "holes": dict(finding.holes),
                "written": finding.written,
                "nearest": finding.advice.nearest,
                "allowed": finding.advice.allowed,
                "pages": finding.pages,
                "message": words.wrong,
                "instead": "; ".join(instead),
            }
        )
    # Written as ASCII, so that nothing in it can move a terminal's cursor.
    return json.dumps(rows, indent=2)


def as_code_quality(findings: Iterable[Finding], language: str) -> str:
    """Return the findings as a report that GitLab shows beside a merge request.

    Source: GitLab, "Code Quality", the format of a custom tool.
    """
    weights = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}

    def fingerprint(finding: Finding) -> str:
        # The name of a file may hold bytes that are no text.
        told = f"{finding.place} {sentence(finding, language)}"
        return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()

    rows = [
        {
            "description": sentence(finding, language),
            "check_name": finding.rule,
            "fingerprint": fingerprint(finding),
            "severity": weights[finding.severity],
            "location": {"path": finding.place.path, "lines": {"begin": finding.place.line}},
        }
        for finding in findings
    ]
    return json.dumps(rows, indent=1)


def as_annotations(findings: Iterable[Finding], language: str) -> str:
    """Return the findings as workflow commands that GitHub shows on the lines, escaped so that text cannot forge one.

    Source: GitHub, "Workflow commands for GitHub Actions".
    """
    lines = []
    for finding in findings:
        place = finding.place
        head = f"file={_property(place.path)},line={place.line},col={place.column},title={_property(finding.rule)}"
        lines.append(f"::{finding.severity} {head}::{_message(sentence(finding, language))}")
    return "\n".join(lines)


def _message(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


REPORTS: dict[str, Callable[[Iterable[Finding], str], str]] = {
    "text": as_text,
    "json": as_json,
    "annotations": as_annotations,
    "gitlab": as_code_quality,
}
"""Name of a shape -> function that makes it of findings, in a language."""
