"""What the site and its downloads hold of others, and under which licence, as the installed packages say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import Final


@dataclass(frozen=True, slots=True)
class Part:
    """Something of others.

    Attributes:
        key: its id on the page.
        name, version: as its maker names it; the version is empty where nothing tells it.
        role: the key of the words that say what it does here.
        licence: the identifier by SPDX, or the name of the licence where that has none.
        notices: who has the rights, in their own words.
        address: where its source is, or the whole licence.
        text: the licence itself, by paragraph; empty where `address` leads to it.
    """

    key: str
    name: str
    version: str
    role: str
    licence: str
    notices: tuple[str, ...]
    address: str
    text: tuple[str, ...] = ()


_FONTS: Final = {
    "Libertinus Serif": ("OFL-1.1", "2012-2024 The Libertinus Project Authors", "https://openfontlicense.org"),
    "New Computer Modern": (
        "GUST Font License, GPL-3.0 with font exception",
        "2019-2026 Antonis Tsolomitis",
        "https://tug.org/fonts/licenses/GUST-FONT-LICENSE.txt",
    ),
    "New Computer Modern Math": (
        "GUST Font License",
        "2019-2026 Antonis Tsolomitis",
        "https://tug.org/fonts/licenses/GUST-FONT-LICENSE.txt",
    ),
    "DejaVu Sans Mono": (
        "Bitstream-Vera",
        "2003 Bitstream, Inc. Bitstream Vera is a trademark of Bitstream, Inc.",
        "https://dejavu-fonts.github.io/License.html",
    ),
}
"""The fonts that typst brings -> licence, rights and address, as the fonts themselves say: its metadata does not."""


def parts_of_others() -> list[Part]:
    """Return what the site and its downloads hold of others."""
    return [_styles(), *fonts(_families())]


def fonts(families: Iterable[str]) -> list[Part]:
    """Return the fonts that may stand in a PDF.

    Raises:
        LookupError: when nothing is known of the licence of one.
    """
    parts = []
    for family in families:
        if family not in _FONTS:
            raise LookupError(f'typst brings a font of unknown licence, "{family}"; see macros/site/licences.py')
        licence, rights, address = _FONTS[family]
        key = family.lower().replace(" ", "-")
        parts.append(Part(key, family, "", "part_font", licence, (f"Copyright {rights}",), address))
    return parts


def _styles() -> Part:
    docx = metadata.distribution("python-docx")
    first, *text = _paragraphs(docx)
    return Part(
        "python-docx",
        "python-docx",
        docx.version,
        "part_styles",
        _licence(docx),
        (re.sub(r"^.*?(?=Copyright)", "", first),),
        "https://github.com/python-openxml/python-docx",
        text=tuple(text),
    )


def _licence(package: metadata.Distribution) -> str:
    said = package.metadata
    return next((said[name] for name in ("License-Expression", "License") if name in said), "")


def _paragraphs(package: metadata.Distribution) -> list[str]:
    """Return the licence of a package by paragraph: who has the rights comes first.

    Raises:
        LookupError: when the package brings none.
    """
    text = package.read_text("licenses/LICENSE") or package.read_text("LICENSE")
    if not text:
        raise LookupError(f"{package.name} brings no licence; see macros/site/licences.py")
    return [" ".join(part.split()) for part in text.strip().split("\n\n")]


@cache
def _families() -> tuple[str, ...]:
    import typst  # takes a while to load, and only one page asks

    # The same fonts as macros/exports/pdf/typesetting.py uses: none of the machine.
    return tuple(typst.Fonts(include_system_fonts=False).families())
