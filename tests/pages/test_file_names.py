"""What is downloaded can be told apart in a folder full of files, and has one name in each language."""

import pytest

from macros.exports.imprint import Imprint
from macros.pages.file_names import collection_file, pattern_file


@pytest.mark.parametrize(
    ("edition", "name", "told"),
    [
        ("nl", "handbook", "Samenwerkpatronen-handboek-nl-{}.docx"),
        ("en", "handbook", "Patterns-for-Working-Together-handbook-en-{}.docx"),
        ("nl", "route-before-you-start", "Samenwerkpatronen-leesroute-voordat-je-begint-nl-{}.docx"),
        ("nl", "poster-a2", "Samenwerkpatronen-poster-a2-nl-{}.docx"),
        (
            "en",
            "poster-route-before-you-start",
            "Patterns-for-Working-Together-poster-route-before-you-start-en-{}.docx",
        ),
        ("nl", "disagreement-12-70", "Samenwerkpatronen-tegenspraak-12-70-nl-{}.docx"),
    ],
)
def test_a_collection_says_site_content_edition_and_day(language, edition, name, told):
    imprint = Imprint(language, edition, "https://patterns.example/")
    assert collection_file(name, imprint, "docx") == told.format(imprint.revised())


def test_a_pattern_says_its_number_name_edition_and_date(language):
    pattern = language.patterns["no-one-says-no"]
    imprint = Imprint(language, "nl", "https://patterns.example/")
    dated = language.text_date(pattern, "nl")
    assert pattern_file(pattern, imprint, "pdf") == f"Samenwerkpatronen-70-niemand-zegt-nee-nl-{dated}.pdf"
