"""The site while it is served: every edition on this machine, built again whenever a file changes.

What is wrong with a file never ends the server: it is told in the terminal and on every page, until it is mended.
"""

import gc
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros.language.reading import Reading
from macros.model.editions import Edition
from macros.site.build_messages import Heard
from macros.site.build_progress import BuildProgress
from macros.site.error_page import ErrorPage
from macros.site.snapshot import Snapshot
from macros.site.watching import ask_rebuild

_BREATH = 0.1
"""Seconds in which a browser has fetched the page of an edit, before the other pages are built."""
_PAUSE = 0.5
"""Seconds without a further edit after which the language is checked."""
log = logging.getLogger("mkdocs")


class ServedSite:
    """Every edition while it is served, from the moment that the server is there."""

    def __init__(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None], progress: BuildProgress
    ) -> None:
        """Take over from MkDocs; nothing is built before `begin`.

        Args:
            server: answers with the pages, and asks for a build whenever a file changes.
            config: of the main edition.
            builder: builds that edition, as MkDocs does it.
            progress: is told of each build.
        """
        self._server, self._builder, self._progress = server, builder, progress
        self._site = Path(config.site_dir)
        self._root = Path(config.config_file_path).parent
        self._site_url = config.site_url or ""
        self._errors = ErrorPage(server, self._site)
        self._reading: Reading | None = None
        self._memory = _remembered()
        self._known: set[str] = set()
        self._standing: dict[Edition, Any] = {}
        self._snapshot = Snapshot(self._root)
        self._pending: set[Path] = set()
        self._following: threading.Timer | None = None
        self._edited = threading.Event()
        self._building = threading.Lock()

    def begin(self) -> None:
        """Have the server ask for builds and answer with what comes of them, and make the first one."""
        self._server.set_app(self._errors.answer)
        self._server.builder = self.rebuild
        self._attempt(self._build_first)

    def read(self) -> Reading:
        """Read and check the language once for all editions."""
        from macros.site import events

        if self._reading is None:
            self._reading = events.read(self._root, self._memory, self._known)
        return self._reading

    def note(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        """Keep what an edition is built with."""
        from macros.site.build import build_of
        from macros.site.incremental_build import EditionPages

        build = build_of(config)
        self._standing[build.edition] = EditionPages(build, config, files, nav, env)

    def rebuild(self) -> None:
        """Build again what has changed; what is wrong is shown and never raised."""
        if not self._note_changes() and not self._pending:
            return  # the other pages of an edit are there
        self._edited.set()
        if self._following:
            self._following.cancel()
        failed = self._errors.shown
        with self._building:
            if self._attempt(self._build_changes):
                self._pending.clear()
                if failed:
                    self._progress.mended()

    def _note_changes(self) -> bool:
        """Note the files that have changed since the last time; return whether there are any."""
        snapshot = Snapshot(self._root)
        # A folder changes with the files in it, also when an editor puts a new file in the place of the old one.
        changed = {path for path in snapshot.changes_since(self._snapshot) if not path.is_dir()}
        if changed:
            self._snapshot, self._pending = snapshot, self._pending | changed
        return bool(changed)

    def _build_first(self) -> None:
        self._progress.reading()
        self._build_whole()
        self._progress.served(self._site_url)

    def _attempt(self, work: Callable[[], None]) -> bool:
        """Do some work; what goes wrong is shown in place of the pages. Return whether it went well."""
        memory = Heard()
        log.addHandler(memory)
        self._reading = None
        try:
            work()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the server must live on
            told = str(error) if isinstance(error, MkDocsException) else traceback.format_exc()
            log.error("%s", told)  # noqa: TRY400 - in the message, which the page shows
            self._errors.show(memory.records, self._progress.language)
            self._progress.failing(self._site_url)
        else:
            self._errors.shown = False
        finally:
            self._progress.stop()
            log.removeHandler(memory)
        return not self._errors.shown

    def _build_changes(self) -> None:
        began, pages = time.monotonic(), self._refresh()
        if pages is None:
            self._build_whole()
        build = next(iter(self._standing.values())).build
        self._progress.again({*self._pending}, build, pages, time.monotonic() - began)

    def _is_code(self, path: Path) -> bool:
        """Return whether what the code remembers depends on a file: its own files, and those of the editions."""
        if path.is_relative_to(self._root / "macros"):
            return path.suffix != ".css"
        return path.parent == self._root / "patterns" and path.name.startswith(("editions.", "labels.", "words."))

    def _refresh(self) -> int | None:
        """Build again the pages that the changes touch; return how many, or None when that is not enough."""
        if any(self._is_code(path) for path in self._pending):
            self._drop_code()
        if not self._standing:
            return None
        from macros.language.reading import read_language
        from macros.site.changed_files import sort_changes
        from macros.site.events import refuse_errors

        reading = read_language(self._root, self._memory)
        if reading.findings:
            reading = self.read()  # a file that was only half written is whole by now
            refuse_errors(reading)
        if self._note_changes():  # while this read: what a file was before tells which pages it touches
            self._reading = None
            return self._refresh()
        changes = sort_changes(self._pending, self._root, self._standing, reading.language)
        if changes is None:
            return None
        standing, self._standing = self._standing, {}  # should this fail, the next build is a whole one
        try:
            pages = changes.apply(standing)
        except Exception:
            refuse_errors(self.read())  # a mistake in a file says more than where it led to
            raise
        self._standing = standing
        # Whoever writes waits for the page of the text alone; the others and the checks take longer.
        self._edited.clear()
        self._following = threading.Timer(_BREATH, self._follow, (self._snapshot,))
        self._following.daemon = True
        self._following.start()
        return pages

    def _follow(self, snapshot: Snapshot) -> None:
        """Bring the other pages along with an edit, then check; a further edit breaks this off."""
        with self._building:
            if snapshot is not self._snapshot or not self._attempt(self._refresh_others):
                return
        if not self._edited.wait(_PAUSE):
            self._check(snapshot)

    def _refresh_others(self) -> None:
        standing, self._standing = self._standing, {}  # should this fail, the next build is a whole one
        try:
            differing = [one.refresh_others(self._edited.is_set) for one in standing.values()]
        except Exception:
            self._tell_browsers()
            raise
        self._standing = standing
        if any(differing):
            self._tell_browsers()

    def _tell_browsers(self) -> None:
        """Have browsers fetch their pages again: a build with nothing to do tells them."""
        ask_rebuild(self._server)

    def _check(self, snapshot: Snapshot) -> None:
        """Check what the pages already show; errors take their place. What a further edit overtook is dropped."""
        from macros.checks import check
        from macros.site.events import has_errors, tell

        findings = check(self._root, self._memory).findings
        if snapshot is not self._snapshot:
            return
        memory = Heard()
        log.addHandler(memory)
        try:
            tell(findings, self._known)
        finally:
            log.removeHandler(memory)
        if has_errors(findings):
            self._errors.show(memory.records, self._progress.language)
            self._progress.failing(self._site_url)
            self._tell_browsers()

    def _build_whole(self) -> None:
        # Looked up here: the code, and with it the editions, may have been read anew.
        from macros.language.editions import read_editions
        from macros.model.editions import EDITIONS, ROOTS
        from macros.site.configuration import config_file

        self._standing = {}
        read_editions(self._root)  # what is wrong with them is told with all that is wrong
        self._progress.expect(EDITIONS)
        self._progress.show()
        gc.unfreeze()
        self._builder()
        for edition in EDITIONS[1:]:
            config = load_config(
                str(self._root / config_file(edition)),
                site_dir=str(self._site / ROOTS[edition]),
                site_url=self._site_url,
            )
            build(config, serve_url=f"{self._site_url}{ROOTS[edition]}")
        gc.collect()
        gc.freeze()  # what stands need not be looked through at every edit

    def _drop_code(self) -> None:
        """Forget the package, so that the build imports it as it now stands."""
        for name in [name for name in sys.modules if name.partition(".")[0] == "macros"]:
            del sys.modules[name]
        self._standing, self._memory = {}, _remembered()


def _remembered() -> Any:
    """Return an empty memory of files, of the code as it now stands."""
    from macros.language.memory import Memory

    return Memory()
