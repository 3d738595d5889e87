// The result page: what is typed stands in the address, and Back returns to the same list at the same place.

import { goWithArrows, Results } from "./results.js";

const PAUSE = 150; // milliseconds after which the place on the page is kept, and the address of what is typed
const LONGEST = 200; // characters that are read

const form = /** @type {HTMLFormElement} */ (document.querySelector("main form[data-search]"));
const field = /** @type {HTMLTextAreaElement} */ (form.querySelector("[name=q]"));
const said = /** @type {HTMLElement} */ (document.querySelector("#search-said"));
const place = /** @type {HTMLElement} */ (document.querySelector("#search-results"));
const elsewhere = /** @type {HTMLElement} */ (document.querySelector("#search-ways h2"));
const { index = "", root = "", failed = "", busy = "" } = form.dataset;
const results = new Results(place, said, { index, root, busy });
const title = document.title;
/** The query that a step of the history stands for: what is typed after it takes its place. */
let stepped = "";

const asked = () => (new URLSearchParams(location.search).get("q") ?? "").slice(0, LONGEST);

/** @type {(query: string) => string} */
const addressOf = (query) => (query.trim() ? `?q=${encodeURIComponent(query.trim())}` : location.pathname);

/** @param {boolean} [all] */
async function show(all) {
  document.title = field.value.trim() ? `${field.value.trim().match(/^.{0,80}/su)?.[0]} · ${title}` : title;
  try {
    await results.show(field.value, all);
  } catch {
    place.replaceChildren();
    said.textContent = failed;
  }
  elsewhere.hidden = !field.value.trim();
}

function keepPlace() {
  history.replaceState({ ...history.state, top: scrollY, all: results.all }, "");
}

async function restore() {
  field.value = asked();
  stepped = asked();
  const { top = 0, all = false } = history.state ?? {};
  await show(all);
  scrollTo({ top, behavior: "instant" });
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;
function keepTyped() {
  clearTimeout(typing);
  history.replaceState({ top: 0, all: false }, "", addressOf(field.value));
}
field.addEventListener("input", () => {
  show();
  clearTimeout(typing); // browsers refuse an address for every letter
  typing = setTimeout(keepTyped, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = field.value.trim();
  keepTyped();
  if (stepped && query !== stepped) {
    // The step before keeps what it stood for, whatever was typed on top of it.
    history.replaceState(history.state, "", addressOf(stepped));
    history.pushState({ top: 0, all: false }, "", addressOf(query));
  }
  stepped = query;
  show();
});
place.addEventListener("all", keepPlace);
place.addEventListener("click", keepPlace);
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pausing;
addEventListener("scroll", () => {
  clearTimeout(pausing);
  pausing = setTimeout(keepPlace, PAUSE);
});
addEventListener("popstate", restore);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !(event.target instanceof Element)) return;
  if (event.target === field && field.value) {
    field.value = "";
    field.dispatchEvent(new Event("input"));
  } else if (place.contains(event.target)) field.focus();
});
goWithArrows(document.body, field, results);
history.scrollRestoration = "manual";
if (field.value && !asked()) keepTyped(); // what was typed while this was on its way
restore();
form.classList.add("ready");
