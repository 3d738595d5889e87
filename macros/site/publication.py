"""One whole site: both editions built aside, and put in place together when neither failed."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.core.editions import EDITIONS, ROOTS
from macros.site import build as builds
from macros.site.child import Child
from macros.site.live_record import write_live_record
from macros.site.records import Heard, Record, tell
from macros.site.staging import Staging

_SECOND = EDITIONS[1]
_CONFIG_FILE = f"mkdocs.{_SECOND}.yml"
_SHARED = {"mkdocs.config", "mkdocs.samenwerkpatronen"}
"""Loggers whose messages both editions bring: they say which file they are about."""

log = logging.getLogger("mkdocs")


class Publication:
    """A build of the site, from its configuration to the exchange of the old site for the new one."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Begin: the first edition is from here on built aside.

        Raises:
            Abort: when the site cannot be built there, or the configuration is not the one of the whole site.
        """
        if config.extra["edition"] != EDITIONS[0]:
            raise Abort(f"{_CONFIG_FILE} is built along with the other edition: mkdocs build")
        self._config = config
        self._staging = Staging(Path(config.site_dir))
        self._child: Child | None = None
        self._complete = False
        self._memory = Heard()
        log.addHandler(self._memory)
        config.site_dir = str(self._staging.new)

    def start_second(self, prepare: Callable[[], None]) -> None:
        """Start the build of the second edition, in a copy of this process that begins with `prepare`."""
        root = Path(self._config.config_file_path).parent
        folder = self._staging.folder / _SECOND
        self._child = Child(root / _CONFIG_FILE, folder, self._config.site_url or "/", prepare)

    def drop_second(self) -> None:
        """End the build of the second edition: what it would say comes of what has been told."""
        if self._child:
            self._child.stop()
            self._child = None

    def join(self) -> None:
        """Wait for the second edition and put it in its place in the first.

        Raises:
            Abort: when the second edition was not built.
        """
        if not self._tell_second():
            raise Abort(f"The edition of {_CONFIG_FILE} was not built.")
        (self._staging.folder / _SECOND).rename(self._staging.new / ROOTS[_SECOND])
        write_live_record(self._staging.new, builds.current().language)
        self._complete = True

    def fail(self) -> None:
        """Note that the build failed, and tell what the second edition has found all the same."""
        self._complete = False
        self._tell_second()

    def close(self) -> None:
        """Put the new site in place if it is complete, and leave nothing behind."""
        log.removeHandler(self._memory)
        try:
            self.drop_second()
            if self._complete:
                self._staging.publish()
                log.info("The site is complete in %s", self._staging.site)
        finally:
            self._staging.close()
            self._config.site_dir = str(self._staging.site)

    def _tell_second(self) -> bool:
        if not self._child:
            return False
        built, records = self._child.finish()
        self._child = None
        tell(self._marked(record) for record in records if not self._is_known(record))
        return built

    def _is_known(self, record: Record) -> bool:
        """Return whether both editions brought this message: what they share is told once."""
        return record.logger in _SHARED and record in self._memory.records

    def _marked(self, record: Record) -> Record:
        """Return a message that says which edition it is about."""
        if record.logger in _SHARED or record.message.startswith("docs/"):
            return record
        return replace(record, message=f"[{_SECOND}] {record.message}")
