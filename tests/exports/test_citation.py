"""A reference manager gets the same pattern from every format, and text stays text in each."""

import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from macros.exports.citation import bibtex, csl, ris
from macros.exports.reference import pattern_reference, references


def one(imprint, key="no-one-says-no"):
    return [pattern_reference(imprint.language.patterns[key], imprint)]


def name_of_70(imprint):
    return imprint.language.patterns["no-one-says-no"].name(imprint.edition)


def test_bibtex_reads_back_whole(imprint):
    library = parse_string(bibtex(references(imprint)))
    assert not library.failed_blocks
    assert len(library.entries) == len(imprint.patterns()) + 1
    entry = library.entries_dict[f"samenwerkpatronen-70-{imprint.edition}"]
    assert entry["title"] == "{" + name_of_70(imprint) + "}"
    assert entry["url"] == imprint.root + ("en/" if imprint.edition == "en" else "") + "p/70/"
    assert entry["date"] == "2026-11-22"


def test_ris_reads_back_whole(imprint):
    entries = rispy.loads(ris(references(imprint)))
    assert len(entries) == len(imprint.patterns()) + 1
    entry = next(entry for entry in entries if entry["id"] == f"samenwerkpatronen-70-{imprint.edition}")
    text = imprint.language.patterns["no-one-says-no"].text(imprint.edition)[0]
    assert entry["title"] == text.name
    assert entry["urls"] == [imprint.permalink(imprint.language.patterns["no-one-says-no"])]


@pytest.mark.filterwarnings("ignore")  # the CSL implementation says what it leaves out
def test_csl_makes_a_citation(imprint):
    items = json.loads(csl(references(imprint)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(f"samenwerkpatronen-70-{imprint.edition}")]))
    assert name_of_70(imprint) in str(bibliography.bibliography()[0])


def test_harm_stays_text_in_bibtex(hostile):
    text = bibtex(one(hostile))
    library = parse_string(text)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["samenwerkpatronen-70-nl"]
    assert r"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{}" in text
    assert r"\input" not in text


def test_harm_stays_text_in_ris_and_csl(hostile):
    (reference,) = one(hostile)
    (record,) = rispy.loads(ris([reference]))
    (item,) = json.loads(csl([reference]))
    assert record["title"] == item["title"] == reference.title
    assert record["abstract"] == item["abstract"] == reference.abstract
    assert "<script>alert(1)</script>" in reference.abstract


def test_each_file_stands_at_its_address(exported):
    for place in ("p/70/70", "en/p/70/70", "downloads/citations", "en/downloads/citations"):
        for ending in ("bib", "ris", "json"):
            assert (exported / f"{place}.{ending}").stat().st_size > 100
