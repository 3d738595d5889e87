"""Zotero keeps the page of a pattern as a web page of this site, by one author."""

import pytest

from macros.exports.imprint import LICENCE, Imprint
from macros.exports.metadata import metadata
from macros.exports.reference import pattern_reference
from tests.tools import zotero

KEY = "no-one-says-no"
PAGES = {"nl": "patronen/niemand-zegt-nee", "en": "en/patterns/no-one-says-no"}


def test_a_pattern_comes_in_as_a_web_page(exported, imprint):
    page = (exported / PAGES[imprint.edition] / "index.html").read_text("utf-8")
    one = pattern_reference(imprint.language.patterns[KEY], imprint)
    assert zotero.read(page) == zotero.Item(
        "webpage",
        {
            "title": one.title,
            "websiteTitle": imprint.name,
            "websiteType": one.label,
            "date": "2026/11/22",
            "url": one.url,
            "language": imprint.edition,
            "rights": LICENCE,
            "abstractNote": one.abstract,
        },
        [(imprint.name, "")],
    )


@pytest.mark.parametrize(
    ("publisher", "creator"),
    [
        ("Stichting", "Stichting"),
        ("Stichting Samen Verder", "Stichting Samen Verder"),
        ("Stichting Samen Verder, afdeling het Noorden", "Stichting Samen Verder – afdeling het Noorden"),
        ("Stichting Samen; Bureau Verder", "Stichting Samen – Bureau Verder"),
    ],
)
def test_a_publisher_is_one_author(language, publisher, creator):
    imprint = Imprint(language, "nl", "https://patterns.example/", publisher)
    assert zotero.item(metadata(language.patterns[KEY], imprint)).creators == [(creator, "")]


@pytest.mark.parametrize(
    ("metas", "kind", "publication"),
    [
        ([("og:type", "article")], "journalArticle", None),
        ([("DC.type", "Text")], "journalArticle", None),
        ([("DC.source", "1 + 1 = 3")], "journalArticle", "1 + 1 = 3"),
        ([("og:type", "website"), ("og:site_name", "Site")], "webpage", None),
        ([("og:type", "website"), ("DC.source", "1 + 1 = 3")], "webpage", None),
        ([("og:type", "website"), ("citation_journal_title", "Blad")], "journalArticle", "Blad"),
    ],
)
def test_the_rules_are_those_that_were_seen(metas, kind, publication):
    """What these made of our pages when Zotero itself read them."""
    read = zotero.item([("citation_title", "Een naam"), ("citation_author", "Patterns for Working Together"), *metas])
    assert (read.kind, read.fields.get("publicationTitle")) == (kind, publication)
    assert read.creators == [("Together", "Patterns for Working")]
