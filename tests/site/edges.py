"""A language with the edges of what `check` accepts: every export and every page has to carry them."""

import sys
import unicodedata
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import count, islice
from pathlib import Path

import yaml

from macros.checks.prose import MAX_NESTED
from macros.model.basis import CLAIMABLE
from macros.model.editions import EDITIONS
from macros.record.clock import LATEST
from macros.text.characters import hidden_characters
from macros.yaml.reader import MAX_TEXT, parse
from tests.hostile.test_refused import PROSE, is_prose, put, ways
from tests.tools.languages import CASES, EVERY_FIELD, every_field
from tests.tools.publishing import publish_texts

RELATED = 200
"""Relations of one pattern, which has one with each of the emptiest."""
FIRST, HUB, EVERYWHERE, FULLEST, SINGLE = 1000, 2000, 3000, 4000, 5000
"""Numbers: of the first of the emptiest patterns, and of the ones that go to an edge in one respect."""
EARLIEST = date(2026, 11, 1)
"""The first day that a published text may have; texts that are still to be published have the last day, LATEST."""
KINDS = ("part_of", "needs", "leads_to", "balances")


WHOLE = every_field()
SHORT = parse((CASES / "valid" / "short.yml").read_bytes(), "short.yml").data
SHORTEST = {name: value for name, value in SHORT.items() if name != "en"}


@cache
def of_every_category():
    """Three characters of every category of Unicode that may stand in a text."""
    by_category = defaultdict(list)
    for character in map(chr, range(0x20, sys.maxunicode + 1)):
        by_category[unicodedata.category(character)].append(character)
    chosen: list[str] = []
    for name, own in by_category.items():
        if name not in ("Cn", "Cs", "Co"):
            first, last = (islice(filter(_is_plain, one), most) for one, most in ((own, 1), (reversed(own), 2)))
            chosen += dict.fromkeys([*first, *last])
    return " ".join(f"a{one}b" for one in chosen)


def _is_plain(character):
    """Whether a character may stand in a text and means nothing in it; a letter that stands for two may not."""
    is_letter = character not in "<>[]&*_\\`" and unicodedata.normalize("NFKC", character) == character
    return is_letter and not any(hidden_characters(f"a{character}b"))


