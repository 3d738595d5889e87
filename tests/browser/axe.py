"""Axe, the engine that looks for barriers: what is asked of it, and what it finds on a page as it stands."""

from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

RULES: Final[dict[str, Any]] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is thousands of elements, and takes a third of the time to tell
    "rules": {"target-size": {"enabled": True}},  # what one clicks or taps is 24 px or stands apart (WCAG 2.2, 2.5.8)
}
OF_COLOURS: Final[dict[str, Any]] = RULES | {"runOnly": ["color-contrast", "link-in-text-block"]}
"""What depends on colours."""
BUT_OF_COLOURS: Final[dict[str, Any]] = RULES | {
    "rules": {**RULES["rules"], **{rule: {"enabled": False} for rule in OF_COLOURS["runOnly"]}}
}
"""What does not depend on colours, in a third of the time."""
OF_COLOURS_AND_SIZES: Final[dict[str, Any]] = OF_COLOURS | {
    "runOnly": [*OF_COLOURS["runOnly"], "target-size", "scrollable-region-focusable"]
}
"""What depends on colours or on the width of the screen."""
SIZE: Final = "target-size"
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
DESKTOP: Final[ViewportSize] = {"width": 1440, "height": 900}
RUN: Final = """async ([options, target]) => {
  if (target) document.querySelector(target).scrollIntoView({ block: "center" });
  const { violations } = await axe.run(target ?? document, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      ({ rule: id, target: target.join(" "), html: html.slice(0, 200), summary: failureSummary })));
}"""
"""What axe finds on the page, or in one element in the middle of the window."""
_AXE: Final = Axe()


def found(page: Page, options: dict[str, Any] = RULES) -> list[str]:
    """Return what axe finds on a page, each with the element; its script is put in a document once.

    What stands under a bar at the edge of the window seems too small; it is looked at again in the middle of it.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(_AXE.axe_script)
    barriers = []
    for one in page.evaluate(RUN, [options, None]):
        again = one["rule"] == SIZE and not page.evaluate(RUN, [options | {"runOnly": [SIZE]}, one["target"]])
        barriers += [] if again else [f"{one['rule']}: {one['target']}: {one['html']}; {one['summary']}"]
    return barriers


def found_in_light(page: Page, options: dict[str, Any] = RULES) -> list[str]:
    """Return what axe finds in light colours on a phone, where things stand closest together."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    return [f"light, {PHONE['width']} px: {one}" for one in found(page, options)]


def found_in_dark(page: Page, size: ViewportSize, options: dict[str, Any]) -> list[str]:
    """Return what axe finds in dark colours in a window of a size.

    Colours do not depend on the width, nor names on the colours: two looks show what four would.
    """
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(size)
    return [f"dark, {size['width']} px: {one}" for one in found(page, options)]
