"""What the head of a pattern's page tells machines: citation_* and Dublin Core for Zotero, and JSON-LD.

Highwire's citation_* names as Google Scholar documents them; Dublin Core as DCMI's `DC.` in HTML; schema.org's
DefinedTerm in a DefinedTermSet. A term is one in both languages, so its id is the default edition's permalink.

Zotero takes the first `DC.source` for the journal that an article stands in, and shows `DC.type` as what kind of page
this is: so the sources are relations, and the type is the number of the pattern.
"""

from typing import Any

from markupsafe import Markup

from macros.exports.imprint import LICENCE, Imprint
from macros.exports.reference import pattern_reference, sources_of
from macros.language.addresses import download, pattern_address, permalink
from macros.language.pattern import Pattern
from macros.model.editions import EDITIONS
from macros.text.script_data import script_data
from macros.view.blocks import words
from macros.view.library import summary_of


def metadata(pattern: Pattern, imprint: Imprint) -> list[tuple[str, str]]:
    """Return the name and content of each meta element, as plain text: whoever writes HTML escapes it."""
    one = pattern_reference(pattern, imprint)
    return [
        ("citation_title", one.title),
        ("citation_author", one.author_unsplit),
        ("citation_publication_date", one.dated.day.strftime("%Y/%m/%d")),
        ("citation_language", one.language),
        ("citation_public_url", one.url),
        ("citation_pdf_url", imprint.url(download(pattern.id, imprint.edition, "pdf"))),
        ("citation_publisher", one.author),
        ("citation_abstract", one.abstract),
        ("DC.title", one.title),
        ("DC.creator", one.author_unsplit),
        ("DC.publisher", one.author),
        ("DC.date", one.dated.day.isoformat()),
        ("DC.type", one.label),
        ("DC.identifier", one.url),
        ("DC.language", one.language),
        ("DC.description", one.abstract),
        ("DC.relation.isPartOf", one.container),
        *(("DC.relation", words(source.title)) for source in sources_of(imprint.view(pattern).citations)),
        ("DC.rights", LICENCE),
    ]


def linked_data(pattern: Pattern, imprint: Imprint) -> Markup:
    """Return a pattern as JSON-LD that can stand in a script element."""
    return script_data(_graph(pattern, imprint))


def _graph(pattern: Pattern, imprint: Imprint) -> dict[str, Any]:
    concept = imprint.url(permalink(pattern.id, EDITIONS[0]))
    whole = imprint.url("")
    laid_out = imprint.view(pattern)
    own = [edition for edition in imprint.editions() if edition.edition in pattern.editions]
    page = {edition.edition: edition.url(pattern_address(pattern, edition.edition)) for edition in own}
    here = imprint.url(pattern_address(pattern, imprint.edition))
    term = {
        "@type": "DefinedTerm",
        "@id": concept,
        "termCode": str(pattern.id),
        "name": [_told(edition, words(pattern.name(edition.edition))) for edition in own],
        "description": [_told(edition, summary_of(edition.view(pattern), edition)) for edition in own],
        "url": here,
        "sameAs": [edition.permalink(pattern) for edition in imprint.editions()],
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": whole,
            "name": [_told(edition, edition.name) for edition in imprint.editions()],
            "url": whole,
            "license": LICENCE,
        },
    }
    text = {
        "@type": "WebPage",
        "@id": here,
        "url": here,
        "name": words(laid_out.text.name),
        "inLanguage": laid_out.language,
        "dateModified": laid_out.dated.day.isoformat(),
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": imprint.author},
        "isBasedOn": [_source(source) for source in sources_of(laid_out.citations)],
        # A page that shows the text of another edition is no translation of it.
        "workTranslation": []
        if laid_out.borrowed
        else [{"@type": "WebPage", "@id": url} for url in page.values() if url != here],
        "mainEntity": {"@id": concept},
    }
    return {"@context": "https://schema.org", "@graph": [term, text]}


def _told(edition: Imprint, text: str) -> dict[str, str]:
    return {"@value": text, "@language": edition.edition}


def _source(source: Any) -> dict[str, str]:
    told = {"author": source.author, "datePublished": source.year, "url": source.url}
    return {
        "@type": "CreativeWork",
        "name": words(source.title),
        **{field: words(value) for field, value in told.items() if value},
    }