EDGES = {
    "the longest word": "w" * MAX_TEXT,
    "the longest text": ("word and " * MAX_TEXT)[: MAX_TEXT - 1] + ".",
    "the shortest text": "a",
    "quotations inside one another": "> " * MAX_NESTED + "a",
    "lists inside one another": "\n".join(f"{'  ' * depth}- a" for depth in range(MAX_NESTED + 1)),
    "lists and quotations by turns": "> - " * (MAX_NESTED // 2) + "a",
    "emoji": "👩\u200d👧 ❤\ufe0f 👍🏽 1\ufe0f\u20e3 🏴\u200d☠\ufe0f 🇳🇱",
    "right to left": "שלום עליכם and مرحبا",
    "marks that mean something elsewhere": "a # $x$ %a ~b ^c {d} @e \\\\f --- ]]> =1+1 #read('a') {{ 1 }} &amp; a|b",
    "the longest address": f"[a](https://a.nl/{'b' * 1000})",
    "an empty link and emphasis": "[](https://a.nl) ** ** __ __ * *",
    "a number that is no list": "2026. Het jaar.\n\n999999999. Meer.",
}
"""Texts, each in every prose field of a pattern of its own, by number from SINGLE."""


def numbers():
    """The numbers of the patterns of which everything is looked at."""
    return [FIRST, HUB, EVERYWHERE, FULLEST, *range(SINGLE, SINGLE + len(EDGES))]


def _named(data, number, name):
    """A pattern under its own number, name and address."""
    data = {**data, "id": str(number)}
    for edition in EDITIONS:
        if edition in data:
            data[edition] = {**data[edition], "name": f"{name} {number}", "slug": f"edge-{number}-{edition}"}
            data[edition].pop("aliases", None)
    return data


def _shortest(data, number):
    """A pattern with the shortest texts that no other one has."""
    for at, way in enumerate([way for way in ways(data) if is_prose(way) or "situations" in way]):
        data = put(data, way, f"a {number} {at}")
    return data


def _longest(data):
    """A pattern with the longest text in every field, and no word in two of them."""
    numbered = count()
    longest = {"open": 300, "situations": 300, "keywords": 300}
    for way in ways(data):
        names = {step for step in way if isinstance(step, str)}
        most = next((longest[name] for name in names if name in longest), MAX_TEXT)
        if is_prose(way) or names & set(longest):
            words, number = "", next(numbered)
            while len(words) < most:
                words += f"{'' if not words else ' '}woord{number}x{next(numbered)}"
            data = put(data, way, f"‘{words[: most - 2]}’" if "open" in names else words[:most].rstrip())
    return data


def _full():
    data = _longest({name: value for name, value in WHOLE.items() if name != "en"})
    data["basis"] = {"ours": list(CLAIMABLE[:4]), "partly": list(CLAIMABLE[4:])}
    data["nl"]["run"] |= {"minutes": 480, "steps": [{"minutes": 80, "do": f"stap {n}"} for n in range(6)], "open_at": 6}
    return data


def write_edges(root: Path) -> None:
    """Write the patterns with the edges into the small language; the emptiest of them are published."""
    case = "patterns/cases/the-open-door.yml"
    keys = ", ".join(f"edge-{number}" for number in numbers() if number != FIRST)
    (root / case).write_text((EVERY_FIELD / case).read_text("utf-8").replace("[the-case]", f"[{keys}]"), "utf-8")

    def pattern(number, data, name=None):
        text = yaml.safe_dump(
            _named(data, number, name or "Een rand"), allow_unicode=True, sort_keys=False, width=10**9
        )
        (root / f"patterns/deciding/edge-{number}.yml").write_text(text, "utf-8")

    for number in range(FIRST, FIRST + RELATED):
        pattern(number, _shortest(SHORTEST, number), "Een leeg patroon")
    publish_texts(root, EARLIEST)
    relations = [
        {KINDS[number % len(KINDS)]: f"edge-{number}", "why": {one: f"{one} {number}" for one in EDITIONS}}
        for number in range(FIRST, FIRST + RELATED)
    ]
    pattern(HUB, {**_shortest(WHOLE, HUB), "relations": relations}, "Een vol patroon")
    everywhere = WHOLE
    for at, way in enumerate(PROSE):
        everywhere = put(everywhere, way, f"{at} {of_every_category()}")
    pattern(EVERYWHERE, everywhere, "Alle tekens")
    pattern(FULLEST, _full(), "N" * 75)
    for number, text in enumerate(EDGES.values(), SINGLE):
        data = _shortest(WHOLE, number)
        for way in PROSE:
            if way[-1] in ("context", "intervention", "summary", "scene", "leave_with"):
                data = put(data, way, text)
        pattern(number, data)
    _write_disagreements(root)
    sources = root / "patterns/sources.yml"
    dates = f"asked: 1900-01-01\n    answered: {LATEST}\n    lessons:"
    sources.write_text(sources.read_text("utf-8").replace("lessons:", dates, 1), "utf-8")


def _write_disagreements(root: Path) -> None:
    """Write two disagreements: one with every category of characters in each text, one with the longest texts."""
    name = "patterns/disagreements.yml"
    (one,) = parse((EVERY_FIELD / name).read_bytes(), name).data["disagreements"]
    everywhere = one
    for way in ways({edition: one[edition] for edition in EDITIONS}):
        everywhere = put(everywhere, way, f"{' '.join(map(str, way))} {of_every_category()}")
    pairs = {EVERYWHERE: everywhere, FULLEST: _longest({name: value for name, value in one.items() if name != "en"})}
    data = [
        pair | {"key": f"edge-{number}", "patterns": [f"edge-{number}", "look-first"]} for number, pair in pairs.items()
    ]
    text = yaml.safe_dump({"disagreements": data}, allow_unicode=True, sort_keys=False, width=10**9)
    (root / name).write_text(text, "utf-8")
