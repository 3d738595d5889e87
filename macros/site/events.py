"""What begins a build: the language is read, checked and refused with errors, and the configuration is set."""

import logging
import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.checks import check
from macros.findings.finding import Finding, Severity, did_you_mean
from macros.findings.messages import command_text, language_of
from macros.findings.report import line
from macros.language.editions import EDITIONS_PATH
from macros.language.memory import Memory
from macros.language.reading import Reading
from macros.linkcheck.link_sources import LinkSources
from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.pages.publisher import publisher_from
from macros.pages.settings import Settings
from macros.site.build import Build, begin
from macros.site.inputs import Inputs
from macros.site.site_url import root_url

log = logging.getLogger("mkdocs.samenwerkpatronen")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.INFO, Severity.NOTICE: logging.INFO}
"""A finding that does not fail the check may not fail a strict build either, which counts warnings."""


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


def read(root: Path, memory: Memory, known: set[str]) -> Reading:
    """Read and check the language for someone who is still writing, and tell what was found.

    Args:
        root: the folder of the language.
        memory: what earlier readings have left, which this one adds to.
        known: what was told before; only an error is told again.
    """
    reading = check(root, memory)
    tell(reading.findings, known)
    return reading


def tell(findings: Iterable[Finding], known: set[str] | None = None) -> None:
    """Tell what was found, but for what is known and no error; then that is what is known."""
    language = language_of(os.environ)
    told = {line(finding, language): finding.severity for finding in findings}
    for said, severity in told.items():
        if severity is Severity.ERROR or not known or said not in known:
            log.log(_LEVELS[severity], "%s", said)
    if known is not None:
        known.clear()
        known.update(told)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether one finding or more is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def refuse_errors(reading: Reading) -> None:
    """Refuse to build what is wrong.

    Raises:
        Abort: when one finding or more is an error.
    """
    if has_errors(reading.findings):
        raise Abort(command_text(language_of(os.environ), "site.findings"))


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
        Abort: when a finding is an error, or `site_url` or the publisher's contact is no address.
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
    # Between our own theme and what MkDocs brings stands Material, of which no page uses a template, style or icon.
    del config.theme.dirs[1:-1]
    drafts = previewed or bool(config.extra.get("drafts"))
    settings = Settings(site_url, (config.repo_url or "").removesuffix("/"), publisher, previewed, drafts)
    sources = None if previewed else LinkSources()
    begin(config, Build(root, edition, settings, reading.language, reading.findings, inputs, sources=sources))
    return config
