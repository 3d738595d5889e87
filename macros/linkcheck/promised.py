"""What of the built site is to be recorded as published, and whether all that was recorded still answers."""

from collections.abc import Callable, Iterator, Mapping

from macros.findings.finding import Finding, Hole, Severity
from macros.language.address_targets import edition_in, number_of, pattern_targets
from macros.language.language import Language
from macros.language.pattern import Pattern
from macros.linkcheck.site import Site
from macros.publishing.site_addresses import published_addresses
from macros.record.published_urls import PUBLISHED_URLS, Entry


def addresses_of(site: Site, language: Language) -> list[Entry]:
    """Return what a built site publishes: every page and download, with the number of the pattern it leads to."""
    return published_addresses(site.files, language)


def published_addresses_answer(site: Site, language: Language) -> Iterator[Finding]:
    """Every published address leads to a page or file of the same edition, a pattern's to that same pattern."""
    answers = pattern_targets(language)
    for entry in language.published_urls.entries.values():
        wrong = broken_promise(entry, site.follow(entry.address), site.has, answers)
        if wrong:
            message, holes = wrong
            yield Finding(entry.place, message, holes, str(entry))


def broken_promise(
    entry: Entry, way: list[str], exists: Callable[[str], bool], answers: Mapping[str, Pattern]
) -> tuple[str, dict[str, Hole]] | None:
    """Return what is wrong with the way that a published address leads, as a message with its holes, or None.

    Args:
        entry: its line.
        way: the addresses from there to where it ends, as `Site.follow` gives them.
        exists: whether something answers at an address.
        answers: the pattern that each address leads to, as `pattern_targets` gives them.
    """
    end = way[-1]
    if end in way[:-1]:
        return "published-lost.circle", {"way": " -> ".join(f"/{one}" for one in way)}
    if not exists(end):
        return "published-lost.nothing", {"end": f"/{end}"}
    if edition_in(end) != edition_in(entry.address):
        return "published-lost.edition", {"end": f"/{end}"}
    if entry.number and number_of(end) is None:
        arrived = answers.get(end)
        if arrived is None or arrived.id != entry.number:
            there = f"/{end} ({arrived.id})" if arrived else f"/{end}"
            return "published-lost.pattern", {"number": entry.number, "end": there}
    return None


def unrecorded(site: Site, language: Language) -> Iterator[Finding]:
    """Name how many addresses of the site the list of published addresses does not have yet."""
    new = [entry for entry in addresses_of(site, language) if entry.address not in language.published_urls.entries]
    if new:
        last = max((entry.line for entry in language.published_urls.entries.values()), default=1)
        yield Finding(
            Entry("", line=last).place,
            "unrecorded",
            {"count": len(new), "list": PUBLISHED_URLS, "first": f"/{new[0].address}"},
            severity=Severity.NOTICE,
        )
