"""Everyone can use every kind of page in every state: axe finds nothing, and colours are strong enough."""

import pytest

from tests.browser.axe import (
    BUT_OF_COLOURS,
    DESKTOP,
    OF_COLOURS,
    OF_COLOURS_AND_SIZES,
    PHONE,
    RULES,
    found,
    found_in_dark,
    found_in_light,
)
from tests.browser.states import states_of
from tests.browser.test_readable import HEIGHT, OUTSIDE
from tests.tools.places import CARDS, KINDS
from tests.tools.thorough import some_of

CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const shown = (chapter, name) => {
    const probe = document.createElement("p");
    probe.className = chapter;
    document.body.append(probe);
    probe.style.color = `var(--${name})`;
    return luminance(getComputedStyle(probe).color);
  };
  const low = [];
  for (const [chapter, name] of [
    ...[1, 2, 3, 4, 5, 6, 7].map((number) => [`chapter-${number}`, "hue"]),
    ...["ink", "soft", "link", "hue"].map((name) => ["", name]),
  ])
    for (const ground of ["paper", "panel"]) {
      const [dark, light] = [shown(chapter, name), shown("", ground)].sort((a, b) => a - b);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) low.push(`${chapter} ${name} on ${ground}: ${ratio.toFixed(2)}`);
    }
  return low;
}"""

STATED = [kind for kind in KINDS if states_of(kind)]
ENLARGED = (640, 320)
"""What is left of a screen 1280 px wide when everything on it is shown twice and four times as large."""
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
SLICES = 8
"""Parts in which every page of the site is looked at, so that several workers share them."""


@pytest.mark.parametrize("kind_page", some_of(KINDS, 2, first=1), indirect=True)
def test_axe_finds_nothing(kind_page):
    assert found_in_light(kind_page.page) == []


@pytest.mark.parametrize("kind_page", some_of(KINDS, 2), indirect=True)
def test_axe_finds_nothing_but_of_colours(kind_page):
    """In the other edition: what it says is another, and light colours are the same."""
    assert found_in_light(kind_page.page, BUT_OF_COLOURS) == []


@pytest.mark.parametrize("kind_page", some_of(KINDS, 2), indirect=True)
def test_axe_finds_nothing_in_dark_colours(kind_page):
    """In one edition: colours are the same in all."""
    assert found_in_dark(kind_page.page, DESKTOP, OF_COLOURS_AND_SIZES) == []


@pytest.mark.parametrize("both", [False, pytest.param(True, marks=pytest.mark.thorough)], ids=["by turns", "both"])
@pytest.mark.parametrize("kind", some_of(STATED, 2))
def test_no_state_has_a_barrier_or_falls_outside(open_page, site_address, kind, both):
    """The states of one kind follow one another in one page; `make test` takes each in one edition.

    It looks at light colours in one state and at dark ones in the next.
    """
    page = open_page(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    barriers = []
    for number, state in enumerate(states_of(kind)):
        page.set_viewport_size(PHONE)
        page.evaluate(TWO_FRAMES)  # by then a bar that depends on what is in sight is there, or gone
        if state.begins is not None:
            page.unroute_all()
            page.goto("about:blank")
            page.goto(site_address + KINDS[kind] + state.begins)
        for step in state.steps:
            step(page)
        light, dark = (both or number % 2 == turn for turn in (0, 1))
        seen = found_in_light(page, RULES if light else BUT_OF_COLOURS)
        seen += found_in_dark(page, PHONE, OF_COLOURS) if dark else []
        for width in ENLARGED:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            seen += [f"{width} px: {one}" for one in page.evaluate(OUTSIDE)]
        barriers += [f"{state.name}: {one}" for one in seen]
    assert barriers == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_text_is_strong_enough_on_every_ground(open_page, site_address, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(site_address)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("card", CARDS)
def test_axe_finds_nothing_on_a_card_in_a_narrow_frame(open_page, site_address, card):
    page = open_page(viewport={"width": 320, "height": 400})
    page.goto(site_address + CARDS[card])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found(page) == [], scheme


@pytest.mark.thorough
@pytest.mark.parametrize("part", range(SLICES))
def test_axe_finds_nothing_on_any_page(open_page, built_site, site_address, part):
    page = open_page()
    pages = [one for one in sorted(built_site.rglob("*.html")) if 'http-equiv="refresh"' not in one.read_text("utf-8")]
    barriers = []
    for one in pages[part::SLICES]:
        address = one.relative_to(built_site).as_posix().removesuffix("index.html")
        page.goto(site_address + address)
        page.wait_for_load_state("networkidle")
        barriers += [
            f"/{address}: {barrier}"
            for barrier in found_in_light(page) + found_in_dark(page, DESKTOP, OF_COLOURS_AND_SIZES)
        ]
    assert barriers == []
