"""Who publishes the site: named with a way to reach them, or honestly left out, and never a blank to fill in."""

from typing import Any

import pytest
from lxml import html

from macros.pages.publisher import Publisher, publisher_from

PARTS = ("name", "contact", "controller", "mailbox")
NOBODY = {"nl": "Er leest nog niemand mee", "en": "Nobody is reading messages yet"}


def footer_of(page: str) -> Any:
    """The footer of a page."""
    return html.fromstring(page).find(".//footer")


@pytest.fixture
def built(small):
    """Builds the small site with settings; returns its pages in both editions and what was said."""
    notes = "".join(f'\n{{{{ publisher_note("{part}") }}}}\n' for part in PARTS)
    small.append("docs/nl/contribute.md", notes)
    small.append("docs/en/contribute.md", notes)

    def build(**settings):
        code, said = small.build(**settings)
        assert code == 0, said
        folders = {"nl": small.site, "en": small.site / "en"}
        pages = {edition: (folder / "contribute/index.html").read_text("utf-8") for edition, folder in folders.items()}
        missing = (small.site / "404.html").read_text("utf-8")
        return pages | {"404": missing}, said

    return build


def test_without_a_publisher_the_site_says_so_and_offers_no_mail(built):
    pages, said = built(PUBLISHER_NAME="", PUBLISHER_CONTACT="")
    for edition, words in NOBODY.items():
        assert words in pages[edition]
        paragraphs = [
            "".join(str(part) for part in one.itertext())
            for one in html.fromstring(pages[edition]).iterfind(".//main//p")
        ]
        assert [one for one in paragraphs if one.startswith(words)], "it stands in a paragraph of its own"
    assert "Deze site heeft nog geen uitgever. Wie haar uitgeeft, is straks verantwoordelijk." in pages["nl"]
    assert "there is no address to write to" in pages["en"]
    for page in pages.values():
        assert "mailto:" not in page
        assert footer_of(page).text_content().split()[:2] in (["De", "teksten"], ["You", "may"]), (
            "the footer begins with the licence"
        )
        assert "in te vullen" not in page
        assert "to be filled in" not in page
    assert said.count("PUBLISHER_NAME is not set: the site names no publisher.") == 1
    assert said.count("PUBLISHER_CONTACT is not set: the site offers no address") == 1


def test_with_a_publisher_every_page_names_them_and_how_to_reach_them(built):
    pages, said = built(PUBLISHER_NAME="Mens & <Werk>", PUBLISHER_CONTACT="patronen@example.org")
    for page in pages.values():
        footer = footer_of(page)
        assert "Mens & <Werk>, patronen@example.org." in footer.text_content()
        assert footer.xpath(".//a[@href='mailto:patronen@example.org']")
    for edition, words in NOBODY.items():
        assert words not in pages[edition]
    assert "Deze site wordt uitgegeven door Mens &amp; &lt;Werk&gt;." in pages["nl"]
    assert "Verantwoordelijk is Mens &amp; &lt;Werk&gt;." in pages["nl"]
    assert 'You can write to us: <a href="mailto:patronen@example.org">' in pages["en"]
    assert "is not set" not in said


def test_a_contact_that_is_no_address_is_refused(small):
    code, said = small.build(PUBLISHER_CONTACT="javascript:alert(1)")
    assert code == 1
    assert 'PUBLISHER_CONTACT is "javascript:alert(1)", which is no e-mail address and no https address' in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("patronen@example.org", "mailto:patronen@example.org"),
        ("mailto:patronen@example.org", "mailto:patronen@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
    ],
)
def test_a_contact_becomes_a_link(contact, href):
    assert f'href="{href}"' in publisher_from({"name": "A", "contact": contact}).link


@pytest.mark.parametrize(
    "contact",
    ["patronen", "patronen@example", "http://example.org", "https://a@b.example/", 'a@b.example" x="', "bel 030 123"],
)
def test_other_contacts_are_refused(contact):
    with pytest.raises(ValueError, match=r"better: patterns@example.org"):
        publisher_from({"name": "", "contact": contact})


@pytest.mark.parametrize("phone", ["bel ons", "12", "+31 <b>20</b> 1234567", "1" * 16, 0o201234567])
def test_other_numbers_to_call_are_refused(phone):
    with pytest.raises(ValueError, match="PUBLISHER_PHONE"):
        publisher_from({"phone": phone})


@pytest.mark.parametrize("days", ["soon", "0", "-1", "61", "1.5", "9" * 40])
def test_other_terms_are_refused(days):
    with pytest.raises(ValueError, match="PUBLISHER_REPLY_DAYS"):
        publisher_from({"reply_days": days})


def test_settings_of_the_environment_are_taken_as_text():
    assert publisher_from({"reply_days": 5, "phone": "+31 20 123 45 67"}) == Publisher(
        reply_days=5, phone="+31 20 123 45 67"
    )
    assert publisher_from({"name": 24, "contact": None}) == Publisher("24", "")


@pytest.mark.parametrize(
    ("publisher", "said"),
    [
        (Publisher("A", "a@example.org"), []),
        (Publisher("A", ""), ["PUBLISHER_CONTACT is not set: the site offers no address"]),
        (Publisher("", "a@example.org"), ["PUBLISHER_NAME is not set: the site names no publisher."]),
    ],
)
def test_the_log_names_what_is_missing(publisher, said):
    missing = publisher.missing("en")
    assert [line for line, words in zip(missing, said, strict=True) if not line.startswith(words)] == []


def test_the_page_about_the_site_says_whether_anyone_reads(root):
    for path in ("nl/over.md", "en/about.md"):
        assert '{{ publisher_note("contact") }}' in (root / "docs" / path).read_text("utf-8")
