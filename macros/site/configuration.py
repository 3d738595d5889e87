"""The configuration of MkDocs for an edition: its file, the edition that it builds, and what a build sets in it."""

import logging
import os
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.findings.finding import did_you_mean
from macros.language.editions import EDITIONS_PATH
from macros.language.reading import Reading
from macros.linkcheck.link_sources import LinkSources
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.pages.publisher import publisher_from
from macros.pages.settings import Settings
from macros.site.build import Build, begin
from macros.site.events import refuse_errors
from macros.site.inputs import PROGRAM, Inputs
from macros.site.site_url import root_url

_THEME: Final = "macros/frontend/theme"
"""Where the templates of every page are."""


def config_file(edition: Edition) -> str:
    """Return the name of an edition's configuration."""
    return "mkdocs.yml" if edition == EDITIONS[0] else f"mkdocs.{edition}.yml"


def edition_of(config: MkDocsConfig) -> Edition:
    """Return the edition that a configuration builds.

    Raises:
        Abort: when no edition has that code.
    """
    edition = str(config.extra["edition"])
    if edition not in EDITIONS:
        near = did_you_mean(edition, EDITIONS)
        file = Path(config.config_file_path).name
        known = f"did you mean {near}?" if near else f"known are: {', '.join(EDITIONS)}"
        raise Abort(f'{file}: extra.edition is "{edition}", which {EDITIONS_PATH} does not declare; {known}')
    return edition


def configure(
    config: MkDocsConfig, reading: Reading, inputs: Inputs | None = None, *, previewed: bool = False
) -> MkDocsConfig:
    """Begin a build with the language as it was read; a build with an error in it does not exist.

    Args:
        config: of the edition.
        reading: what was read and found.
        inputs: what it was read from; None where no exports are made.
        previewed: whether the site is only for reading on this machine, without the files that a real build makes.

    Raises:
        Abort: when a finding is an error, `site_url` or the publisher's contact is no address, or the theme is another.
    """
    refuse_errors(reading)
    root = Path(config.config_file_path).parent
    edition = edition_of(config)
    try:
        site_url = root_url(config.site_url)
        publisher = publisher_from(config.extra["publisher"])
    except ValueError as error:
        raise Abort(str(error)) from None
    # The setting is the root of the whole site in every edition: nothing is cut from it, whatever its letters are.
    config.site_url = site_url + ROOTS[edition]
    # `check` finds a link to a file that is not there, and the check of the whole site the others; both name the line.
    config.validation.links.not_found = logging.DEBUG
    if not previewed:
        config.validation.links.anchors = logging.DEBUG
    _refuse_another_theme(config)
    # Between our own theme and what MkDocs brings stands Material, of which no page uses a template, style or icon.
    del config.theme.dirs[1:-1]
    drafts = previewed or bool(config.extra.get("drafts"))
    settings = Settings(site_url, (config.repo_url or "").removesuffix("/"), publisher, previewed, drafts)
    sources = None if previewed else LinkSources()
    begin(config, Build(root, edition, settings, reading.language, reading.findings, inputs, sources=sources))
    return config


def _refuse_another_theme(config: MkDocsConfig) -> None:
    """Refuse a theme of which no page could be made.

    Raises:
        Abort: when it lacks a template.
    """
    given, file = Path(config.theme.dirs[0]), Path(config.config_file_path)
    templates = sorted(path.name for path in (PROGRAM / _THEME).iterdir() if path.suffix in (".html", ".xml"))
    if missing := [name for name in templates if not (given / name).is_file()]:
        folder = os.path.relpath(given, file.parent)
        raise Abort(f"{file.name}: theme.custom_dir ({folder}) lacks {', '.join(missing)}; {_THEME} has them")
