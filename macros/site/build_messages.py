"""What a build has to say, written down by one process and told by another."""

import json
import logging
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Final, TextIO

LOGGER: Final = "mkdocs.samenwerkpatronen"
"""Of what this project itself has to say of a build."""
_NO_HELP: Final = {
    "mkdocs.commands.build": r"Error reading page ",  # a finding, or what went wrong in full, is told after it
    "mkdocs.livereload": r'(?:\[\S+\] )?"GET \S+ HTTP/[\d.]+" code 404',  # browsers ask for what no site has
}
"""Logger -> how a message begins that helps nobody who is writing."""


@dataclass(frozen=True, slots=True)
class LogMessage:
    """One message: the name of its logger, its level and its text."""

    logger: str
    level: int
    message: str

    @classmethod
    def of(cls, record: logging.LogRecord) -> "LogMessage":
        """Return what was logged."""
        return cls(record.name, record.levelno, record.getMessage())


class Heard(logging.Handler):
    """Keeps the warnings and errors of MkDocs and everything in it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[LogMessage] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.records.append(LogMessage.of(record))


class Writer(logging.Handler):
    """Writes the warnings and errors to a file as they come, one a line."""

    def __init__(self, file: TextIO) -> None:
        super().__init__(logging.WARNING)
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        """Write one message."""
        self._file.write(json.dumps(asdict(LogMessage.of(record))) + "\n")
        self._file.flush()


def read_records(path: Path) -> list[LogMessage]:
    """Return the messages in a file; a last line that a killed process left unfinished is left out."""
    lines = path.read_text("utf-8").splitlines(keepends=True) if path.exists() else []
    return [LogMessage(**json.loads(line)) for line in lines if line.endswith("\n")]


def tell(records: Iterable[LogMessage]) -> None:
    """Log messages again, by the logger and at the level they came from, so that a strict build counts them."""
    for record in records:
        logging.getLogger(record.logger).log(record.level, "%s", record.message)


def leave_out_what_is_no_help() -> None:
    """Have MkDocs tell less while it serves."""
    for name, beginning in _NO_HELP.items():
        logging.getLogger(name).addFilter(partial(_begins_otherwise, beginning))


def _begins_otherwise(beginning: str, record: logging.LogRecord) -> bool:
    return not re.match(beginning, record.getMessage())
