"""The check of a built site: every rule, each fault traced to its line and told once."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.findings.finding import Finding, Place
from macros.language.language import Language
from macros.linkcheck import site_rules, targets
from macros.linkcheck.fault import Fault, Rule
from macros.linkcheck.link_sources import LinkSources
from macros.linkcheck.origins import BUILT, Origins
from macros.linkcheck.promised import published_addresses_answer, unrecorded
from macros.linkcheck.site import Site

RULES: Final[tuple[Rule, ...]] = (
    targets.links_lead_somewhere,
    targets.links_stay_in_their_edition,
    targets.pages_name_themselves,
    targets.alternates_answer_each_other,
    site_rules.forwards_arrive,
    site_rules.pages_are_linked,
    site_rules.files_name_what_is_there,
    site_rules.ids_are_unique,
)


def check_site(site: Site, language: Language, root: Path, sources: LinkSources | None = None) -> list[Finding]:
    """Check every address in a built site.

    Args:
        site: as built.
        language: as read from the repository it was built from.
        root: the repository root, to find the line behind a fault.
        sources: what the build noted of the lines that made its pages, where that is at hand.

    Returns:
        The findings ordered by place. What one line does to many pages is one finding.
    """
    origins = Origins(site, language, root, sources or LinkSources())
    by_line: dict[tuple[str, str], list[tuple[Place, Fault]]] = defaultdict(list)
    for rule in RULES:
        for fault in rule(site):
            place = origins.of(fault)
            # Where no line of ours is known, one finding tells of all like it.
            like = "" if not place.path.startswith(BUILT) else place.path.rpartition("/")[0]
            by_line[fault.rule, like or str(place)].append((place, fault))
    findings = [_told(faults) for faults in by_line.values()]
    findings += _unbuilt(site, language)
    findings += published_addresses_answer(site, language)
    findings += unrecorded(site, language)
    return sorted(findings, key=lambda finding: (finding.place, finding.rule))


def _unbuilt(site: Site, language: Language) -> Iterator[Finding]:
    """Name every page that was read and is not in the site."""
    for page in language.pages.values():
        if not site.has(page.address):
            yield Finding(Place(page.path), "page-not-built", {"address": f"/{page.address}"})


def _told(faults: list[tuple[Place, Fault]]) -> Finding:
    place, first = faults[0]
    pages = tuple(dict.fromkeys(f"/{fault.page}" for _place, fault in faults))
    return Finding(place, first.message, first.holes, first.link.url, first.advice, first.severity, pages)
