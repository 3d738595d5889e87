// The page of the diagnosis: what is ticked and chosen goes into the address and makes the list.

import { whileBusy } from "../busy.js";
import { addressOf } from "../report/bundle.js";
import { copy, say } from "../report/clipboard.js";
import { read, write } from "../report/storage.js";
import { show as showBundle } from "../report/toggles.js";
import { filled } from "../sentences.js";
import { Outcome, shown } from "./outcome.js";
import { nothing, searchOf, stateFrom } from "./state.js";
import { Ticks } from "./ticks.js";

/** @typedef {import("./state.js").State} State */

const page = /** @type {HTMLElement} */ (document.querySelector("#diagnosis"));
const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
const place = /** @type {HTMLElement} */ (page.querySelector(".outcome"));
const data = JSON.parse(/** @type {HTMLElement} */ (document.querySelector("#diagnosis-data")).textContent ?? "{}");
const switches = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.switch"));
const elsewhere = [...switches].map(({ href }) => href);
const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-part=${name}]`));
const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const bar = /** @type {HTMLElement} */ (page.querySelector(".diagnosis-bar"));

const ticks = new Ticks(form, data.first);
const options = (/** @type {string} */ name) =>
  /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`input[name=${name}]`)]);
const values = (/** @type {string} */ name) => new Set(options(name).map(({ value }) => value));
const known = { missing: values("missing"), role: values("role"), time: values("time"), signals: new Set(ticks.rows.keys()) };
const chosen = (/** @type {string} */ name) => options(name).find(({ checked }) => checked);

let answer = ""; // to the question, for a second tap on it takes it back
/** @type {{state: State, top: number} | undefined} what was cleared last, as long as nothing else changes */
let cleared;

/** @returns {State} what is ticked and chosen on the page */
function state() {
  const value = (/** @type {string} */ name) => chosen(name)?.value ?? "";
  return { missing: value("missing"), signals: ticks.ticked(), role: value("role"), time: value("time") };
}

/** @param {State} wanted */
function choose(wanted) {
  for (const name of /** @type {const} */ (["missing", "role", "time"])) {
    for (const option of options(name)) {
      option.checked = option.value === wanted[name];
    }
  }
  answer = wanted.missing;
  ticks.tick(wanted.signals);
  ticks.arrange(wanted.missing);
  ticks.open();
}

/** @typedef {import("../search/score.js").rank} Rank */
/** @typedef {{outcome: Outcome, ranked: (wish: Parameters<Rank>[1]) => ReturnType<Rank>}} Ready */

/** @returns {Promise<Ready>} what the list is made of, fetched once and not before it is needed */
async function ready() {
  const [{ once, patternsOf }, { rank }] = await Promise.all([import("../search/load.js"), import("../search/score.js")]);
  const [index, cards] = await Promise.all([patternsOf(data.index), once(data.cards)]);
  const outcome = new Outcome(place, {
    root: data.root,
    cards,
    index: { ...index.data, entries: index.entries },
    text: (id) => ticks.text(id),
    answer: () => chosen("missing")?.nextElementSibling?.textContent ?? "",
    role: () => chosen("role")?.value ?? "",
    time: () => chosen("time")?.value ?? "",
  });
  return { outcome, ranked: (wish) => rank(index, wish) };
}

/** @type {number[]} the patterns in the list */
let listed = [];

/** Makes the list anew from what is ticked and chosen, and says how long it is. */
async function update() {
  const now = state();
  const search = searchOf(now);
  const hash = search === location.search ? location.hash : "";
  history.replaceState(history.state, "", `${location.pathname}${search}${hash}`);
  for (const [at, link] of switches.entries()) {
    link.href = elsewhere[at] + search;
  }
  if (!now.signals.length && !now.missing) {
    listed = [];
    showList(false);
    return;
  }
  try {
    const { outcome, ranked } = await whileBusy(ready(), () => tell(page.dataset.busy ?? ""));
    if (searchOf(state()) !== search) {
      return; // something else was ticked meanwhile
    }
    const signals = now.missing ? [...now.signals, `missing.${now.missing}`] : now.signals;
    const results = shown(ranked({ signals, choices: { role: now.role, time: now.time } }));
    listed = results.map(({ pattern }) => pattern);
    outcome.show(results);
    part("recognised").hidden = !now.signals.length;
    part("ticked").replaceChildren(...now.signals.map((id) => item(ticks.text(id))));
    part("address").textContent = location.href;
    showList(true);
    const { words } = outcome;
    const count = filled(listed.length === 1 ? words.diagnosis_one : words.diagnosis_many, { count: listed.length });
    const answered = filled(words.diagnosis_chosen, { answer: outcome.known.answer() });
    const ticked = now.signals.length ? filled(words.diagnosis_ticks, { count: now.signals.length }) : answered;
    const told = `${ticked}, ${count}`;
    say(status, `${told}.`);
    part("bar").textContent = `${told}\u00a0↓`;
  } catch {
    if (searchOf(state()) === search) {
      showList(false);
      tell(page.dataset.failed ?? "", true);
    }
  }
}

/**
 * Tells where the list will be, and in the bar of a phone beside the rows, how it is with what is fetched.
 * @param {string} told
 * @param {boolean} [failed] whether it is to be tried again
 */
function tell(told, failed = false) {
  say(status, told);
  part("empty").hidden = true;
  part("retry").hidden = part("bar-retry").hidden = !failed;
  part("bar").textContent = told;
  part("bar-clear").hidden = true;
  bar.hidden = false;
}

/** @param {boolean} some whether there is a list */
function showList(some) {
  part("list").hidden = !some;
  part("empty").hidden = some;
  part("retry").hidden = part("bar-retry").hidden = true;
  part("bar-clear").hidden = false;
  bar.hidden = !some && !cleared;
  part("restore").hidden = !cleared;
  part("bar-clear").textContent = (cleared ? page.dataset.restore : page.dataset.clear) ?? "";
  if (!some) {
    const told = cleared ? page.dataset.cleared : "";
    say(status, told ?? "");
    part("bar").textContent = told ?? "";
  }
}

/** @param {Node | undefined} content */
function item(content) {
  const made = document.createElement("li");
  made.append(content ?? "");
  return made;
}

const acts = /** @type {Record<string, (button: HTMLElement) => Promise<void> | void>} */ ({
  clear: (button) => {
    if (cleared) {
      return acts.restore(button);
    }
    cleared = { state: state(), top: scrollY };
    choose(nothing());
    update();
    if (!bar.contains(button)) {
      /** @type {HTMLElement} */ (page.querySelector("[data-do=restore]")).focus();
    }
  },
  restore: async () => {
    if (!cleared) {
      return;
    }
    const { state: before, top } = cleared;
    cleared = undefined;
    choose(before);
    await update();
    scrollTo(0, top);
  },
  copy: async () => {
    const { words } = (await ready()).outcome;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = location.href;
    const copied = await copy({ html: link.outerHTML, text: location.href });
    say(part("done"), copied ? words.diagnosis_copied : words.diagnosis_not_copied);
  },
  bundle: async () => {
    const { words } = (await ready()).outcome;
    const { items } = read();
    const inside = new Set(items.map(({ id }) => id));
    const all = [...items, ...listed.filter((id) => !inside.has(id)).map((id) => ({ id, heading: "", note: "" }))];
    const link = document.createElement("a");
    const kept = write(all);
    link.href = kept ? data.bundle : addressOf(all, data.bundle);
    link.textContent = kept ? words.see_bundle : words.bundle_refused;
    part("done").replaceChildren(kept ? `${filled(words.diagnosis_bundled, { count: listed.length })} ` : "", link);
    showBundle();
  },
  print: () => print(),
  retry: async (button) => {
    await update();
    (button.closest("[hidden]") ? place : button).focus({ preventScroll: true });
  },
});

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (page.querySelectorAll("[data-do]"))) {
  button.addEventListener("click", () => acts[button.dataset.do ?? ""]?.(button));
}
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", changed);
for (const option of options("missing")) {
  option.addEventListener("click", () => {
    if (option.value === answer) {
      option.checked = false;
      changed();
    }
  });
}

/** Takes in what a reader ticked or chose. */
function changed() {
  cleared = undefined;
  if (state().missing !== answer) {
    answer = state().missing;
    ticks.arrange(answer);
    ticks.open();
  }
  update();
}

const groups = /** @type {NodeListOf<HTMLDetailsElement>} */ (form.querySelectorAll("details"));

/** Keeps where the reader is, for when the page is opened again by going back. */
function keepPlace() {
  const open = [...groups].map((group) => group.open);
  history.scrollRestoration = "manual"; // of this visit alone: links within the page go back as ever
  history.replaceState({ open, top: scrollY, within: place.scrollTop }, "", location.href);
}

/** Shows what the address says, at the place where the reader was; who opens a list anew comes to the list. */
async function restorePlace() {
  const kept = history.state;
  choose(stateFrom(location.search + location.hash, known));
  for (const [at, group] of groups.entries()) {
    group.open ||= Boolean(kept?.open?.[at]);
  }
  await update();
  if (kept) {
    scrollTo(0, kept.top);
    place.scrollTop = kept.within;
  } else if (state().signals.length && !location.hash && place.getBoundingClientRect().top > innerHeight / 2) {
    place.scrollIntoView();
  }
}

addEventListener("pagehide", keepPlace);
// The browser may tick boxes of its own accord when one goes back, and links within the page are steps too: the address is right.
for (const event of ["pageshow", "popstate"]) {
  addEventListener(event, () => {
    const wanted = stateFrom(location.search + location.hash, known);
    if (searchOf(wanted) === searchOf(state())) {
      return; // as when the page was just opened
    }
    choose(wanted);
    update();
  });
}
new IntersectionObserver(([{ isIntersecting }]) => bar.classList.toggle("away", isIntersecting), {
  rootMargin: "0px 0px -25%",
}).observe(place);
for (const control of page.querySelectorAll(".needs-module")) {
  control.classList.add("ready");
}
restorePlace();
