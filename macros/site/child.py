"""The other edition, built in a process of its own while the first one is built.

As a program (`python -m macros.site.child`) this is that process.
"""

import logging
import os
import subprocess
import sys
import threading
import traceback
from pathlib import Path

from macros.site.records import Record, Writer, read_records

_BUILT, _FAILED = 0, 1


class Child:
    """That process, as the build that started it sees it."""

    def __init__(self, config_file: Path, site: Path, site_url: str) -> None:
        """Start it.

        Args:
            config_file: the edition's configuration, in the repository root.
            site: the folder to build in; what the process has to say is written beside it.
            site_url: the address of the root of the whole site.
        """
        self._records = site.with_name("records")
        self._said = site.with_name("said")
        with self._said.open("w") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "macros.site.child", config_file.name, site, site_url, self._records],
                cwd=config_file.parent,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
            )

    def finish(self) -> tuple[bool, list[Record]]:
        """Wait until it ends; return whether its edition was built, and its warnings and errors."""
        built = self._process.wait() == _BUILT
        records = read_records(self._records)
        if not built and not any(record.level >= logging.ERROR for record in records):
            said = self._said.read_text("utf-8", errors="replace").strip() or "it was stopped"
            records.append(Record("mkdocs", logging.ERROR, said))
        self._close()
        return built, records

    def stop(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.wait()
        self._close()

    def _close(self) -> None:
        if self._process.stdin:
            self._process.stdin.close()


def main(config_file: str, site: str, site_url: str, records: str) -> int:
    """Build one edition and return the exit code."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from mkdocs.commands.build import build
    from mkdocs.commands.build import log as build_log
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException
    from mkdocs.utils import DuplicateFilter

    log = logging.getLogger("mkdocs")
    build_log.addFilter(DuplicateFilter())  # as the mkdocs command does
    with Path(records).open("w", encoding="utf-8") as file:
        log.addHandler(Writer(file))
        try:
            # Strictness is for the first build, which counts the warnings of both.
            build(load_config(config_file, site_dir=site, site_url=site_url, strict=False))
        except MkDocsException as error:
            log.error("%s", error)
        except Exception:  # noqa: BLE001 - whatever it is, the first build has to tell it
            log.error("%s", traceback.format_exc())
        else:
            return _BUILT
    return _FAILED


def _end_with_parent() -> None:
    """End when the process that started this one does, however it ends: its end of the pipe then closes."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(_FAILED)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
