// Finds the references to patterns in what somebody pastes: addresses, footnotes, a list of references, files of a
// reference manager. Between them may stand anything else.

import { choicesFrom, likely, plain, UNSEEN } from "../received.js";

/** @typedef {{number: number, edition: string, dates: string[], year: string, line: string, written: string}} Citation
 *   `number`: 0 for an address that leads to no pattern. `dates`: those that stand with it, the likeliest first.
 *   `year`: where one alone stands with it. `line`: what was pasted there, as much as tells it from others. */
/** @typedef {{hosts: string[], root: string, roots: Record<string, string>, pages: Record<string, number>,
 *   labels: Record<string, string>, months: string[][], edition: string}} Site
 *   `root`: the path of the site on its host. `roots`: of each edition, within the site. `pages`: number by address.
 *   `labels`: what a pattern is called. `months`: the names in each edition. */
/** @typedef {{number: number, edition: string, date: string, start: number, end: number, written: string}} Found */

const LONGEST = 200_000; // characters that are read
const SHOWN = 120; // of an address that leads to nothing
const LINE = 80; // characters of a line that tell it from others
const YEAR = /(?<!\d)(\d{4})[a-z]{0,2},\s*$/; // before the number, in a citation within the text
const WORD = /\S+/g;
const DATE = /^\d{4}-\d\d-\d\d(?:-\d{1,2})?$/;
const NUMBERED = /(?<![\d/.])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:-(\d{1,2}))?(?!\d)/g;
const DAY_FIRST = /(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/g;
const LISTED = /\[\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\]/g;
const DAY_MONTH_YEAR = /(?<!\d)(\d{1,2})\.?\s+(\p{L}{3,})\.?\s+(\d{4})(?:\s+\((\d{1,2})\))?/gu;
const MONTH_DAY_YEAR = /(\p{L}{3,})\.?\s+(\d{1,2}),\s+(\d{4})/gu;
const YEAR_MONTH_DAY = /(\d{4})[a-z]{0,2},\s+(\p{L}{3,})\.?\s+(\d{1,2})(?!\d)/gu;
const YEAR_DAY_MONTH = /(\d{4})[a-z]{0,2},\s+(\d{1,2})\s+(\p{L}{3,})/gu;

/**
 * @param {string} pasted
 * @param {Site} site
 * @returns {Citation[]} each once, in their order
 */
export function citationsIn(pasted, site) {
  const text = pasted
    .slice(0, LONGEST)
    .replace(UNSEEN, "")
    .replace(/\r\n?/g, "\n")
    .replace(WORD, (word) => (/%|&|__/.test(word) ? plain(word) : word));
  /** @type {Found[][]} what belongs to one reference */
  const groups = [];
  for (const one of [...addressesIn(text, site), ...labelsIn(text, site)].sort((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const other = last?.find(({ written }) => written && one.written && written !== one.written);
    const apart = !before || /\n[^\S\n]*\n/.test(text.slice(before.end, one.start));
    if (last && before?.number === one.number && one.number && !apart && !other) last.push(one);
    else groups.push([one]);
  }
  const cited = groups.map((group, at) => {
    const [before, next] = [groups[at - 1]?.at(-1), groups[at + 1]?.[0]];
    return citation(group, text, before?.end ?? 0, next?.start ?? text.length, site);
  });
  /** @type {Map<string, Citation>} */
  const named = new Map();
  for (const one of cited.map((citation) => ofList(citation, cited))) {
    const { line, written, ...name } = one;
    const key = JSON.stringify(name) + (one.number ? "" : written);
    if (!named.has(key)) named.set(key, one);
  }
  return [...named.values()];
}

/**
 * @param {Citation} citation
 * @param {Citation[]} cited
 * @returns {Citation} a citation within a text, with the date that the list of references has for it
 */
function ofList(citation, cited) {
  const { number, edition, year } = citation;
  const listed = year && cited.find((one) => one.number === number && one.edition === edition && one.dates[0]?.startsWith(year));
  return listed ? { ...citation, dates: listed.dates, year: "" } : citation;
}

/**
 * @param {string} text
 * @param {Found} one
 * @returns {string} the beginning of the line that it stands in, or what stands around it when it comes later
 */
function lineOf(text, { start, end }) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end) === -1 ? text.length : text.indexOf("\n", end);
  const line = text.slice(from, to).trim();
  if (line.length <= LINE) return line;
  const begin = end - from > LINE ? start - LINE / 4 : from;
  const cut = text.slice(begin, Math.min(begin + LINE, to)).trim();
  return `${begin > from ? "… " : ""}${cut}${begin + LINE < to ? " …" : ""}`;
}

/**
 * @param {Found[]} group
 * @param {string} text
 * @param {number} from where the reference before it ends
 * @param {number} to where the next one begins
 * @param {Site} site
 * @returns {Citation}
 */
function citation(group, text, from, to, site) {
  const end = /** @type {Found} */ (group.at(-1)).end;
  const own = text.slice(from, end).split(/\n[^\S\n]*\n/).at(-1) ?? "";
  const line = own.split("\n").at(-1) ?? "";
  const dated = group.map(({ date }) => date).filter(Boolean);
  const after = text.slice(end, to).split(/\n[^\S\n]*\n/)[0];
  // The nearest date before the address is that of the reference; a file for a reference manager may have it behind.
  const around = [line, own, after].map((part) => datesIn(part, site.months)).find((dates) => dates.length) ?? [];
  const dates = [...new Set([...dated, ...datesIn(own, site.months).reverse(), ...around])];
  const edition = group.find((one) => one.edition)?.edition ?? site.edition;
  const year = dates.length ? "" : (YEAR.exec(text.slice(from, group[0].start))?.[1] ?? "");
  return { number: group[0].number, edition, dates, year, line: lineOf(text, group[0]), written: group.find(({ written }) => written)?.written ?? "" };
}

/**
 * @param {string} text
 * @param {Site} site
 * @returns {Found[]}
 */
function addressesIn(text, { hosts, root, roots, pages }) {
  const host = hosts.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const rest = '[^\\s<>"“”{}]*';
  const here = `(?:https?://)?(?:www\\.)?(?:${host})(/${rest})`;
  const expression = new RegExp(`${here}|(?<![\\w./:-])(/(?:[a-z]{2}/)?p/\\d${rest})`, "gi"); // or without a host
  const editions = Object.entries(roots).sort(([, one], [, other]) => other.length - one.length);
  return [...text.matchAll(expression)].flatMap((match) => {
    const whole = match[1] ?? match[2];
    const address = likely(match[1] && whole.startsWith(root) ? whole.slice(root.length) : whole.slice(1), "\0");
    const [edition, beginning] = editions.find(([, one]) => address.startsWith(one)) ?? ["", ""];
    const at = { edition, start: match.index, end: match.index + match[0].length };
    const [path] = address.split(/[?#]/);
    const [, number = "", date = ""] = /^p\/(\d{1,4})\/([^/]*)/.exec(path.slice(beginning.length)) ?? [];
    if (number) return { ...at, number: Number(number), date: DATE.test(date) ? date : "", written: path };
    if (Object.hasOwn(pages, path)) return { ...at, number: pages[path], date: "", written: path };
    const bundled = choicesFrom(address.slice(path.length)).get("p")?.match(/\d{1,4}/g) ?? [];
    if (bundled.length) return bundled.map((one) => ({ ...at, number: Number(one), date: "", written: path + one }));
    const folder = path.replace(/[^/]+\/$/, "");
    const patterns = Object.keys(pages).some((one) => one.startsWith(folder) && folder.length > beginning.length);
    return patterns ? { ...at, number: 0, date: "", written: whole.slice(0, SHOWN) } : [];
  });
}

/**
 * @param {string} text
 * @param {Site} site
 * @returns {Found[]}
 */
function labelsIn(text, { labels }) {
  const words = new Map(Object.entries(labels).map(([edition, label]) => [label.toLowerCase(), edition]));
  const expression = new RegExp(`(?<!\\p{L})(${[...words.keys()].join("|")})\\s+(\\d{1,4})(?!\\d)`, "giu");
  return [...text.matchAll(expression)].map((match) => ({
    number: Number(match[2]),
    edition: words.get(match[1].toLowerCase()) ?? "",
    date: "",
    start: match.index,
    end: match.index + match[0].length,
    written: "",
  }));
}

/**
 * @param {string} text
 * @param {string[][]} months
 * @returns {string[]} its dates in their order, as the site writes them in an address
 */
export function datesIn(text, months) {
  /** @type {[number, string][]} */
  const found = [];
  /** @param {RegExp} expression @param {(parts: string[]) => (string | number | undefined)[]} order */
  const look = (expression, order) => {
    for (const match of text.matchAll(expression)) {
      const [year, month, day, nth] = order(match.slice(1)).map((part) => Number(part ?? 0));
      if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
        const date = [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
        found.push([match.index, nth > 1 ? `${date}-${nth}` : date]);
      }
    }
  };
  /** @param {string} word */
  const month = (word) => {
    const begin = word.toLowerCase();
    const of = begin === "mrt" ? "maart" : begin;
    return 1 + Math.max(...months.map((names) => names.findIndex((name) => name.toLowerCase().startsWith(of))));
  };
  look(NUMBERED, (parts) => parts);
  look(LISTED, (parts) => parts);
  look(DAY_FIRST, ([day, numbered, year]) => [year, numbered, day]);
  look(DAY_MONTH_YEAR, ([day, name, year, nth]) => [year, month(name), day, nth]);
  look(MONTH_DAY_YEAR, ([name, day, year]) => [year, month(name), day]);
  look(YEAR_MONTH_DAY, ([year, name, day]) => [year, month(name), day]);
  look(YEAR_DAY_MONTH, ([year, day, name]) => [year, month(name), day]);
  return [...new Set(found.sort(([one], [other]) => one - other).map(([, date]) => date))];
}
