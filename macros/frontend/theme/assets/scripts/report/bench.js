// The page "My bundle". A visitor's own bundle is kept in the browser as it changes. One that came with an address or
// a file is a guest: it is kept only when asked, and a visitor's own bundle stays as it is until then.

import { filled } from "../sentences.js";
import { toldAdded, toldUnknown } from "./adding.js";
import { addressOf, fileOf, itemsFrom, itemsFromFile } from "./bundle.js";
import { addressWithHeadings, itemsFromAddress, itemsFromNumbers } from "./bundle-address.js";
import { recall } from "./choices.js";
import { copyAndSay, say } from "./clipboard.js";
import { saveAndSay } from "./files.js";
import { openedFile } from "./opened.js";
import { partAt } from "./parts.js";
import { connectReferences } from "./references.js";
import { Rows } from "./rows.js";
import { read, watch, write } from "./storage.js";
import { connectTaking } from "./take.js";
import { show as showToggles } from "./toggles.js";

/** @typedef {import("./bundle.js").Item} Item */
/** @typedef {import("./rows.js").Pattern} Pattern */

const REFERENCES = ["notes", "references", "in_text", "bib", "ris", "json"];
const bench = /** @type {HTMLElement} */ (document.querySelector("#bench"));
const data = JSON.parse(document.querySelector("#bundle-data")?.textContent ?? "{}");
const { words } = data;
/** @type {Map<number, Pattern>} */
const patterns = new Map(data.patterns.map((/** @type {Pattern} */ pattern) => [pattern.id, pattern]));
const known = new Set(patterns.keys());
const named = new Map(data.patterns.map((/** @type {Pattern} */ { id, name }) => [name.toLowerCase(), id]));

/**
 * @template {Element} T
 * @param {string} selector
 */
const find = (selector) => /** @type {T} */ (bench.querySelector(selector));
/** @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (find(`[data-part=${name}]`));
/** @param {string} name */
const button = (name) => /** @type {HTMLButtonElement} */ (find(`[data-do=${name}]`));
const said = /** @type {HTMLElement} */ (find("[role=status]"));
const shape = /** @type {HTMLSelectElement} */ (find("[name=shape]"));
const address = /** @type {HTMLInputElement} */ (find("[name=address]"));
const headings = /** @type {HTMLInputElement} */ (find("[name=headings]"));
const box = /** @type {HTMLElement} */ (find(".to-select"));
const numbers = /** @type {HTMLInputElement} */ (find("[name=numbers]"));

/** @typedef {"" | "address" | "file"} Guest where a guest came from; nothing for the visitor's own bundle */
/** @type {Guest} */
let guest = "";
/** @type {{item: Item, place: number} | undefined} */
let removed;

/** @param {Item} item */
const nameOf = ({ id }) => `${id} ${patterns.get(id)?.name}`;

const rows = new Rows(part("list"), find("template"), patterns, {
  changed,
  moved: (item, place) =>
    say(said, filled(words.bundle_moved, { name: nameOf(item), place: place + 1, count: rows.items.length })),
  removed: (item, place) => {
    removed = { item, place };
    button("undo").hidden = false;
    say(said, filled(words.bundle_removed, { name: nameOf(item) }));
  },
});

/** @param {BeforeUnloadEvent} event */
const warn = (event) => event.preventDefault();

/**
 * The browser asks before one leaves, as long as something was written that is kept nowhere.
 * @param {boolean} unsaved
 */
function warnIf(unsaved) {
  asks = unsaved;
  (unsaved ? addEventListener : removeEventListener)("beforeunload", warn);
}

/** Whether one is asked before what is shown is lost. */
let asks = false;

/** Whether what is shown has something that is gone with this tab: not in the browser, the address or a file. */
function isUnsaved() {
  if (guest === "address") {
    return rows.items.some(({ heading, note }) => note || (heading && !headings.checked));
  }
  return rows.items.length > 0 && (guest === "file" || !part("refused").hidden);
}

/**
 * Keeps another's bundle with this entry of the history of the tab, so that it is there again after a reload.
 * @param {string} address of the entry
 */
function leave(address) {
  history.replaceState({ guest, items: rows.items }, "", address);
}

/** The address of the bundle as it stands; with its headings where that is chosen. */
function here() {
  return (headings.checked ? addressWithHeadings : addressOf)(rows.items, location.pathname);
}

/** Keeps what has changed, and shows what follows from it. */
function changed() {
  hush();
  removed = undefined;
  button("undo").hidden = true;
  if (guest) {
    leave(guest === "address" ? here() : location.pathname);
  } else {
    part("refused").hidden = write(rows.items);
  }
  warnIf(isUnsaved());
  showToggles();
  follow();
}

/** Shows what follows from the bundle as it stands. */
function follow() {
  const empty = rows.items.length === 0;
  part("empty").hidden = !empty;
  address.value = empty ? "" : here();
  for (const name of ["copy", "word", "markdown", "print", "address", "save", ...REFERENCES]) {
    button(name).disabled = empty;
  }
  part("guest").hidden = !guest;
  const own = read(known).items.length;
  button("keep").textContent = own ? filled(words.bundle_replace, { own, count: rows.items.length }) : words.bundle_keep;
  button("join").hidden = part("back").hidden = own === 0;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"))) {
    link.search = guest && !empty ? new URL(here()).search : "";
  }
  for (const { id } of rows.items) {
    partAt(patterns.get(id)?.part ?? "").catch(() => {}); // told when it is asked for
  }
}

