"""The words of findings and reports, in every language that they are reported in, from messages.yml.

These languages are not the editions of the site: a site in one language can be checked by a person who reads another.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from macros.findings.finding import Finding, Hole

_FILE: Final = Path(__file__).with_name("messages.yml")
LANGUAGES: Final = ("nl", "en")
"""The languages of messages; the first is for those whose own language is not among them."""
_HOLE: Final = re.compile(r"\{(\w+)\}")
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name a person's language, as in POSIX: the first one that is set decides."""


@dataclass(frozen=True, slots=True)
class Message:
    """The words of one message in one language, with their holes still open.

    Attributes:
        wrong: what is wrong, one sentence without full stop.
        right: what to write or do instead; empty when the advice of the finding says it, or only the writer knows.
    """

    wrong: str
    right: str = ""

    def holes(self) -> set[str]:
        """Return the names of the holes."""
        return set(_HOLE.findall(self.wrong + self.right))


@cache
def catalogue() -> dict[str, dict[str, Message]]:
    """Return the words of every finding: id -> language -> message. The file is our own: what is wrong in it raises."""
    return {
        name: {
            language: Message(entry["wrong"][language], entry.get("right", {}).get(language, ""))
            for language in LANGUAGES
        }
        for name, entry in _data()["findings"].items()
    }


@cache
def phrase(name: str, language: str) -> str:
    """Return one of the fixed phrases of reports in a language."""
    return str(_data()["report"][name][language])


def command_text(language: str, name: str, /, **holes: Hole) -> str:
    """Return what a command says in a language, every hole filled."""
    return filled(_data()["commands"][name][language], holes)


@cache
def _data() -> dict[str, dict[str, dict[str, Any]]]:
    data: dict[str, dict[str, dict[str, Any]]] = yaml.load(
        _FILE.read_text("utf-8"),
        Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader),  # noqa: S506 - builds nothing but text
    )
    return data


def filled(text: str, holes: Mapping[str, Hole]) -> str:
    """Return a text with every hole filled.

    Raises:
        KeyError: when a hole has no value.
    """

    def value(match: re.Match[str]) -> str:
        hole = holes[match[1]]
        return ", ".join(hole) if isinstance(hole, tuple) else str(hole)

    return _HOLE.sub(value, text)


def words_of(finding: Finding, language: str) -> Message:
    """Return what is wrong and what to do about it in a language, every hole filled."""
    message = catalogue()[finding.message][language]
    return Message(filled(message.wrong, finding.holes), filled(message.right, finding.holes))


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language of a person's messages by the environment of the command; Dutch where it names no other."""
    named = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    code = re.split("[_.@-]", named.lower())[0]
    return code if code in LANGUAGES else LANGUAGES[0]
