"""What was found in the language, told as messages of MkDocs; with an error nothing is built."""

import logging
import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import Abort

from macros.checks import check
from macros.findings.finding import Finding, Severity
from macros.findings.messages import command_text, language_of
from macros.findings.report import line
from macros.language.memory import Memory
from macros.language.reading import Reading
from macros.site.build_messages import LOGGER

log = logging.getLogger(LOGGER)
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO, Severity.NOTICE: logging.INFO}
"""A finding that does not fail the check may not fail a strict build either, which counts warnings."""


def read(root: Path, memory: Memory, known: set[str]) -> Reading:
    """Read and check the language for someone who is still writing, and tell what was found.

    Args:
        root: the folder of the language.
        memory: what earlier readings have left, which this one adds to.
        known: what was told before; only an error is told again.
    """
    reading = check(root, memory)
    tell(reading.findings, known)
    return reading


def tell(findings: Iterable[Finding], known: set[str] | None = None) -> None:
    """Tell what was found, but for what is known and no error; then that is what is known."""
    language = language_of(os.environ)
    told = {line(finding, language): finding.severity for finding in findings}
    for said, severity in told.items():
        if severity is Severity.ERROR or not known or said not in known:
            log.log(_LEVELS[severity], "%s", said)
    if known is not None:
        known.clear()
        known.update(told)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether one finding or more is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def refuse_errors(reading: Reading) -> None:
    """Refuse to build what is wrong.

    Raises:
        Abort: when one finding or more is an error.
    """
    if has_errors(reading.findings):
        raise Abort(command_text(language_of(os.environ), "site.findings"))