/**
 * Shows a bundle that was read.
 * @param {import("./bundle.js").Read} bundle
 * @param {Guest} from
 */
function open({ items, unknown }, from) {
  guest = from;
  part("guest").firstElementChild?.replaceChildren(from ? words[`bundle_guest_${from}`] : "");
  hush();
  tellUnknown("unknown", unknown);
  rows.show(items);
  warnIf(false);
  follow();
}

/**
 * Makes what is shown the visitor's own bundle.
 * @param {Item[]} items
 */
function keep(items) {
  part("refused").hidden = write(items);
  if (!part("refused").hidden) {
    return;
  }
  history.replaceState(undefined, "", location.pathname);
  open({ items, unknown: [] }, "");
  showToggles();
  part("list").focus();
  say(said, words.bundle_kept);
}

/** @param {Item[]} items */
function add(items) {
  const inside = new Set(rows.items.map(({ id }) => id));
  const there = items.filter(({ id }) => inside.has(id));
  const added = items.filter(({ id }) => !inside.has(id));
  for (const item of added) {
    rows.add(item);
  }
  say(said, toldAdded(added.map(nameOf), there.map(nameOf), words));
}

/**
 * Says what was named that is no pattern: at the top for what came with an address or a file, else by the field.
 * @param {"unknown" | "mistyped"} name of the part where it is said
 * @param {string[]} unknown
 */
function tellUnknown(name, unknown) {
  part(name).hidden = unknown.length === 0;
  part(name).textContent = toldUnknown(unknown, words);
  numbers.setAttribute("aria-invalid", String(!part("mistyped").hidden));
}

/** Takes back what was named that is no pattern, once something else is done. */
function hush() {
  tellUnknown("unknown", []);
  tellUnknown("mistyped", []);
}

const shared = part("shared");

const acts = /** @type {Record<string, () => void>} */ ({
  keep: () => keep(rows.items),
  join: () => {
    const own = read(known).items;
    const there = new Set(own.map(({ id }) => id));
    keep([...own, ...rows.items.filter(({ id }) => !there.has(id))]);
  },
  undo: () => {
    if (removed) {
      const { item, place } = removed;
      rows.add(item, place);
      /** @type {HTMLElement} */ (rows.list.children[place].querySelector("[data-act=remove]")).focus();
      say(said, filled(words.bundle_put_back, { name: nameOf(item) }));
    }
  },
  add: () => {
    const id = Number(/** @type {HTMLSelectElement} */ (find("[name=pattern]")).value);
    add([{ id, heading: "", note: "" }]);
  },
  numbers: () => {
    const { items, unknown } = itemsFromNumbers(numbers.value, known, named);
    add(items);
    tellUnknown("mistyped", unknown);
    numbers.value = unknown.join(", ");
    numbers.focus();
    part("mistyped").scrollIntoView({ block: "nearest" });
  },
  address: () => {
    const link = document.createElement("a");
    link.href = link.textContent = address.value;
    const piece = { html: link.outerHTML, text: address.value };
    return copyAndSay(piece, words.copied_address, [], { said: shared, box, words });
  },
  save: () => {
    saveAndSay(fileOf(rows.items), "application/json", [data.files.whole, "json"], { said: shared, words });
    warnIf(false);
  },
});
bench.addEventListener("click", ({ target }) => target instanceof HTMLButtonElement && hush(), { capture: true });
for (const [name, act] of Object.entries(acts)) {
  button(name).addEventListener("click", act);
}

/** @type {HTMLInputElement} */ (find("[name=file]")).addEventListener("change", async (event) => {
  const file = await openedFile(/** @type {HTMLInputElement} */ (event.target));
  if (!file) {
    return;
  }
  const bundle = typeof file === "string" ? file : itemsFromFile(file.text, known);
  if (typeof bundle === "string") {
    say(shared, words[`bundle_${bundle}`]);
  } else if (!asks || confirm(words.bundle_lose)) {
    open(bundle, "file");
    leave(location.pathname);
    part("guest").scrollIntoView({ block: "nearest" });
    button("keep").focus();
  }
});
address.addEventListener("focus", () => address.select());
headings.addEventListener("change", changed);
connectTaking(bench, () => rows.items, patterns, data);
connectReferences(bench, () => rows.items, patterns, data);
numbers.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    acts.numbers();
  }
});
part("back").addEventListener("click", (event) => {
  if (asks && !confirm(words.bundle_lose)) {
    event.preventDefault();
  } else {
    warnIf(false);
  }
});

/** Shows another's bundle as it was left in this tab, the bundle of the address, or one's own. */
function begin() {
  const fromAddress = itemsFromAddress(location.search + location.hash, known);
  headings.checked = Boolean(fromAddress?.items.some(({ heading }) => heading));
  const left = history.state?.guest;
  if (left === "address" || left === "file") {
    open({ ...itemsFrom(history.state.items, known), unknown: fromAddress?.unknown ?? [] }, left);
    warnIf(isUnsaved());
  } else {
    open(fromAddress ?? read(known), fromAddress ? "address" : "");
  }
}
begin();
recall([shape]);
watch(() => !guest && open(read(known), ""));
bench.classList.add("ready");
