"""The build of another edition: beside the main one in a process of its own, or after it where that cannot be.

The process is a copy of the one that has read the language and goes on to check it, so that neither is done twice.
Windows cannot copy a process: there this one builds the other editions when it is done with the main one.
"""

import gc
import logging
import multiprocessing
import os
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from macros.site.build_messages import Heard, LogMessage, Writer, read_records

_BUILT, _FAILED = 0, 1


@dataclass(frozen=True, slots=True)
class EditionBuild:
    """What is to be built.

    Attributes:
        config_file: the edition's configuration.
        site: the folder to build in.
        site_url: the address of the root of the whole site.
        apart: in which the hooks do nothing but build it.
    """

    config_file: Path
    site: Path
    site_url: str
    apart: Callable[[], AbstractContextManager[None]]


class Child(Protocol):
    """The build of another edition, as that of the main one sees it."""

    def finish(self) -> tuple[bool, list[LogMessage]]:
        """Wait until it ends; return whether its edition was built, and its warnings and errors."""

    def stop(self) -> None:
        """End it now."""


def start(wanted: EditionBuild) -> Child:
    """Start the build in a copy of this process, or keep it until the main one is done where none can be made."""
    return SubprocessBuild(wanted) if "fork" in multiprocessing.get_all_start_methods() else SequentialBuild(wanted)


class SequentialBuild:
    """The build in this process, after the other one."""

    def __init__(self, wanted: EditionBuild) -> None:
        self._wanted = wanted

    def finish(self) -> tuple[bool, list[LogMessage]]:
        """Build; return whether the edition was built, and its warnings and errors."""
        heard = Heard()
        return _build(self._wanted, heard), heard.records

    def stop(self) -> None:
        """Do nothing: it has not begun."""


class SubprocessBuild:
    """The build in a process of its own."""

    def __init__(self, wanted: EditionBuild) -> None:
        """Start it; what it has to say is written beside the folder of its site."""
        self._records = wanted.site.with_suffix(".records")
        self._said = wanted.site.with_suffix(".said")
        gc.freeze()  # looking through what both have would copy it
        self._process = multiprocessing.get_context("fork").Process(
            target=_main, args=(wanted, self._records, self._said), daemon=True
        )
        self._process.start()

    def finish(self) -> tuple[bool, list[LogMessage]]:
        """Wait until it ends; return whether its edition was built, and its warnings and errors."""
        self._process.join()
        built = self._process.exitcode == _BUILT
        records = read_records(self._records)
        if not built and not any(record.level >= logging.ERROR for record in records):
            said = self._said.read_text("utf-8", errors="replace").strip() if self._said.exists() else ""
            records.append(LogMessage("mkdocs", logging.ERROR, said or "it was stopped"))
        self._process.close()
        return built, records

    def stop(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.join()
        self._process.close()


def _main(wanted: EditionBuild, records: Path, said: Path) -> None:
    """Build one edition and end the process."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with said.open("w") as output:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
    with records.open("w", encoding="utf-8") as file:
        built = _build(wanted, Writer(file))
    # Nothing of the process that this one is a copy of is to be wound up here.
    os._exit(_BUILT if built else _FAILED)


def _build(wanted: EditionBuild, heard: logging.Handler) -> bool:
    """Build one edition; return whether it was built."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    log = logging.getLogger("mkdocs")
    with wanted.apart(), _heard_only_by(heard):
        try:
            # Strictness is for the first build, which counts the warnings of both.
            file, site = str(wanted.config_file), str(wanted.site)
            build(load_config(file, site_dir=site, site_url=wanted.site_url, strict=False))
        except MkDocsException as error:
            log.error("%s", error)  # noqa: TRY400 - its words are meant for people
        except (Exception, SystemExit):  # noqa: BLE001 - whatever it is, the first build has to tell it
            log.error("%s", traceback.format_exc())  # noqa: TRY400 - in the message, which travels
        else:
            return True
    return False


@contextmanager
def _heard_only_by(heard: logging.Handler) -> Iterator[None]:
    """Let what a build says be heard by this alone: what the first one hears and counts comes from its own edition."""
    loggers = [logging.getLogger(name) for name in ("", "mkdocs")]
    before = [list(logger.handlers) for logger in loggers]
    for logger in loggers:
        logger.handlers.clear()
    loggers[-1].addHandler(heard)
    try:
        yield
    finally:
        for logger, handlers in zip(loggers, before, strict=True):
            logger.handlers[:] = handlers


def _end_with_parent() -> None:
    """End when the process that started this one does, however it ends."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(_FAILED)
