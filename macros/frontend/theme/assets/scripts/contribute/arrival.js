// Where somebody comes from: the door that the address names, and the pattern that it is about.

import { data, words } from "./data.js";

/** @returns {HTMLOptionElement | undefined} the pattern that the address names */
export function fromPattern() {
  const number = new URLSearchParams(location.search).get("pattern");
  const known = /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll("[name=pattern] option"));
  return [...known].find(({ value }) => value && value === number);
}

/** Opens the door that the address names, and says which pattern this is about. */
export function arrive() {
  const about = fromPattern();
  openNamed(!about);
  addEventListener("hashchange", () => openNamed());
  if (about) {
    tellAbout(about);
  }
}

/**
 * Opens the door that the address names; one with a pattern and no door is for a story.
 * @param {boolean} [goes] whether it comes into view
 */
function openNamed(goes = true) {
  const named = location.hash.slice(1) || (new URLSearchParams(location.search).has("pattern") ? "voorbeeld" : "");
  const door = document.getElementById(named);
  if (door instanceof HTMLDetailsElement && door.classList.contains("door")) {
    door.open = true;
    if (goes) {
      door.scrollIntoView();
    }
  }
}

/**
 * Says at the top which pattern this is about, and begins there: what the page is for stands there too.
 * @param {HTMLOptionElement} pattern
 */
function tellAbout(pattern) {
  const place = /** @type {HTMLElement} */ (document.querySelector("#contribute-about"));
  const onward = document.createElement("a");
  onward.href = location.hash || "#voorbeeld";
  onward.textContent = words.contribute_to_form;
  place.replaceChildren(`${words.contribute_about} `, textOf(pattern, pattern.text), ". ", onward);
  place.hidden = false;
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (entry?.type === "navigate") {
    // The browser itself goes to the door until everything is there.
    addEventListener("load", () => setTimeout(() => scrollTo({ top: 0, behavior: "instant" })), { once: true });
  }
}

/**
 * A link to the text of a pattern, in a tab of its own: what was written here stays.
 * @param {HTMLOptionElement} pattern
 * @param {string} name
 */
export function textOf({ value, lang }, name) {
  const link = document.createElement("a");
  link.href = data.patterns[value];
  link.target = "_blank";
  link.rel = "noopener";
  const named = document.createElement("span");
  named.lang = lang || document.documentElement.lang;
  named.textContent = name;
  link.append(named, ` (${words.contribute_about_opens})`);
  return link;
}
