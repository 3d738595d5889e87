"""What one clicks or taps is large enough, and a signal is itself the link (44 px).

That smaller links stand apart (WCAG 2.2, 2.5.8), axe tells: test_accessible.py.
"""

import pytest

from tests.tools.places import KINDS

SIGNAL, TARGET = 44, 24
"""Pixels, at least."""
MAIN = """.site-name, .site-menu a, .site-tools a, .site-footer nav a, button, select, summary, textarea,
  input:not([type=checkbox]), label:has([type=checkbox]), .pattern-list > li > a, .chapter-covers > li > a,
  .route-list > li > a, .jump a, .signal-link, .books a, .report .ways a, .route-walk li a"""
SMALL = """([main, least]) => [...document.querySelectorAll(main)]
  .filter((target) => target.checkVisibility({ visibilityProperty: true }))
  .map((target) => ({ target, box: target.getBoundingClientRect() }))
  .filter(({ box }) => box.width < least || box.height < least)
  .map(({ target, box: { width, height } }) =>
    `${width.toFixed()} × ${height.toFixed()} px: ${target.textContent.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize("kind_page", KINDS, indirect=True)
def test_a_target_is_large_enough(kind_page):
    page = kind_page.page
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SMALL, [MAIN, TARGET]) == [], f"{width} px"
        if width == 390:
            page.locator(".menu-button").click()
            assert page.evaluate(SMALL, [MAIN, TARGET]) == [], f"{width} px, with the menu open"
            page.keyboard.press("Escape")


@pytest.mark.parametrize(
    "kind", ["home nl", "home en", "situations nl", "situations en", "stagnation nl", "stagnation en"]
)
def test_a_signal_is_the_link_to_the_pattern_to_begin_with(open_page, site_address, kind):
    page = open_page(viewport={"width": 390, "height": 800})
    page.goto(site_address + KINDS[kind])
    signals = page.locator("main :is(.signal-list > li, .signal, .symptom)")
    signals = [one for one in signals.all() if one.locator("xpath=self::*[not(ancestor::a)]").count()]
    assert signals
    for signal in signals:
        link = signal.locator("a.signal-link")
        box = link.bounding_box()
        assert box["height"] >= SIGNAL
        assert link.inner_text().startswith(signal.inner_text())
    page.locator("main a.signal-link").first.click()
    page.wait_for_url("**/patterns/*/" if kind.endswith("en") else "**/patronen/*/")
