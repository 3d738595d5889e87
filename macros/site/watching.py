"""Edits noticed at once: MkDocs itself looks twice a second, which works on every kind of disk but takes its time.

The server of MkDocs has no public list of what it watches (`_watched_paths`), and no public way to be asked for a build
(`_rebuild_cond`, `_want_rebuild`).
"""

import os
from contextlib import suppress
from os.path import abspath
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserverVFS

_EDITS: Final = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED}
_INTERVAL: Final = 0.5
"""Seconds between two looks, as MkDocs has it."""


def notice_edits(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Have the system tell of edits in the watched folders; where it cannot, MkDocs goes on looking."""
    observer = Observer()
    observer.daemon = True
    folders = {
        abspath(path)  # noqa: PTH100 - as the server writes it
        for path in (config.docs_dir, *config.watch)
        if Path(path).is_dir()
    }
    try:
        for folder in folders:
            observer.schedule(_Notice(server, folder), folder, recursive=True)
        observer.start()
    except OSError:
        observer.unschedule_all()


def look_without_links(server: LiveReloadServer) -> None:
    """Have MkDocs look for edits without following links: one to a large folder would keep it busy for ever."""
    watched = list(server._watched_paths)  # noqa: SLF001 - it has no public list
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=_INTERVAL)  # type: ignore[assignment]
    for path in watched:
        server.watch(path)


def ask_rebuild(server: LiveReloadServer) -> None:
    """Let the server build again: it has no public way for that."""
    with server._rebuild_cond:  # noqa: SLF001
        server._want_rebuild = True  # noqa: SLF001
        server._rebuild_cond.notify_all()  # noqa: SLF001


class _Notice(FileSystemEventHandler):
    """Tells the server of edits in a folder; the first one proves that MkDocs need not look there any more."""

    def __init__(self, server: LiveReloadServer, folder: str) -> None:
        self._server = server
        self._folder: str | None = folder

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Python writes its caches while the site is built.
        if event.is_directory or event.event_type not in _EDITS or "__pycache__" in str(event.src_path):
            return
        ask_rebuild(self._server)
        if self._folder:
            with suppress(KeyError):  # MkDocs does not look there before the first build is done
                self._server.unwatch(self._folder)
                self._folder = None
