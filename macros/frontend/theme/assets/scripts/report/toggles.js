// "In my bundle" beside patterns, and the way to the bundle in the header once there is something in it.

import { addressOf } from "./bundle.js";
import { read, watch, write } from "./storage.js";

const way = /** @type {HTMLAnchorElement | null} */ (document.querySelector("#bundle-way"));
const toggles = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-bundle]"));

/** @param {HTMLElement} toggle */
const numberOf = (toggle) => Number(toggle.dataset.bundle);

/** Shows what is in the bundle as it is kept at this moment. */
export function show() {
  const inside = new Set(read().items.map(({ id }) => id));
  for (const toggle of toggles) {
    toggle.hidden = false;
    toggle.setAttribute("aria-pressed", String(inside.has(numberOf(toggle))));
  }
  if (way) {
    way.parentElement?.toggleAttribute("hidden", inside.size === 0);
    const count = way.querySelector("span");
    if (count) {
      count.textContent = `(${inside.size})`;
    }
  }
}

/**
 * Where nothing can be kept, an address still makes a bundle.
 * @param {HTMLElement} toggle
 */
function offerAddress(toggle) {
  const link = document.createElement("a");
  link.href = addressOf([{ id: numberOf(toggle), heading: "", note: "" }], way?.href ?? "");
  link.textContent = way?.dataset.refused ?? "";
  toggle.replaceWith(link);
  link.focus();
}

for (const toggle of way ? toggles : []) {
  toggle.addEventListener("click", () => {
    const id = numberOf(toggle);
    const { items } = read();
    const others = items.filter((item) => item.id !== id);
    if (write(others.length < items.length ? others : [...items, { id, heading: "", note: "" }])) {
      show();
    } else {
      offerAddress(toggle);
    }
  });
}
if (way) {
  show();
  watch(show);
  addEventListener("pageshow", show); // a page from the browser's memory may be out of date
}
