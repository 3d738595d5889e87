"""What search machines, link previews and feed readers find in the head of a page."""

import pytest
from lxml import html

SITE = "https://patterns.example/"
NL, EN = "patronen/niemand-zegt-nee/", "en/patterns/no-one-says-no/"


def head(built_site, address):
    """Return the head of a page."""
    return html.fromstring((built_site / address / "index.html").read_bytes()).find("head")


@pytest.mark.parametrize(("address", "title"), [(NL, "Niemand zegt nee"), (EN, "No One Says No")])
def test_a_page_says_what_it_is_and_where_it_is(built_site, address, title):
    found = head(built_site, address)
    assert found.findtext("title").startswith(f"{title} · ")
    assert found.xpath("string(link[@rel='canonical']/@href)") == SITE + address
    assert dict(zip(found.xpath("link[@hreflang]/@hreflang"), found.xpath("link[@hreflang]/@href"), strict=True)) == {
        "nl": SITE + NL,
        "en": SITE + EN,
    }
    description = found.xpath("string(meta[@name='description']/@content)")
    assert description
    assert found.xpath("string(meta[@property='og:title']/@content)") == title
    assert found.xpath("string(meta[@property='og:description']/@content)") == description
    assert found.xpath("meta[@name='generator']") == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (NL, "assets/share/70.png"),
        (EN, "en/assets/share/70.png"),
        ("gevallen/tien-aanbieders-aan-tafel/", "assets/share/case-ten-at-the-table.png"),
        ("hoofdstukken/tussen-mensen/", "assets/share/chapter-between-people.png"),
        ("leesroutes/van-klein-clubje-naar-gewoon-werk/", "assets/share/route-off-the-island.png"),
        ("kompas/", "assets/share/site.png"),
        ("", "assets/share/site.png"),
    ],
)
def test_a_shared_link_shows_an_image(built_site, address, name):
    found = head(built_site, address)
    assert found.xpath("string(meta[@property='og:image']/@content)") == SITE + name
    assert (built_site / name).is_file()
    assert found.xpath("string(meta[@name='twitter:card']/@content)") == "summary_large_image"
    alt = found.xpath("string(meta[@property='og:image:alt']/@content)")
    assert found.xpath("string(meta[@property='og:title']/@content)") in alt or name.endswith("site.png")


def test_the_sitemap_names_the_same_page_in_both_editions(built_site):
    for edition, address in (("", NL), ("en/", EN)):
        entries = (built_site / edition / "sitemap.xml").read_text("utf-8")
        entry = entries.partition(f"<loc>{SITE}{address}</loc>")[2].partition("</url>")[0]
        assert f'hreflang="nl" href="{SITE}{NL}"' in entry
        assert f'hreflang="en" href="{SITE}{EN}"' in entry


def test_nothing_of_material_is_published(built_site):
    assert not (built_site / "assets" / "javascripts").exists()
    assert not (built_site / "assets" / "stylesheets").exists()
    assert not list(built_site.rglob("search_index.json"))
