// The page "Is my reference still current?": what is pasted or opened stays on it, and the dates of the texts are
// fetched once.

import { itemsFromFile } from "../report/bundle.js";
import { say } from "../report/clipboard.js";
import { openedFile } from "../report/opened.js";
import { listed } from "../sentences.js";
import { citationsIn, datesIn } from "./citations.js";
import { verdict } from "./verdict.js";

/** @typedef {import("./citations.js").Citation} Citation */
/** @typedef {import("./verdict.js").Pattern} Pattern */
/** @typedef {import("./verdict.js").Verdict} Verdict */

const PARTS = /** @type {const} */ (["changed", "added", "gone"]);
const form = /** @type {HTMLFormElement} */ (document.querySelector("#check"));
const pasted = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const file = /** @type {HTMLInputElement} */ (form.querySelector("[type=file]"));
const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const list = /** @type {HTMLElement} */ (document.querySelector("#check-results"));
const data = JSON.parse(document.querySelector("#check-data")?.textContent ?? "{}");
const { words } = data;
const root = new URL(data.root, location.href);
const [edition] = Object.keys(data.roots).slice(data.own);

/** @type {Promise<{patterns: Record<string, Pattern>, pages: Record<string, number>}> | undefined} */
let fetched;

/** @returns {NonNullable<typeof fetched>} */
async function texts() {
  fetched ??= fetch(data.texts).then((answer) => {
    if (!answer.ok) throw new Error(`${data.texts} answered ${answer.status}`);
    return answer.json();
  });
  fetched.catch(() => {
    fetched = undefined; // a next time it may be there
  });
  return fetched;
}

/**
 * @param {string} text with the places of values in braces
 * @param {Record<string, string | number | Node>} values
 * @returns {(string | Node)[]}
 */
function filled(text, values) {
  return text.split(/\{(\w+)\}/).map((part, at) => {
    const value = at % 2 ? (values[part] ?? "") : part;
    return value instanceof Node ? value : String(value);
  });
}

/**
 * @param {string} date as it stands in an address, or a year alone; empty for none
 * @returns {string} as people write it
 */
function day(date) {
  if (!date.includes("-")) return date;
  const [year, month, number, nth] = date.split("-");
  return `${Number(number)} ${data.months[data.own][Number(month) - 1]} ${year}${nth ? ` (${nth})` : ""}`;
}

/**
 * @param {string} address within the site
 * @param {string} [shown]
 */
function link(address, shown) {
  const made = document.createElement("a");
  made.href = new URL(address, root).href;
  made.textContent = shown ?? made.href;
  return made;
}

/**
 * @param {string} tag
 * @param {...(string | Node)} content
 */
function element(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/**
 * @param {Citation} citation
 * @param {Record<string, Pattern>} patterns
 * @returns {{item: Element, kind: Verdict["kind"], retired: boolean}}
 */
function result(citation, patterns) {
  const { number, written } = citation;
  const pattern = Object.hasOwn(patterns, number) ? patterns[number] : undefined;
  const told = verdict(pattern, citation);
  const item = document.createElement("li");
  if (citation.line) item.append(element("p", element("small", citation.line)));
  if (!pattern) {
    const unknown = number ? words.check_unknown : words.check_unknown_address;
    item.append(element("p", ...filled(unknown, { number, address: written })));
    return { item, kind: told.kind, retired: false };
  }
  item.append(element("p", element("strong", link(pattern.page, `${number} ${pattern.name}`))));
  const dates = { date: day(told.text?.date ?? ""), today: day(told.today), asked: day(told.asked) };
  const held = told.asked && told.kind !== "before" ? [...filled(words.check_held, dates), " "] : [];
  item.append(element("p", ...held, ...filled(words[`check_${told.kind}`], dates)));
  const changed = PARTS.filter((kind) => told.text?.[kind]?.length && told.kind === "changed").map((kind) =>
    element("li", ...filled(words[`check_parts_${kind}`], { parts: listed(told.text?.[kind] ?? [], words.and) })),
  );
  if (changed.length) item.append(element("ul", ...changed));
  if (pattern.retired) {
    const { successor = 0 } = pattern;
    const next = patterns[successor];
    const name = next && link(next.page, `${successor} ${next.name}`);
    item.append(element("p", words.check_retired, ...(name ? [" ", ...filled(words.check_successor, { name })] : [])));
  }
  const dated = told.text?.date ?? "";
  const then = dated === told.today ? "" : dated; // one address is enough
  const ways = [[then, words.check_then], [told.today, words.check_now]].filter(([date]) => date).map(([date, way]) => {
    const address = link(`${data.roots[told.edition]}p/${number}/${date}/`);
    return element("li", ...filled(way, { date: day(date), address }));
  });
  if (ways.length) item.append(element("ul", ...ways));
  return { item, kind: told.kind, retired: Boolean(pattern.retired) };
}

/**
 * @param {Record<"same" | "changed" | "other", number>} kinds how many references are of each kind
 * @returns {string} in a sentence, without the kinds that there are none of
 */
function counted(kinds) {
  const some = Object.entries(kinds).filter(([, count]) => count);
  const count = some.reduce((sum, [, one]) => sum + one, 0);
  const parts = some.map(([kind, one]) => filled(words[`check_count_${kind}`], { count: one }).join(""));
  return `${filled(count === 1 ? words.check_one : words.check_many, { count }).join("")}: ${listed(parts, words.and)}.`;
}

/** @param {(pages: Record<string, number>) => Citation[]} cited what is asked for, given the addresses of patterns */
async function show(cited) {
  try {
    const { patterns, pages } = await texts();
    const results = cited(pages).map((one) => result(one, patterns));
    list.replaceChildren(...results.map(({ item }) => item));
    const count = (/** @type {(one: typeof results[0]) => boolean} */ which) => results.filter(which).length;
    const same = count(({ kind, retired }) => kind === "same" && !retired);
    const changed = count(({ kind }) => kind === "changed");
    say(said, results.length ? counted({ same, changed, other: results.length - same - changed }) : words.check_none);
  } catch {
    list.replaceChildren();
    say(said, words.check_failed);
  }
}

/** @param {string} text with references anywhere in it */
function look(text) {
  const { labels, months, roots, host } = data;
  const hosts = [location.host, host].filter(Boolean);
  const site = { hosts, root: root.pathname, roots, labels, months, edition };
  show((pages) => citationsIn(text, { ...site, pages }));
}

/** @param {string} why a file is not read */
function refuse(why) {
  list.replaceChildren();
  say(said, words[`bundle_${why}`]);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  look(pasted.value);
});

file.addEventListener("change", async () => {
  const opened = await openedFile(file);
  if (!opened) return;
  if (typeof opened === "string") return refuse(opened);
  const bundle = itemsFromFile(opened.text);
  if (bundle === "no_bundle") return look(opened.text); // a file of a reference manager
  if (typeof bundle === "string") return refuse(bundle);
  // A saved bundle has the day in its name; one that was renamed was written when its file was.
  const dates = [...datesIn(opened.name, data.months), new Date(opened.written).toISOString().slice(0, 10)].slice(0, 1);
  show(() => bundle.items.map(({ id }) => ({ number: id, edition, dates, year: "", line: "", written: "" })));
});
form.classList.add("ready");
