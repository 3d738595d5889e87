"""One whole site: every edition built aside, checked as a whole, and put in place together when nothing is wrong."""

import gc
import logging
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.exports.offline import write_offline_copy
from macros.findings.report import line
from macros.language.language import Language
from macros.linkcheck.link_sources import LinkSources, beside, read_sources, write_sources
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.site import events
from macros.site.build import build_of
from macros.site.build_messages import LOGGER, Heard, LogMessage, tell
from macros.site.build_progress import BuildProgress
from macros.site.configuration import config_file, edition_of
from macros.site.inputs import Inputs
from macros.site.link_marks import compile_templates
from macros.site.site_record import write_live_record
from macros.site.staging import Staging
from macros.site.standing_site import StandingSite, settings_of
from macros.site.subprocess_build import Child, EditionBuild, start

_SHARED = {"mkdocs.config", LOGGER}
"""Loggers whose messages every edition brings: they say which file they are about."""
_MACROS_LOGGER = "mkdocs.plugins.mkdocs_macros.util"
"""Logs that a page is no template that only calls macros; the page then holds the message instead of its text."""

log = logging.getLogger("mkdocs")


class Publication:
    """A build of the site, from its configuration to the exchange of the old site for the new one."""

    def __init__(self, config: MkDocsConfig, progress: BuildProgress) -> None:
        """Begin: the main edition is from here on built aside.

        Args:
            config: of the main edition.
            progress: is told of each step.

        Raises:
            Abort: when the site cannot be built there, or the configuration is not the one of the whole site.
        """
        if edition_of(config) != EDITIONS[0]:
            raise Abort(f"{Path(config.config_file_path).name} is built along with the other editions: mkdocs build")
        self._config, self._progress = config, progress
        self._settings = settings_of(config)  # before MkDocs and its plugins add to them
        self._standing: StandingSite | None = None
        self._said: list[str] | None = None
        self._staging = Staging(Path(config.site_dir))
        self._children: dict[Edition, Child] = {}
        self._complete = False
        self._memory = Heard()
        log.addHandler(self._memory)
        config.site_dir = str(self._staging.new)

    def is_unchanged(self, inputs: Inputs, language: Language) -> bool:
        """Return whether the site that stands is the one that this build would make.

        Args:
            inputs: the files, as they were before the language was read from them.
            language: as read, without errors.
        """
        if self._settings is None:
            return False
        self._standing = StandingSite(self._staging.site, self._settings, inputs, language)
        self._said = self._standing.said()
        return self._said is not None and not self._memory.records

    def leave(self) -> NoReturn:
        """End the command that builds, with the site as it stands.

        MkDocs has no way to end a build early without an error; that this one ends in `on_shutdown` is all it needs.
        """
        for said in self._said or ():
            self._progress.display.step(said)
        self._tell_missing()
        self._progress.unchanged(self._staging.site)
        raise SystemExit(0)

    def start_others(self, apart: Callable[[], AbstractContextManager[None]]) -> None:
        """Start the builds of the other editions, in which the hooks are to do nothing but build one."""
        root = Path(self._config.config_file_path).parent
        self._progress.expect(EDITIONS)
        if EDITIONS[1:]:
            compile_templates()
        for edition in EDITIONS[1:]:
            folder = self._staging.folder / edition
            self._children[edition] = start(
                EditionBuild(root / config_file(edition), folder, self._config.site_url or "", apart)
            )

    def drop_others(self) -> None:
        """End the builds of the other editions: what they would say comes of what has been told."""
        while self._children:
            self._children.popitem()[1].stop()

    def join(self) -> None:
        """Wait for the other editions, put each in its place in the main one, and check the site as a whole.

        Raises:
            Abort: when an edition was not built, or the site has a finding that is an error.
        """
        if failed := self._tell_others():
            raise Abort(self._progress.say("site.edition-failed", file=config_file(failed[0])))
        for edition in EDITIONS[1:]:
            folder = self._staging.folder / edition
            self._sources.add(read_sources(beside(folder)), ROOTS[edition])
            folder.rename(self._staging.new / ROOTS[edition])
        if self._config.extra["exports"]:
            write_offline_copy(self._staging.new, build_of(self._config).renderer().imprint)
        try:
            write_live_record(self._staging.new, build_of(self._config).language)
        except ValueError as error:
            raise Abort(f"{error}; the next publication could not read it.") from None
        self._check()
        self._complete = True

    def _check(self) -> None:
        """Tell what `python -m macros links` would find in the new site."""
        from macros.linkcheck.check import check_site
        from macros.linkcheck.site import read_site

        self._progress.checking()
        gc.freeze()  # what the builds have made need not be looked through while the pages are read
        build = build_of(self._config)
        exports = bool(self._config.extra["exports"])
        tell = self._progress.checked
        site = read_site(self._staging.new, build.settings.url, without_exports=not exports, tell=tell, beside=True)
        findings = check_site(site, build.language, build.root, self._sources)
        events.tell(findings)
        self._said = [line(finding, self._progress.language) for finding in findings]
        if events.has_errors(findings):
            raise Abort(self._progress.say("site.not-put"))
        if not self._config.strict and any(record.logger == _MACROS_LOGGER for record in self._memory.records):
            raise Abort(self._progress.say("site.macro-failed"))  # a strict build counts it by itself

    def fail(self) -> None:
        """Note that the build failed, and tell what the other editions have found all the same."""
        self._complete = False
        self._tell_others()

    def close(self) -> None:
        """Put the new site in place if it is complete, and leave nothing behind."""
        log.removeHandler(self._memory)
        try:
            self.drop_others()
            if self._complete:
                with self._staging.alone():  # what is noted is of this site, and not of another build's
                    self._staging.publish()
                    noted = self._note_sources()
                    if self._standing and not self._memory.records and noted:  # the next build is to warn of it too
                        self._standing.note(self._said or [])
                self._tell_missing()
                self._progress.built(self._staging.site)
        finally:
            self._staging.close()
            self._config.site_dir = str(self._staging.site)

    def _note_sources(self) -> bool:
        """Write beside the site where its links come from; return whether that was done. The site stands without it."""
        path = beside(self._staging.site)
        try:
            write_sources(self._sources, path)
        except OSError as error:
            why = error.strerror or str(error)
            self._progress.display.step(self._progress.say("site.no-sources", path=os.path.relpath(path), why=why))
            return False
        return True

    def _tell_missing(self) -> None:
        """Tell what a published site should say of its publisher and does not."""
        # Not as a warning of MkDocs: a strict build counts those, and a first publication may go without.
        for missing in build_of(self._config).settings.publisher.missing(self._progress.language):
            self._progress.display.step(missing)

    @property
    def _sources(self) -> LinkSources:
        """Where the links of the whole site come from."""
        sources = build_of(self._config).sources
        if sources is None:
            raise TypeError("this build notes no sources of links")
        return sources

    def _tell_others(self) -> list[Edition]:
        """Wait for the other editions, tell what each has found, and return those that were not built."""
        failed = []
        for edition, child in self._children.items():
            built, records = child.finish()
            tell(_marked(record, edition) for record in records if not self._is_known(record))
            if not built:
                failed.append(edition)
        self._children.clear()
        return failed

    def _is_known(self, record: LogMessage) -> bool:
        """Return whether an edition before brought this message: what they share is told once."""
        return record.logger in _SHARED and record in self._memory.records


def _marked(record: LogMessage, edition: Edition) -> LogMessage:
    """Return a message that says which edition it is about."""
    if record.logger in _SHARED or record.message.startswith("docs/"):
        return record
    return replace(record, message=f"[{edition}] {record.message}")
