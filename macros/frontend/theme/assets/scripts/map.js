// The map: a pattern that is pointed at, or has the focus, lights up with its neighbours, which are then listed beside it.
// A first tap does that too, and a second one opens the pattern. The address holds the pattern that was chosen last.

import { keepInAddress } from "./address.js";
import { choicesFrom } from "./received.js";

const map = /** @type {SVGSVGElement} */ (document.querySelector("#map"));
const near = /** @type {HTMLElement} */ (document.querySelector("#map-near"));
const [title, listed] = /** @type {[HTMLElement, HTMLElement]} */ ([...near.children]);
const bar = /** @type {HTMLElement} */ (document.querySelector("#map-chosen"));
const unchosen = title.textContent ?? "";
const nodes = /** @type {SVGAElement[]} */ ([...map.querySelectorAll("a[data-node]")]);
const lines = /** @type {SVGPathElement[]} */ ([...map.querySelectorAll("[data-ends]")]);

/** @param {SVGAElement} node */
const numberOf = (node) => node.dataset.node ?? "";
/**
 * @param {Event} event
 * @returns {SVGAElement | null} the pattern that it is about
 */
const nodeOf = (event) => /** @type {Element} */ (event.target).closest("a[data-node]");

let chosen = "";

/** @param {string} number of the pattern to light up with its neighbours; empty for none */
function light(number) {
  const neighbours = new Set();
  for (const line of lines) {
    const ends = (line.dataset.ends ?? "").split(" ");
    line.classList.toggle("lit", ends.includes(number));
    if (ends.includes(number)) for (const end of ends) neighbours.add(end);
  }
  map.classList.toggle("choosing", number !== "");
  for (const node of nodes) {
    node.classList.toggle("chosen", numberOf(node) === number);
    node.classList.toggle("lit", numberOf(node) !== number && neighbours.has(numberOf(node)));
  }
  list(number);
}

/** @param {string} number of the pattern whose neighbours are listed */
function list(number) {
  const entry = number ? document.querySelector(`[data-near="${number}"]`) : null;
  title.textContent = entry ? (near.dataset.title ?? "") : unchosen;
  listed.className = entry?.className ?? "";
  listed.replaceChildren(...[...(entry?.children ?? [])].map((part) => part.cloneNode(true)));
  showBar(entry);
}

/**
 * Names the pattern in view of the map, where the list of its neighbours is further down.
 * @param {Element | null} entry what the list says of it
 */
function showBar(entry) {
  const link = entry?.querySelector("p a")?.cloneNode(true);
  if (link instanceof Element) link.append(` · ${bar.dataset.open}`);
  bar.classList.remove(...[...bar.classList].filter((name) => name.startsWith("chapter-")));
  bar.classList.add(...(entry?.classList ?? []));
  bar.replaceChildren(...(link ? [link] : []));
  bar.hidden = !link;
}

/** @param {string} number of the pattern that stays lit */
function choose(number) {
  chosen = number;
  light(number);
  keepInAddress({ pattern: number });
}

let tapped = "";
map.addEventListener("pointerdown", (event) => {
  const node = nodeOf(event);
  tapped = node && event.pointerType === "touch" && numberOf(node) !== chosen ? numberOf(node) : "";
});
map.addEventListener("click", (event) => {
  const node = nodeOf(event);
  if (node && tapped === numberOf(node)) {
    event.preventDefault();
    choose(tapped);
  }
  tapped = "";
});
map.addEventListener("pointerover", (event) => {
  const node = nodeOf(event);
  if (event.pointerType !== "touch") light(node ? numberOf(node) : chosen);
});
map.addEventListener("pointerleave", () => light(chosen));
map.addEventListener("focusin", (event) => {
  const node = nodeOf(event);
  if (node) choose(numberOf(node));
});
map.addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose("");
});

/** @param {string | undefined} said the number in the address */
const known = (said) => (nodes.some((node) => numberOf(node) === said) ? /** @type {string} */ (said) : "");
const restore = () => choose(known(choicesFrom(location.search + location.hash).get("pattern")));
addEventListener("popstate", restore);
restore();
for (const part of document.querySelectorAll(".map-spread .needs-module")) part.classList.add("ready");
