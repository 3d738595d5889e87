"""What a build tells while it runs: each step, how far every edition is, and what came of it.

The editions are built by processes of their own. They count in memory that these share, each in a row of its own.
"""

import logging
import os
import time
from collections.abc import Collection, Iterable
from functools import partial
from multiprocessing.sharedctypes import RawArray
from pathlib import Path
from typing import Any, Final

from macros.findings.messages import command_text, language_of, phrase
from macros.progress.display import Bar, Display, Lines
from macros.progress.numbers import number, seconds, size
from macros.site.build import Build
from macros.site.build_messages import LOGGER

_HALVES, _PAGES, _KINDS, _ALL_KINDS, _FILES = range(5)
"""What is counted of an edition: pages read and pages written; pages; kinds of downloads made; these kinds; files."""
_WIDTH: Final = 5
_NAMED: Final = 3
"""So many changed files are named; of more than these, only the number is told."""


class BuildProgress:
    """What is told of one command of MkDocs.

    Attributes:
        display: where.
        language: of the lines.
        say: returns a line in that language.
    """

    def __init__(self) -> None:
        """Take the place of the log of MkDocs, unless it was asked to tell more (--verbose) or less (--quiet)."""
        log = logging.getLogger("mkdocs")
        level = log.getEffectiveLevel()
        self.language = language_of(os.environ)
        self.say = partial(command_text, self.language)
        self.display = Display(quiet=level != logging.INFO)
        if level == logging.INFO:
            names = {logging.ERROR: "error", logging.WARNING: "warning"}
            told = {grave: phrase(name, self.language).capitalize() for grave, name in names.items()}
            for handler in [one for one in log.handlers if type(one) is logging.StreamHandler]:
                log.removeHandler(handler)
            log.addHandler(Lines(self.display, LOGGER, told))
        self._began = time.monotonic()
        self._checked = 0, 0
        self.expect([])

    def expect(self, editions: Collection[str]) -> None:
        """Begin to count anew; copies of this process that are made from now on count in the same memory."""
        self._rows = {edition: row * _WIDTH for row, edition in enumerate(editions)}
        self._counts: Any = RawArray("q", max(1, len(self._rows)) * _WIDTH)

    def reading(self) -> None:
        """Say that the language is read; the time of the build begins here."""
        self._began = time.monotonic()
        self.display.step(self.say("site.reading"))

    def building(self) -> None:
        """Say that the pages are made, and show how far that is."""
        self.display.step(self.say("site.pages", editions=tuple(self._rows)))
        self.show()

    def show(self) -> None:
        """Show how far the pages and downloads are."""
        self.display.start(self._bars)

    def pages(self, edition: str, count: int) -> None:
        """Note how many pages an edition has."""
        self._set(edition, _PAGES, count)

    def half(self, edition: str) -> None:
        """Note that a page of an edition was read, or written."""
        if edition in self._rows:
            self._counts[self._rows[edition] + _HALVES] += 1

    def downloading(self) -> None:
        """Say that the downloads are made."""
        self.display.step(self.say("site.downloads"))

    def downloads(self, edition: str, kinds: int, all_kinds: int, files: int) -> None:
        """Note how many kinds of downloads of an edition were made, of how many, and how many files these are."""
        for what, count in ((_KINDS, kinds), (_ALL_KINDS, all_kinds), (_FILES, files)):
            self._set(edition, what, count)

    def checking(self) -> None:
        """Say that the whole is checked."""
        self.display.stop()
        self.display.step(self.say("site.checking"))
        self.display.start(lambda: [self._bar(self.say("site.bar-files"), *self._checked)])

    def checked(self, files: int, whole: int) -> None:
        """Note how many files were looked at, and of how many."""
        self._checked = files, whole

    def built(self, site: Path) -> None:
        """Say where the new site is and what it holds."""
        self.display.stop()
        folder, pages, files = os.path.relpath(site), self._number(_PAGES), self._number(_FILES)
        whole = size(sum(path.stat().st_size for path in site.rglob("*") if path.is_file()), self.language)
        time_ = seconds(time.monotonic() - self._began, self.language)
        if self._sum(_FILES):
            line = self.say("site.built", folder=folder, pages=pages, downloads=files, size=whole, time=time_)
        else:
            line = self.say("site.built-without", folder=folder, pages=pages, size=whole, time=time_)
        self.display.step(line)

    def unchanged(self, site: Path) -> None:
        """Say that the site stays which is there."""
        self.display.stop()
        time_ = seconds(time.monotonic() - self._began, self.language)
        self.display.step(self.say("site.unchanged", folder=os.path.relpath(site), time=time_))

    def served(self, address: str) -> None:
        """Say where the site is served."""
        self.display.stop()
        time_ = seconds(time.monotonic() - self._began, self.language)
        pages = self._number(_PAGES)
        self.display.step(self.say("site.served", pages=pages, time=time_, address=address))

    def again(self, changed: Iterable[Path], build: Build, pages: int | None, taken: float) -> None:
        """Say what was made again after a change.

        Args:
            changed: the files that came, went or were written.
            build: of the main edition, as it is now.
            pages: how many pages were made again; None for all of them.
            taken: seconds.
        """
        self.display.stop()
        names = [_name(path, build) for path in sorted(changed)]
        count = self._number(_PAGES) if pages is None else number(pages, self.language)
        name, time_ = ", ".join(names[:_NAMED]), seconds(taken, self.language)
        if more := len(names[_NAMED:]):
            name = self.say("site.more", names=name, count=more)
        if pages == 1:
            self.display.step(self.say("site.again-one", name=name, time=time_))
        else:
            self.display.step(self.say("site.again", name=name, count=count, time=time_))

    def mended(self) -> None:
        """Say that the pages are back in the place of what was wrong."""
        self.display.step(self.say("site.mended"))

    def failing(self, address: str) -> None:
        """Say where people see what is wrong."""
        self.display.stop()
        self.display.step(self.say("site.failing", address=address))

    def stop(self) -> None:
        """Show nothing more of how far it is."""
        self.display.stop()

    def _set(self, edition: str, what: int, count: int) -> None:
        if edition in self._rows:
            self._counts[self._rows[edition] + what] = count

    def _sum(self, what: int) -> int:
        return sum(self._counts[row + what] for row in self._rows.values())

    def _number(self, what: int) -> str:
        return number(self._sum(what), self.language)

    def _bars(self) -> list[Bar]:
        """Return how far the pages are, and the downloads as soon as an edition makes them."""
        known = [count for row in self._rows.values() if (count := self._counts[row + _PAGES])]
        # An edition that has not begun yet will have about as many pages as the others.
        whole = sum(known) + max(known, default=0) * (len(self._rows) - len(known))
        bars = [self._bar(self.say("site.bar-pages"), self._sum(_HALVES) // 2, whole)]
        if all_kinds := self._sum(_ALL_KINDS):
            kinds, files = self._sum(_KINDS), self._number(_FILES)
            told = self.say("site.bar-kinds", done=str(kinds), whole=str(all_kinds), files=files)
            bars.append(Bar(self.say("site.bar-downloads"), kinds, all_kinds, told))
        return bars

    def _bar(self, label: str, done: int, whole: int) -> Bar:
        told = self.say("site.bar-of", done=number(done, self.language), whole=number(whole, self.language))
        return Bar(label, done, whole, told)


def _name(path: Path, build: Build) -> str:
    """Return what people call a file: a pattern by its name, any other by its path."""
    place = path.relative_to(build.root)
    pattern = build.language.patterns.get(path.stem)
    own = pattern is not None and pattern.document.path == place.as_posix()
    return pattern.name(build.edition) if pattern and own else place.as_posix()
