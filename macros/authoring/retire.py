"""The retirement of a pattern: its page stays, says why it went and names what took its place."""

from collections.abc import Iterator

from macros.authoring.file_changes import Change
from macros.language.addresses import pattern_address, permalink
from macros.language.file_layout import in_layout_of
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS, Edition
from macros.yaml.edits import Edits


def retirement(pattern: Pattern, because: dict[Edition, str], successor: Pattern | None) -> Change:
    """Return the change to the file of a published pattern that retires it.

    Args:
        pattern: the pattern to retire.
        because: why it goes, in one edition at least.
        successor: the pattern that takes its place, when there is one.
    """
    document = pattern.document
    edits = Edits(document.text)
    after = "status" if document.at(("status",)) else "form"
    edits.set(("status",), "retired", after=after)
    if successor:
        edits.set(("successor",), successor.key, after=after)
    edits.set(("retired_because",), because, after=after)
    return Change(document.path, document.text, document.path, in_layout_of(document, edits.made()))


def kept_addresses(pattern: Pattern) -> Iterator[str]:
    """Yield the page and the permalink of a pattern in every edition."""
    for edition in EDITIONS:
        yield pattern_address(pattern, edition)
        yield permalink(pattern.id, edition)
