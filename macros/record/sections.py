"""What a reader reads of a pattern's text, as sections that outlive a change of its fields (`model.former_fields`)."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, Final, Literal

from pydantic import StringConstraints

from macros.model.base import Model, described
from macros.model.former_fields import RECORDED
from macros.model.run import Run
from macros.model.sections import NOT_ON_PAGE, SECTIONS
from macros.model.text import ShortText
from macros.text.wikilinks import Wikilink, relinked, wikilinks
from macros.yaml.reader import MAX_TEXT

_FIRST: Final = ("name", "summary")
MOVES: Final = "moves"
"""The section whose entries are named by the keys of roles."""
NAMED_PARTS: Final = ("run", "basis")
"""Sections whose entries have names of ours, for which labels.yml has words: `run_who`."""

Heading = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]


class TextSection(Model):
    """One section of a published text: its heading, and one text, a list of texts, or entries with named parts."""

    heading: Heading = described("Welk deel dit is.", "Which part this is.")
    kind: Literal["text", "list", "entries"] = described(
        "Eén tekst, een lijst of stukken.", "A text, a list or entries."
    )
    text: Words | None = described("De tekst.", "The text.", default=None)
    items: list[Words] = described("De teksten van een lijst.", "The texts of a list.", default=[])
    entries: list[dict[Heading, Words]] = described(
        "Stukken met benoemde delen.", "Entries, each with named parts.", default=[]
    )

    def texts(self) -> list[str]:
        """Return every text in the section, in order; of entries every named part."""
        parts = [part for entry in self.entries for part in entry.values()]
        return [*([self.text] if self.text else []), *self.items, *parts]


def sections_of(text: ShortText, numbers: Mapping[str, int]) -> list[TextSection]:
    """Return a pattern's text as sections in the order of the page.

    Args:
        text: the text in one edition.
        numbers: the numbers of the patterns by key: links between patterns are written by number.
    """
    fields = text.model_dump(mode="json", exclude=NOT_ON_PAGE, exclude_defaults=True)
    fields["examples"] = [
        {"kind": one.heading, "case": one.case, "source": one.source, "text": one.prose} for one in text.examples
    ]
    fields["run"] = [part for part in _run(text.run) if part["text"]]
    order = dict.fromkeys([*_FIRST, *SECTIONS, *fields])
    return [_section(field, _normal(fields[field], numbers)) for field in order if fields.get(field)]


def _run(run: Run) -> Iterator[dict[str, str]]:
    """Yield what a reader reads of a run: its parts by name, each step with its minutes."""
    for name in ("who", "minutes", "need", "open"):
        yield {"name": name, "text": str(getattr(run, name))}
    for step in run.steps:
        yield {"name": "step", "minutes": str(step.minutes), "text": step.do}
    for name in ("leave_with", "stalls", "ten_minutes"):
        yield {"name": name, "text": getattr(run, name)}


def _section(field: str, value: Any) -> TextSection:
    heading = RECORDED[field]
    if isinstance(value, str):
        return TextSection(heading=heading, kind="text", text=value)
    if isinstance(value, dict):
        value = [{"name": name, "text": part} for name, part in value.items()]
    if value and isinstance(value[0], dict):
        entries = [{name: part for name, part in entry.items() if part} for entry in value]
        return TextSection(heading=heading, kind="entries", entries=entries)
    return TextSection(heading=heading, kind="list", items=value)


def _normal(value: Any, numbers: Mapping[str, int]) -> Any:
    """Return a value with its texts in Unicode's composed form and its links by number."""
    if isinstance(value, str):
        return _by_number(unicodedata.normalize("NFC", value).strip(), numbers)
    if isinstance(value, list):
        return [_normal(item, numbers) for item in value]
    if isinstance(value, dict):
        return {name: _normal(part, numbers) for name, part in value.items()}
    return value


def all_stand_in(written: Any, sections: Iterable[TextSection], numbers: Mapping[str, int]) -> bool:
    """Return whether every word of some sections stands in a text as a file has it, whatever its fields are called.

    Args:
        written: the data of the text.
        sections: of a published text.
        numbers: the numbers of the patterns by key, as they were then.
    """
    there = {" ".join(text.split()) for text in _words_in(_normal(written, numbers))} | {"step"}
    return all(" ".join(text.split()) in there for section in sections for text in section.texts())


def _words_in(value: Any) -> Iterator[str]:
    """Yield every text in a value, and the names of what is in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _words_in(item)
    elif isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from _words_in(part)


def _by_number(text: str, numbers: Mapping[str, int]) -> str:
    def numbered(link: Wikilink) -> Wikilink:
        return replace(link, key=str(numbers.get(link.key, link.key)))

    return relinked(text, numbered)


def linked_numbers(sections: Iterable[TextSection]) -> set[int]:
    """Return the numbers of the patterns that are linked to without words of the text's own."""
    links = (link for section in sections for text in section.texts() if "[[" in text for link in wikilinks(text))
    return {int(link.key) for link in links if not link.words and link.key.isdecimal()}


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return a text whose links show the names that the patterns had when it was published.

    Args:
        text: with links by number.
        names: the names by number.
    """

    def named(link: Wikilink) -> Wikilink:
        return link if link.words else replace(link, words=names.get(link.key, ""))

    return relinked(text, named)


def fingerprint(sections: Iterable[TextSection]) -> str:
    """Return the fingerprint of a text, 32 hexadecimal digits: the same for as long as a reader reads the same.

    White space does not count, nor the name of a linked pattern, nor a key that was renamed.
    """
    values = [
        [
            section.heading,
            *(" ".join(text.split()) for text in [section.text or "", *section.items]),
            *(sorted((name, " ".join(part.split())) for name, part in entry.items()) for entry in section.entries),
        ]
        for section in sections
    ]
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()[:32]
