"""`links`: every link in the built site, and every address ever published."""

import argparse
from pathlib import Path
from typing import Any

from macros.commands.outcome import declare_language, tell
from macros.findings.report import REPORTS
from macros.language.reading import read_language


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("links", help="check every link in the built site")
    command.add_argument("site", nargs="?", type=Path, help="the folder of the built site (default: site)")
    command.add_argument("--format", choices=list(REPORTS), default="text", help="shape of the report")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Check the site against itself, the list of published addresses and the files it was built from."""
    from macros.linkcheck.check import check_site
    from macros.linkcheck.link_sources import beside, read_sources
    from macros.linkcheck.site import read_site

    folder = chosen.site or chosen.root / "site"
    site, sources = read_site(folder, beside=True), read_sources(beside(folder.resolve()))
    findings = check_site(site, read_language(chosen.root).language, chosen.root, sources)
    return tell(findings, chosen.lang, chosen.format)
