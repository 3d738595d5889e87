"""The page of licences names everything of others that the site and its downloads hold, in every edition."""

import re
from html import unescape
from typing import Any

import pytest
from lxml import html
from pypdf import PdfReader

from macros.model.editions import EDITIONS, ROOTS, Edition
from macros.site.licences import fonts

PAGES: dict[Edition, str] = {"nl": "licenties", "en": "licences"}
SHIPPED = {".js", ".mjs", ".css", ".svg", ".png", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".map", ".wasm"}


@pytest.fixture
def site(small_site):
    """A small site with the pages of licences and every download."""
    return small_site


def text_of(site, edition):
    page = html.fromstring((site / ROOTS[edition] / PAGES[edition] / "index.html").read_text("utf-8"))
    main: Any = page.find(".//main")
    return " ".join(main.text_content().split())


def test_there_is_a_page_in_every_edition():
    assert set(PAGES) == set(EDITIONS)


def test_every_file_that_is_not_ours_is_named(root, site):
    ours = root / "macros/frontend/theme"
    strange = set()
    for path in site.rglob("*"):
        if path.suffix in SHIPPED:
            address = path.relative_to(site).as_posix()
            edition = next((one for one in EDITIONS if ROOTS[one] and address.startswith(ROOTS[one])), EDITIONS[0])
            drawn = address.removeprefix(ROOTS[edition]).startswith("assets/share/")
            if not drawn and not (ours / address.removeprefix(ROOTS[edition])).is_file():
                strange.add((edition, address))
    assert {(edition, address) for edition, address in strange if address not in text_of(site, edition)} == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_typeface_in_a_pdf_is_named(site, edition):
    found = set()
    pdfs = [path for path in site.rglob("*.pdf") if path.relative_to(site).as_posix().startswith(ROOTS[edition])]
    assert len(pdfs) > 2
    for path in pdfs:
        for page in PdfReader(path).pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                found.add(re.sub(r"^/\w{6}\+|-.*", "", font.get_object()["/BaseFont"]))
    named = text_of(site, edition).replace(" ", "")
    assert "LibertinusSerif" in found
    assert {font for font in found if font not in named} == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_who_has_the_rights_and_the_text_they_ask_for_stand_there(site, edition):
    text = unescape(text_of(site, edition))
    for notice in (
        "Copyright (c) 2013 Steve Canny",
        "2012-2024 The Libertinus Project Authors",
    ):
        assert notice in text
    assert text.count("The above copyright notice and this permission notice shall be included") == 1


def test_every_page_leads_there(site):
    for edition, name in PAGES.items():
        home = html.fromstring((site / ROOTS[edition] / "index.html").read_text("utf-8"))
        ways = [str(link.get("href")) for link in home.findall(".//footer//a")]
        assert any(way.endswith(f"{name}/") for way in ways)


def test_a_font_of_unknown_licence_stops_the_build():
    with pytest.raises(LookupError, match='font of unknown licence, "Other"'):
        fonts(["Other"])
