"""The other edition, built in a process of its own while the first one is built.

The process is a copy of the one that has read the language and goes on to check it, so that neither is done twice.
"""

import gc
import logging
import multiprocessing
import os
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from macros.site.records import Record, Writer, read_records

_BUILT, _FAILED = 0, 1
_COPY = multiprocessing.get_context("fork")


class Child:
    """That process, as the build that started it sees it."""

    def __init__(self, config_file: Path, site: Path, site_url: str, prepare: Callable[[], None]) -> None:
        """Start it.

        Args:
            config_file: the edition's configuration.
            site: the folder to build in; what the process has to say is written beside it.
            site_url: the address of the root of the whole site.
            prepare: called in the new process before it builds.
        """
        self._records = site.with_name("records")
        self._said = site.with_name("said")
        gc.freeze()  # looking through what both have would copy it
        self._process = _COPY.Process(
            target=_main, args=(config_file, site, site_url, self._records, self._said, prepare), daemon=True
        )
        self._process.start()

    def finish(self) -> tuple[bool, list[Record]]:
        """Wait until it ends; return whether its edition was built, and its warnings and errors."""
        self._process.join()
        built = self._process.exitcode == _BUILT
        records = read_records(self._records)
        if not built and not any(record.level >= logging.ERROR for record in records):
            said = self._said.read_text("utf-8", errors="replace").strip() if self._said.exists() else ""
            records.append(Record("mkdocs", logging.ERROR, said or "it was stopped"))
        self._process.close()
        return built, records

    def stop(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.join()
        self._process.close()


def _main(config_file: Path, site: Path, site_url: str, records: Path, said: Path, prepare: Callable[[], None]) -> None:
    """Build one edition and end the process."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with said.open("w") as output:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
    with records.open("w", encoding="utf-8") as file:
        built = _build(config_file, site, site_url, Writer(file), prepare)
    # Nothing of the process that this one is a copy of is to be wound up here.
    os._exit(_BUILT if built else _FAILED)


def _build(config_file: Path, site: Path, site_url: str, writer: Writer, prepare: Callable[[], None]) -> bool:
    """Build one edition; return whether it was built."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import MkDocsException

    for name in ("", "mkdocs"):
        logging.getLogger(name).handlers.clear()  # what the first build hears and counts comes from its own edition
    log = logging.getLogger("mkdocs")
    log.addHandler(writer)
    # MkDocs would hand the search plugin of one edition to the other.
    MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined]
    prepare()
    try:
        # Strictness is for the first build, which counts the warnings of both.
        build(load_config(str(config_file), site_dir=str(site), site_url=site_url, strict=False))
    except MkDocsException as error:
        log.error("%s", error)  # noqa: TRY400 - its words are meant for people
    except Exception:  # noqa: BLE001 - whatever it is, the first build has to tell it
        log.error("%s", traceback.format_exc())  # noqa: TRY400 - in the message, which travels
    else:
        return True
    return False


def _end_with_parent() -> None:
    """End when the process that started this one does, however it ends."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(_FAILED)
