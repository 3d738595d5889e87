"""The site of the build before, which stays when nothing has changed that a build of it follows from."""

import json
import os
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from macros.exports.kept import dates
from macros.findings.messages import language_of
from macros.language.language import Language
from macros.linkcheck.link_sources import beside
from macros.model.editions import EDITIONS
from macros.record.clock import today
from macros.site.configuration import config_file
from macros.site.inputs import PROGRAM, Inputs

_KEPT: Final = PROGRAM / ".cache/sites"
_OURS: Final = ("plugins", "hooks", "markdown_extensions")
"""Settings that name code. What that reads is known for those of macros/site/mkdocs.yml alone."""
_THREADS: Final = 4
_BEFORE: Final = 2.0
"""Seconds before this that MkDocs has read the settings at the earliest: it takes a third of a second to come here."""


class StandingSite:
    """A site in its place, and what the build that put it there was made from."""

    def __init__(self, site: Path, settings: str, inputs: Inputs, language: Language) -> None:
        """Take what a build would make the site from now.

        Args:
            site: its folder, which need not exist.
            settings: as `settings_of` tells them.
            inputs: the files, as they were before the language was read from them.
            language: as read.
        """
        self._site, self._settings, self._inputs, self._language = site, settings, inputs, language
        self._record = _KEPT / f"{sha256(str(site).encode()).hexdigest()}.json"

    def said(self) -> list[str] | None:
        """Return what the check of the site said, if a build would make the one that stands here, to the byte."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self._record.read_bytes())
            if kept["made_from"] == self._made_from() and kept["made"] == _digest(self._site):
                return list(kept["said"])
        return None

    def note(self, said: list[str]) -> None:
        """Note what the site was made from that has just been put in its place; where that cannot be written, nothing.

        Nothing is noted when a file changed while the site was built.

        Args:
            said: what the check of the site said, to be told again as long as it stands.
        """
        with suppress(OSError):
            kept = {"site": str(self._site), "made_from": self._made_from(), "made": _digest(self._site), "said": said}
            if self._inputs.unchanged():
                self._record.parent.mkdir(parents=True, exist_ok=True)
                # Two builds may write at once. A record of half a site is none: it is no JSON.
                self._record.write_text(json.dumps(kept), encoding="utf-8")
                _forget_sites_that_are_gone()

    def _made_from(self) -> str:
        # The files tell neither the day of today nor the one that git has for a file, nor the language of findings.
        besides = [str(today()), *dates(self._language), language_of(os.environ)]
        return _joined([self._inputs.program, self._inputs.language, self._settings, *besides])


def settings_of(config: MkDocsConfig) -> str | None:
    """Return the settings of all editions as a build begins with them, those of the environment and of its command too.

    Returns:
        None when they name code or a folder of which nobody knows here what it reads, cannot be read, or were saved
        when MkDocs may have read them already: such a site is built each time.
    """
    file, known = Path(config.config_file_path), _yaml_of(PROGRAM / "macros/site/mkdocs.yml")
    # Read anew: what MkDocs has checked is no longer as it was written.
    paths = [file, *(file.with_name(config_file(edition)) for edition in EDITIONS[1:])]
    try:
        if max(path.stat().st_mtime for path in paths) > time.time() - _BEFORE:
            return None
        editions = [_yaml_of(path) for path in paths]
    except (OSError, MkDocsException):  # the build of that edition tells it
        return None
    if not all(_is_known(settings, known, file.parent) for settings in editions):
        return None
    of_command = [config.strict, config.use_directory_urls, config.theme.name]
    return json.dumps([of_command, editions], sort_keys=True, default=repr)


def _yaml_of(path: Path) -> Any:
    """Return what a configuration says, with what it inherits and with the values of the environment."""
    with path.open("rb") as file:
        return yaml_load(file)


def _is_known(settings: Any, known: Mapping[str, Any], root: Path) -> bool:
    if not isinstance(settings, dict) or not isinstance(settings.get("theme"), dict):
        return False
    read = [(root / part).resolve() for part in ("docs", "macros", "patterns")] + [PROGRAM / "macros"]
    folders = (root / str(settings.get("docs_dir")), root / str(settings["theme"].get("custom_dir")))
    inside = all(any(folder.resolve().is_relative_to(one) for one in read) for folder in folders)
    return inside and all(settings.get(name) == known.get(name) for name in _OURS)


def _digest(site: Path) -> str:
    """Return a digest of the names, rights and contents of all that lies in a site, and of the sources of its links.

    Raises:
        OSError: when there is no such site, or something went while this looked.
    """
    paths = [site, *sorted(site.rglob("*"))]
    with ThreadPoolExecutor(_THREADS) as pool:
        contents = pool.map(_content, [*paths, beside(site)])
        return _joined([*(path.relative_to(site).as_posix() for path in paths), *contents])


def _content(path: Path) -> str:
    mode = path.lstat().st_mode
    if path.is_symlink() or path.is_dir():
        return f"{mode}"
    with path.open("rb") as file:
        return f"{mode} {file_digest(file, 'sha256').hexdigest()}"


def _joined(parts: list[str]) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()


def _forget_sites_that_are_gone() -> None:
    for path, site in list(_records()):
        if not site.is_dir():
            path.unlink(missing_ok=True)


def _records() -> Iterator[tuple[Path, Path]]:
    for path in _KEPT.glob("*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            yield path, Path(json.loads(path.read_bytes())["site"])
