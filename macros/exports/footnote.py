"""Footnotes to copy into a report, in two styles: author and date as APA has it (7th edition), or a note.

In the style of APA each is to the letter what the official CSL style makes of the files for reference managers, so that
who copies and who uses a manager write the same. A note is complete in itself: it tells the sources and the evidence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, normalize

from macros.exports.imprint import Imprint
from macros.exports.reference import Reference
from macros.model.editions import Edition
from macros.text.slugs import slugify
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


def footnotes(one: Reference, imprint: Imprint, url: str = "", letter: str = "") -> Footnotes:
    """Return the footnotes for a pattern: number, date and an address in each, in the note also what it rests on.

    Args:
        one: how to cite the pattern, from the same edition.
        imprint: the edition to refer to.
        url: the address to name; when empty the permalink, which leads to the text of the day.
        letter: what tells it, behind the year, from others by the same author in the same year.
    """
    foreign = None if one.language == imprint.edition else one.language
    address = Run(url or one.url, url=url or one.url)
    year = f"{one.dated.day.year}{letter}"
    stop = "" if one.author.endswith(".") else "."
    kind = f" [{one.label.capitalize()}]" if one.label else ""
    site = f" {one.site}." if one.site else ""
    return Footnotes(
        author_date=(
            Run(f"{one.author}{stop} ({year}, {imprint.words.month_day(one.dated.day)}). "),
            Run(one.title, emphasis=True, language=foreign),
            Run(f"{kind}.{site} "),
            address,
        ),
        in_text=(Run(f"({', '.join(part for part in (one.author, year, one.label) if part)})"),),
        note=_note(one, imprint, address, foreign),
    )


def _note(one: Reference, imprint: Imprint, address: Run, foreign: Edition | None) -> Runs:
    publisher = f"{one.author}, " if one.site else ""
    return (
        *_quoted(one.title, foreign, f"’, {one.label} {imprint.words.in_the_language} "),
        Run(one.container, emphasis=True),
        Run(f" ({publisher}{imprint.words.text_of} {imprint.words.text_date(one.dated)}), "),
        address,
        Run(". "),
        *one.basis,
    )


def _quoted(title: str, foreign: Edition | None, rest: str) -> Runs:
    """Return a title behind a quotation mark, with what follows it."""
    if foreign is None:
        return (Run(f"‘{title}{rest}"),)
    return Run("‘"), Run(title, language=foreign), Run(rest)


def footnotes_together(references: Iterable[Reference], imprint: Imprint) -> list[Footnotes]:
    """Return the footnotes of several patterns as a list of references has them.

    In `order`; where two share the author and the year, a letter behind the year tells them apart.
    """
    ordered = sorted(references, key=order)
    years = [(one.author, one.dated.day.year) for one in ordered]
    return [
        footnotes(one, imprint, letter=_letter(years[:place].count(year)) if years.count(year) > 1 else "")
        for place, (one, year) in enumerate(zip(ordered, years, strict=True))
    ]


def order(one: Reference) -> str:
    """Return what a list of references is put in order by, sign for sign: author, date and name."""
    return "\n".join((_words(one.author), one.dated.day.isoformat(), _words(one.title)))


def _words(name: str) -> str:
    """Return the words of a name to put it in order by: word by word, and a letter before the same with an accent."""
    accented = (normalize("NFD", word.lower()) for word in name.split())
    bare = ("".join(sign for sign in word if sign.isalnum() or combining(sign)) for word in accented)
    return " ".join(f"{slugify(word)} {word}" for word in bare)


def _letter(place: int) -> str:
    """Return a, b, … z, aa, ab for 0, 1, … 25, 26, 27."""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)
