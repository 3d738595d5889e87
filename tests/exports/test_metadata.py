"""The head of a pattern's page tells Zotero and search machines what it is."""

import json

import pytest
from lxml import html
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SDO

from macros.exports.metadata import linked_data, metadata

SCHEMA = {"@vocab": str(SDO), "url": {"@type": "@id"}, "sameAs": {"@type": "@id"}, "license": {"@type": "@id"}}
"""What schema.org's own context says of these names, so that no test asks for it."""


def read(text):
    data = json.loads(text)
    assert data.pop("@context") == "https://schema.org"
    return Graph().parse(data=json.dumps({"@context": SCHEMA, **data}), format="json-ld")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # the parser's own, of its own class
def test_a_pattern_is_one_term_with_a_name_in_each_language(imprint):
    pattern = imprint.language.patterns["no-one-says-no"]
    graph = read(linked_data(pattern, imprint))
    term = URIRef(imprint.root + "p/70/")
    assert (term, RDF.type, SDO.DefinedTerm) in graph
    assert set(graph.objects(term, SDO.name)) == {
        Literal("Niemand zegt nee", lang="nl"),
        Literal("No One Says No", lang="en"),
    }
    assert (URIRef(imprint.root), RDF.type, SDO.DefinedTermSet) in graph
    assert (term, SDO.inDefinedTermSet, URIRef(imprint.root)) in graph
    (page,) = graph.subjects(SDO.mainEntity, term)
    (other,) = graph.objects(page, SDO.workTranslation)
    assert {str(page), str(other)} == {
        imprint.root + "patronen/niemand-zegt-nee/",
        imprint.root + "en/patterns/no-one-says-no/",
    }


def test_linked_data_cannot_close_its_script_element(hostile):
    pattern = hostile.language.patterns["no-one-says-no"]
    text = linked_data(pattern, hostile)
    [script] = html.fragment_fromstring(f"<p><script>{text}</script></p>")
    assert script.text == text
    assert "<script" not in text
    described = json.loads(text)["@graph"][0]["description"][0]["@value"]
    assert "<script>alert(1)</script> </script>" in described


def test_zotero_finds_what_it_reads(imprint):
    pattern = imprint.language.patterns["no-one-says-no"]
    told = dict(metadata(pattern, imprint))
    assert told["citation_title"] == pattern.name(imprint.edition)
    assert told["citation_publication_date"] == "2026/11/22"
    assert told["citation_public_url"] == imprint.permalink(pattern)
    assert told["citation_pdf_url"] == imprint.permalink(pattern) + "70.pdf"
    assert told["DC.date"] == "2026-11-22"
    assert told["DC.language"] == imprint.edition
