"""Everyone can read every kind of page: axe finds nothing, and colours are strong enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.tools.places import CARDS, KINDS

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is thousands of elements, and takes a third of the time to tell
}
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
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


WITH_SIZES = RULES | {"rules": {"target-size": {"enabled": True}}}
"""The same, and that what one clicks or taps is 24 px large or stands apart (WCAG 2.2, 2.5.8)."""
OF_COLOURS_AND_SIZES = RULES | {
    "runOnly": ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]
}
"""What depends on colours or on the width of the screen."""


@pytest.mark.parametrize("kind_page", KINDS, indirect=True)
def test_axe_finds_nothing(kind_page):
    page = kind_page.page
    # Colours do not depend on the width, nor names on the colours: two states show what four would.
    for scheme, size, options in (("light", PHONE, WITH_SIZES), ("dark", DESKTOP, OF_COLOURS_AND_SIZES)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        found = Axe().run(page, options=options)
        assert found.violations_count == 0, f"{scheme}, {size['width']} px: {found.generate_report()}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_of_text_is_strong_enough_on_every_ground(open_page, site_address, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(site_address)
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_search_dialog_or_the_menu(open_page, site_address, scheme):
    page = open_page(color_scheme=scheme, viewport=PHONE)
    page.goto(site_address + KINDS["about nl"])
    page.get_by_role("button", name="Menu").click()
    assert Axe().run(page, options=RULES).violations_count == 0
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoek").click()
    page.keyboard.type("besluit")
    page.locator("#search li").first.wait_for()
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("card", CARDS)
def test_axe_finds_nothing_on_a_card_in_a_narrow_frame(open_page, site_address, card):
    page = open_page(viewport={"width": 320, "height": 400})
    page.goto(site_address + CARDS[card])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=WITH_SIZES)
        assert found.violations_count == 0, f"{scheme}: {found.generate_report()}"
