"""What in a text may identify a person, by the expressions in signals.yml. Finding nothing proves nothing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from macros.model.base import ENGLISH
from macros.model.editions import Edition
from macros.yaml.reader import parse

_FILE: Final = Path(__file__).with_name("signals.yml")
_SPACE: Final = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Signal:
    """What to look for.

    Attributes:
        kind: its name in code.
        name: what people call it, by language.
        expressions: as JavaScript's RegExp reads them too.
        case: whether capitals count.
        needs: the name of the test in `_TESTS` that what is found must pass; empty for none.
    """

    kind: str
    name: Mapping[Edition, str]
    expressions: tuple[str, ...]
    case: bool
    needs: str

    def compiled(self) -> re.Pattern[str]:
        """Return one expression for all of them."""
        flags = re.ASCII if self.case else re.ASCII | re.IGNORECASE
        return re.compile("|".join(f"(?:{one})" for one in self.expressions), flags)


@dataclass(frozen=True, slots=True, order=True)
class Sign:
    """What was found: from the character `start` to `end` of a text, the kind of signal, and the name of it."""

    start: int
    end: int
    kind: str


def signs_in(text: str) -> list[Sign]:
    """Return what in one answer may identify a person, in order; no two of them overlap.

    More than one sign of those that are rare only together count as a combination, each at its place.
    """
    return signs_in_all([text])[0]


def signs_in_all(answers: Sequence[str]) -> list[list[Sign]]:
    """Return the signs in each answer of one person: what is rare together may stand in different answers."""
    found: list[tuple[list[Sign], list[Sign]]] = []
    for answer in answers:
        plain = _SPACE.sub(" ", answer)
        taken: list[Sign] = []
        for signal in signals():
            taken += _free(_signs(signal, plain), taken)
        found.append((taken, [sign for signal in rare() for sign in _free(_signs(signal, plain), taken)]))
    combined = len({sign.kind for _taken, together in found for sign in together}) > 1
    return [sorted([*taken, *(_apart(together) if combined else ())]) for taken, together in found]


def name_of(kind: str, edition: Edition) -> str:
    """Return what people call a kind of sign, in English where an edition has no word for it."""
    return _names()[kind].get(edition, _names()[kind][ENGLISH])


def _signs(signal: Signal, text: str) -> Iterator[Sign]:
    test = _TESTS.get(signal.needs)
    for match in _compiled(signal.kind).finditer(text):
        if match.group() and (test is None or test(match.group())):
            yield Sign(match.start(), match.end(), signal.kind)


def _free(signs: Iterator[Sign], taken: list[Sign]) -> list[Sign]:
    return [one for one in signs if all(one.end <= other.start or other.end <= one.start for other in taken)]


def _apart(signs: list[Sign]) -> Iterator[Sign]:
    """Yield the signs that do not overlap an earlier one."""
    end = 0
    for sign in sorted(signs):
        if sign.start >= end:
            yield sign
            end = sign.end


@cache
def signals() -> tuple[Signal, ...]:
    """Return what identifies by itself, in the order in which to look; what is wrong in our file raises."""
    return tuple(_signal(one["kind"], one) for one in _data()["signals"])


@cache
def rare() -> tuple[Signal, ...]:
    """Return what identifies together with another kind of it."""
    return tuple(_signal(kind, one) for kind, one in _data()["rare"].items())


@cache
def plain_words() -> frozenset[str]:
    """Return the words with a capital that name no one."""
    return frozenset(_data()["plain"].split())


def _signal(kind: str, written: dict[str, Any]) -> Signal:
    expressions = tuple(_filled(one) for one in written["find"])
    return Signal(kind, dict(written["name"]), expressions, written.get("case") == "true", written.get("needs", ""))


def _filled(expression: str) -> str:
    """Return an expression with its parts put in, which hold parts themselves."""
    while match := _PART.search(expression):
        expression = expression.replace(match.group(), _parts()[match[1]])
    return expression


_PART: Final = re.compile(r"\{([A-Za-z]+)\}")


@cache
def _parts() -> dict[str, str]:
    given = sorted(set(_data()["first"].split()), key=lambda name: (-len(name), name))
    words = _data()["words"].split()
    written = {
        "FIRST": given,
        "CAPITALS": [name.upper() for name in given if len(name) >= _LEAST_CAPITALS and name not in words],
        "SMALL": [name.lower() for name in given if len(name) >= _LEAST_SMALL and name not in words],
    }
    return {**_data()["parts"], **{part: f"(?:{'|'.join(names)})" for part, names in written.items()}}


_LEAST_CAPITALS: Final = 3
"""Shorter names in capitals are abbreviations."""
_LEAST_SMALL: Final = 5
"""Shorter names in small letters are words (*rob*, *sam*, *will*)."""


@cache
def _compiled(kind: str) -> re.Pattern[str]:
    return next(one.compiled() for one in (*signals(), *rare()) if one.kind == kind)


@cache
def _names() -> dict[str, Mapping[Edition, str]]:
    return {one.kind: one.name for one in (*signals(), *rare())}


@cache
def _data() -> dict[str, Any]:
    return dict(parse(_FILE.read_bytes(), _FILE.name).data)


def _is_citizen_number(written: str) -> bool:
    """Whether digits pass the test of citizen service numbers: 9 to 2 times the first eight, less the ninth, by 11."""
    digits = [int(one) for one in written if one.isdigit()]
    digits = [0] * (9 - len(digits)) + digits
    weights = (*range(9, 1, -1), -1)
    return any(digits) and sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def _is_account(written: str) -> bool:
    """Whether letters and digits pass the test of international account numbers (ISO 7064, modulo 97-10)."""
    plain = re.sub(r"[^A-Za-z0-9]", "", written)
    return int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1


def _is_name(written: str) -> bool:
    """Whether a word in it has a capital and is none of those that name no one; a given name may have none."""
    words = [re.split(r"['’.-]", word)[0] for word in written.split()]
    return written == written.lower() or any(word[:1].isupper() and word not in plain_words() for word in words)


_TESTS: Final[dict[str, Callable[[str], bool]]] = {
    "eleven-test": _is_citizen_number,
    "account": _is_account,
    "name": _is_name,
}
"""Name of a test -> whether what was found passes it."""
