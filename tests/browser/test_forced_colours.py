"""Who has set colours in the system sees every drawing in them: `forced-colors: active`."""

import pytest

from tests.tools.places import KINDS
from tests.tools.thorough import some_of

DRAWN = """() => {
  const probe = document.body.appendChild(document.createElement("p"));
  const system = (name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const [text, link, button] = ["CanvasText", "LinkText", "ButtonText"].map(system);
  const ground = system("Canvas");
  const wrong = [];
  for (const part of document.querySelectorAll("svg *")) {
    if (!part.checkVisibility({ visibilityProperty: true })) continue;
    const words = part.matches("text, tspan");
    if (!words && !part.matches("path, circle, ellipse, line, polyline, polygon, rect, use")) continue;
    const { fill, stroke } = getComputedStyle(part);
    const may = part.closest("button") ? [button] : part.closest("a") ? [link] : [text];
    // What hides or parts what lies behind it, in a picture or on the map, is paper.
    if (part.closest(".pic .p, .pic .g, .line.inside, .map circle, .compass .disc")) may.push(ground);
    for (const [what, colour] of Object.entries({ fill, stroke }))
      if (colour !== "none" && !may.includes(colour))
        wrong.push(`${part.tagName}.${part.getAttribute("class")} ${what} ${colour}, not ${may}`);
    if (words && fill === "none") wrong.push(`${part.textContent} has no colour`);
  }
  probe.remove();
  return { wrong, apart: new Set([text, link, ground]).size === 3 };
}"""
"""The parts of drawings in another colour than the system's for text, for links or for buttons."""


@pytest.mark.parametrize("kind_page", some_of(KINDS, 2), indirect=True)
def test_every_drawing_has_the_colours_of_the_system(kind_page):
    page = kind_page.page
    for scheme in ("light", "dark"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        drawn = page.evaluate(DRAWN)
        assert drawn["apart"], "the system's colours must differ, or nothing is shown by them"
        assert not drawn["wrong"], f"{scheme}: " + "\n".join(drawn["wrong"])
