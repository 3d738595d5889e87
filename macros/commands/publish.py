"""`publish`: the addresses of the built site into the ledger, for ever."""

import argparse
from pathlib import Path
from typing import Any

from macros.commands.outcome import FINDINGS, FINE, declare_language, tell
from macros.core.checks import check
from macros.core.findings import Severity
from macros.core.ledger import LEDGER, add_to_ledger
from macros.core.revise import record_publication
from macros.core.versions import RECORDS


def declare(commands: Any) -> None:
    """Add the command to the parser's commands."""
    command = commands.add_parser("publish", help=f"add the addresses of the built site to {LEDGER}")
    command.add_argument("site", nargs="?", type=Path, help="the folder of the built site (default: site)")
    declare_language(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Record every address that is new; a site with a broken link or promise is not recorded."""
    from macros.links.check import check_site
    from macros.links.published import addresses_of
    from macros.links.site import read_site

    site = read_site(chosen.site or chosen.root / "site")
    reading = check(chosen.root)
    findings = [*reading.findings, *check_site(site, reading.language, chosen.root)]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        tell(errors, chosen.lang)
        print("Nothing was recorded: what is published must answer for ever.")
        return FINDINGS
    texts = record_publication(chosen.root, reading.language)
    added = add_to_ledger(chosen.root, addresses_of(site, reading.language))
    for entry in added:
        print(entry)
    print(f"{LEDGER}: {len(added)} added." if added else f"{LEDGER}: nothing new.")
    print(f"{RECORDS}: {len(texts)} added." if texts else f"{RECORDS}: nothing new.")
    return FINE
