"""Checks that what was ever published goes on answering, and goes on meaning the same."""

from collections.abc import Iterator
from typing import Final

from macros.findings.finding import Finding, Hole, Place, did_you_mean
from macros.language.address_targets import edition_in, number_of, other_targets, pattern_targets
from macros.language.addresses import pattern_address
from macros.language.language import Language
from macros.language.numbers import by_number
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, FOLDERS, ROOTS
from macros.record.published_urls import Entry
from macros.record.redirects import Redirect
from macros.yaml.document import Loc


def published_urls_can_be_read(language: Language) -> Iterator[Finding]:
    """The list of published addresses and the file of redirects can be read."""
    yield from language.published_urls.findings
    yield from language.redirects.findings


def published_patterns_answer(language: Language) -> Iterator[Finding]:
    """Every address that was ever a pattern's leads to that same pattern."""
    answers, known = pattern_targets(language), by_number(language)
    gone: set[int] = set()
    for address, entry in language.published_urls.entries.items():
        number = entry.number
        if number is None or number in gone:
            continue
        pattern = known.get(number)
        answering = answers.get(address)
        if pattern is None:
            gone.add(number)
            yield Finding(entry.place, "pattern-gone", {"number": number}, str(entry))
        elif pattern.draft:
            gone.add(number)
            holes: dict[str, Hole] = {"number": number, "recorded": str(entry.place)}
            yield Finding(pattern.document.place(("status",)), "published-draft", holes, "draft")
        elif answering is not None and answering.id != number:
            yield _taken(language, address, entry, answering, pattern)
        elif answering is None and number_of(address) is None:
            yield _left(address, entry, pattern)


def _taken(language: Language, address: str, entry: Entry, answering: Pattern, pattern: Pattern) -> Finding:
    entries = language.published_urls.entries
    own = [entries.get(pattern_address(answering, edition)) for edition in EDITIONS]
    if all(one and one.number == entry.number for one in own):
        return Finding(
            answering.document.place(("id",)),
            "address-taken.number",
            {"number": entry.number or 0, "recorded": str(entry.place)},
            str(answering.id),
        )
    holes: dict[str, Hole] = {
        "address": f"/{address}",
        "number": entry.number or 0,
        "recorded": str(entry.place),
        "taker": answering.id,
        "holder": pattern.document.path,
    }
    return Finding(_where(answering, address), "address-taken.address", holes, address.rstrip("/").rpartition("/")[2])


def _left(address: str, entry: Entry, pattern: Pattern) -> Finding:
    edition = edition_in(address)
    own = edition if pattern.own_text(edition) else pattern.text(edition)[1]
    slug = address.rstrip("/").rpartition("/")[2]
    aliases = [*pattern.text(edition)[0].aliases, slug]
    return Finding(
        pattern.document.place((own, "slug") if pattern.text(edition)[0].slug else (own, "name")),
        "alias-missing",
        {"address": f"/{address}", "recorded": str(entry.place), "aliases": tuple(aliases), "edition": own},
        pattern.slug(edition),
    )


def _where(pattern: Pattern, address: str) -> Place:
    """Return the place in a pattern's file that gives it an address."""
    edition = edition_in(address)
    text, own = pattern.text(edition)
    slug = address.rstrip("/").rpartition("/")[2]
    loc: Loc = (own, "slug") if text.slug else (own, "name")
    if slug in text.aliases:
        loc = (own, "aliases", text.aliases.index(slug))
    elif address != pattern_address(pattern, edition):
        loc = ("id",)
    return pattern.document.place(loc)


def published_chapters_answer(language: Language) -> Iterator[Finding]:
    """Every address that was ever a chapter's or a reading route's is still one, or has moved."""
    answers = other_targets(language)
    kept = [ROOTS[edition] + FOLDERS[kind][edition] for kind in ("chapters", "routes") for edition in EDITIONS]
    for address, entry in language.published_urls.entries.items():
        inside = next((folder for folder in kept if address.startswith(folder) and address != folder), None)
        if inside and address not in answers and address not in language.redirects.redirects:
            near = did_you_mean(address, [one for one in answers if one.startswith(inside)])
            holes = {"old": f"/{address}", "new": f"/{near or inside}"}
            yield Finding(entry.place, "address-gone", holes, str(entry))


def redirects_lead_somewhere(language: Language) -> Iterator[Finding]:
    """A redirect starts at an address not in use and ends, if by way of others, at a page of the same edition."""
    redirects = language.redirects.redirects
    files = other_targets(language)
    patterns = pattern_targets(language)
    for move in redirects.values():
        holder = files.get(move.old) or (patterns[move.old].document.path if move.old in patterns else "")
        if holder:
            yield Finding(move.place, "moved-in-use", {"holder": holder}, f"/{move.old}")
        if edition_in(move.old) != edition_in(move.new):
            yield Finding(move.place, "moved-abroad", written=f"/{move.old} /{move.new}")
        if language.redirects.end(move.old) in redirects:
            yield Finding(move.place, "moved-in-circles", written=_way(redirects, move.old))


def _way(redirects: dict[str, Redirect], address: str) -> str:
    """Return the first steps from an address that moved, up to where they come back."""
    way = [address]
    while address in redirects and way.count(address) == 1 and len(way) <= _MOST_STEPS:
        address = redirects[address].new
        way.append(address)
    return " -> ".join(f"/{one}" for one in way)


_MOST_STEPS: Final = 8
"""More steps of a circle than these are not shown."""
