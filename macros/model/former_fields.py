"""The names that fields had in published texts: those that have another now, and those that are no field any more.

What was published is shown, compared and told in the data under the name that it had then. "Changing the schema" in
docs/architecture.md says what to write here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from macros.model.text_fields import TEXT_FIELDS, Kind


@dataclass(frozen=True, slots=True)
class FormerField:
    """A field that published texts have and no file of a pattern has any more.

    Its words stay in labels.yml: its heading, its `named_…` and its `section_…`.

    Attributes:
        kind: what its value was; "parts" where the data has a model of its own for it.
        section: the id that its section had.
        required: whether every text had it.
        became: the recorded names of the fields that took over what it held, in the order of the page, also of those
            that went since; none where it was dropped.
    """

    kind: Kind
    section: str
    required: bool = False
    became: tuple[str, ...] = ()


FORMER_FIELDS: Final[dict[str, FormerField]] = {}
"""Recorded name -> what it was. A name stays, and no other field ever gets it."""

RECORDED: Final = {name: field.use.recorded_as or name for name, field in TEXT_FIELDS.items()}
"""Field of a text -> the name under which it is recorded and told in the data."""
_FIELDS: Final = {recorded: name for name, recorded in RECORDED.items()}


def field_named(recorded: str) -> str:
    """Return what a field is called today; a former field and what was never one keep the name they have."""
    return _FIELDS.get(recorded, recorded)


def is_known(recorded: str) -> bool:
    """Whether a recorded name is that of a field or of a former one."""
    return recorded in _FIELDS or recorded in FORMER_FIELDS


def heirs(recorded: str) -> Iterator[str]:
    """Yield the fields of today that hold what a recorded name stood for, in the order of the page."""
    former = FORMER_FIELDS.get(recorded)
    if former is None:
        yield field_named(recorded)
        return
    for name in former.became:
        yield from heirs(name)


def same_words(recorded: str) -> frozenset[str]:
    """Return the recorded names that share words with one over time: a field that was split, and its halves."""
    groups: list[frozenset[str]] = []
    for former, field in FORMER_FIELDS.items():
        group = frozenset({former, *field.became})
        groups, joined = [one for one in groups if not one & group], [one for one in groups if one & group]
        groups.append(group.union(*joined))
    return next((group for group in groups if recorded in group), frozenset({recorded}))
