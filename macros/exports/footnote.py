"""Footnotes to copy into a report, in two styles: author and date, or a note. Each is complete in itself."""

from dataclasses import dataclass

from macros.core.language import Pattern
from macros.exports.imprint import Imprint
from macros.exports.reference import Reference, basis_runs, pattern_reference
from macros.rendering.blocks import Run, Runs


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The ways to refer to one pattern from a report in the edition's language.

    Attributes:
        author_date: for a list of references.
        in_text: what stands in the running text beside it.
        note: for the foot of a page.
    """

    author_date: Runs
    in_text: Runs
    note: Runs


def footnotes(pattern: Pattern, imprint: Imprint, *, of_this_text: bool = False) -> Footnotes:
    """Return the footnotes for a pattern: number, date, sources, strength of the evidence and an address in each.

    Args:
        pattern: the pattern.
        imprint: the edition to refer to.
        of_this_text: whether the address is that of the text of this date rather than the permalink, which leads to
            the text of the day. A text that stands in for a missing one has no address of its own.
    """
    one = pattern_reference(pattern, imprint)
    basis = (Run(" "), *basis_runs(imprint.sheet(pattern), imprint))
    dated = f"{imprint.words.text_of} {imprint.words.day(one.revised)}"
    url = imprint.dated(pattern) if of_this_text else one.url
    address = Run(url, url=url)
    return Footnotes(
        author_date=(
            Run(f"{one.author} ({one.revised.year}). "),
            Run(one.title, emphasis=True),
            Run(f" ({one.label}, {dated})."),
            *_container(one, imprint),
            Run(" "),
            address,
            Run("."),
            *basis,
        ),
        in_text=(Run(f"({one.author}, {one.revised.year})"),),
        note=(
            Run(f"‘{one.title}’, {one.label} {imprint.words.in_the_language} "),
            Run(one.container, emphasis=True),
            Run(f" ({_publisher(one)}{dated}), "),
            address,
            Run("."),
            *basis,
        ),
    )


def _container(one: Reference, imprint: Imprint) -> Runs:
    if one.container == one.author:
        return ()
    return (Run(f" {imprint.words.in_the_language.capitalize()} "), Run(one.container, emphasis=True), Run("."))


def _publisher(one: Reference) -> str:
    return "" if one.container == one.author else f"{one.author}, "
