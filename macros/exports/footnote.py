"""Footnotes to copy into a report, in two styles: author and date, or a note. Each is complete in itself."""

from dataclasses import dataclass

from macros.exports.imprint import Imprint
from macros.exports.reference import Reference
from macros.model.editions import Edition
from macros.view.blocks import Run, Runs


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


def footnotes(one: Reference, imprint: Imprint, url: str = "") -> Footnotes:
    """Return the footnotes for a pattern: number, date, sources, strength of the evidence and an address in each.

    Args:
        one: how to cite the pattern, from the same edition.
        imprint: the edition to refer to.
        url: the address to name; when empty the permalink, which leads to the text of the day.
    """
    basis = (Run(" "), *one.basis)
    foreign = None if one.language == imprint.edition else one.language
    dated = f"{imprint.words.text_of} {imprint.words.text_date(one.dated)}"
    address = Run(url or one.url, url=url or one.url)
    return Footnotes(
        author_date=(
            Run(f"{one.author} ({one.dated.day.year}). "),
            Run(one.title, emphasis=True, language=foreign),
            Run(f" ({one.label}, {dated})."),
            *_container(one, imprint),
            Run(" "),
            address,
            Run("."),
            *basis,
        ),
        in_text=(Run(f"({one.author}, {one.dated.day.year})"),),
        note=(
            *_quoted(one.title, foreign, f"’, {one.label} {imprint.words.in_the_language} "),
            Run(one.container, emphasis=True),
            Run(f" ({_publisher(one)}{dated}), "),
            address,
            Run("."),
            *basis,
        ),
    )


def _quoted(title: str, foreign: Edition | None, rest: str) -> Runs:
    """Return a title behind a quotation mark, with what follows it."""
    if foreign is None:
        return (Run(f"‘{title}{rest}"),)
    return Run("‘"), Run(title, language=foreign), Run(rest)


def _container(one: Reference, imprint: Imprint) -> Runs:
    if one.container == one.author:
        return ()
    return (Run(f" {imprint.words.in_the_language.capitalize()} "), Run(one.container, emphasis=True), Run("."))


def _publisher(one: Reference) -> str:
    return "" if one.container == one.author else f"{one.author}, "
