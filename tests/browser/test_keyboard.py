"""Who uses keys alone reaches every control of every kind of page, in reading order, and sees where they are."""

import pytest

from tests.browser.axe import PHONE
from tests.tools.places import KINDS
from tests.tools.thorough import some_of

SIZES = {"wide": (1280, 800), "four times as large": (320, 256)}
"""A usual window, and what is left of it when everything in it is shown four times as large."""

STOPS = """() => {
  const able = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0;
  const all = [...document.querySelectorAll(able)].filter(shown);
  // Of radio buttons Tab comes to one: that which is chosen, or else the first.
  const first = (one) => {
    const same = all.filter((other) => other.type === "radio" && other.name === one.name && other.form === one.form);
    return (same.find(({ checked }) => checked) ?? same[0]) === one;
  };
  globalThis.stops = all.filter((one) => one.type !== "radio" || first(one));
  return stops.length;
}"""
"""Finds what the keyboard has to reach, and tells how much that is."""

HERE = """() => {
  const at = document.activeElement;
  if (at === document.body) return { place: -1 };
  const told = `${at.localName}${at.id && `#${at.id}`} ${(at.ariaLabel ?? at.textContent ?? "").trim().slice(0, 40)}`;
  // What is chosen in a drawn box is the box.
  const shown = getComputedStyle(at).opacity === "0" ? (at.labels?.[0] ?? at.parentElement) : at;
  const ringed = (one, part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const around = [at, shown, at.parentElement, at.closest("label"), at.parentElement?.closest(".ask > div")];
  const circle = at.querySelector(":scope > circle");
  const drawn = circle && parseFloat(getComputedStyle(circle).strokeWidth) >= 4;
  const ring = drawn || around.some((one) => one && (ringed(one) || ringed(one, "::after")));
  const boxes = [...shown.getClientRects()].filter(({ width, height }) => width && height);
  const seen = boxes.some(({ left, top, right, bottom }) =>
    [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].some(([x, y]) => {
      const under = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return under && (shown.contains(under) || under.contains(shown) && under.localName !== "body");
    }));
  return { place: stops.indexOf(at), told, ring, seen };
}"""
"""Tells which of those has the focus, whether that is marked, and whether any of it can be seen."""


def walked(page):
    """Press Tab from the beginning of the page to its end, and return what is wrong on the way."""
    wrong: list[str] = []
    reached: list[int] = []
    count = page.evaluate(STOPS)
    for _ in range(count + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["place"] in reached or (here["place"] == -1 and "told" not in here):
            break
        if here["place"] >= 0:
            if reached and here["place"] < reached[-1]:
                wrong.append(f"against the order of reading: {here['told']}")
            reached.append(here["place"])
        wrong += [f"no mark of the focus: {here['told']}"] if not here["ring"] else []
        wrong += [f"covered: {here['told']}"] if not here["seen"] else []
    else:
        wrong.append("Tab does not come to the end")
    missed = sorted(set(range(count)) - set(reached))
    named = page.evaluate("(missed) => missed.map((at) => stops[at].outerHTML.slice(0, 80))", missed)
    return wrong + [f"not reached: {one}" for one in named]


@pytest.mark.parametrize(("kind", "size"), some_of([(kind, size) for kind in KINDS for size in SIZES], 5, first=1))
def test_every_control_is_reached_in_order_and_seen(shared_page, site_address, kind, size):
    page, (width, height) = shared_page(), SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(site_address + KINDS[kind], wait_until="networkidle")
    assert walked(page) == []


@pytest.mark.parametrize(("opener", "place"), [(".menu-button", "#menu"), ("#search-open", "#search")])
def test_what_opens_over_a_page_is_left_with_escape(open_page, site_address, opener, place):
    page = open_page(viewport=PHONE)
    page.goto(site_address + KINDS["about nl"], wait_until="networkidle")
    page.locator(opener).focus()
    page.keyboard.press("Enter")
    page.locator(place).wait_for()
    controls = page.locator(f"{place} :is(a, button, input)").filter(visible=True).count()
    inside = f"document.activeElement.closest('{place}') !== null"
    steps = [(page.keyboard.press("Tab"), page.evaluate(inside))[1] for _ in range(controls - 1)]
    assert sum(steps) >= controls - 1
    page.keyboard.press("Escape")
    page.locator(place).wait_for(state="hidden")
    assert page.evaluate(f"document.activeElement === document.querySelector('{opener}')")
