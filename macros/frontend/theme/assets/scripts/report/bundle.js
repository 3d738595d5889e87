// A bundle: patterns in an order, each with a heading above it and a note, both of which may be empty.
// It comes from the browser's storage, an address or a file, and none of these is trusted.

/** @typedef {{id: number, heading: string, note: string}} Item */
/** @typedef {{items: Item[], unknown: string[]}} Read what was read, and what was named that is no pattern */

const LONGEST = { heading: 200, note: 5000 };
const HIGHEST = 9999;
export const NUMBER = /^\d{1,4}$/; // also as text
const SHOWN = 20; // as much of an unknown number, and as many of them, are told
const FORMAT = "samenwerkpatronen-bundle";
const VERSION = 1;
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu;

/**
 * Takes over what is a bundle in data from outside.
 * @param {unknown} data
 * @param {Set<number> | undefined} known the numbers there are, when the page knows them
 * @returns {Read}
 */
export function itemsFrom(data, known) {
  /** @type {Map<number, Item>} */
  const items = new Map();
  /** @type {Set<string>} */
  const unknown = new Set();
  for (const one of Array.isArray(data) ? data : []) {
    const id = typeof one?.id === "string" && NUMBER.test(one.id) ? Number(one.id) : one?.id;
    if (!Number.isSafeInteger(id) || id < 1 || id > HIGHEST || (known && !known.has(id))) {
      unknown.add(["string", "number"].includes(typeof id) ? printable(String(id), SHOWN) : "?");
    } else if (!items.has(id)) {
      items.set(id, { id, heading: cleaned(one.heading, "heading"), note: cleaned(one.note, "note") });
    }
  }
  return { items: [...items.values()], unknown: [...unknown].slice(0, SHOWN) };
}

/**
 * @param {Item[]} items
 * @param {string} page the address of the page of bundles
 */
export function addressOf(items, page) {
  const address = new URL(page, location.href);
  address.search = items.length ? `?p=${items.map(({ id }) => id).join(",")}` : "";
  address.hash = "";
  return address.href;
}

/**
 * @param {Item[]} items
 * @returns {string} the text of a file that `itemsFromFile` reads
 */
export function fileOf(items) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, patterns: items }, undefined, 1)}\n`;
}

/**
 * @param {string} text
 * @param {Set<number>} [known] the numbers there are, when the page knows them
 * @returns {Read | "no_bundle" | "other_version"} or why it cannot be read
 */
export function itemsFromFile(text, known = undefined) {
  try {
    const data = JSON.parse(text);
    if (data?.format !== FORMAT || !Array.isArray(data.patterns)) {
      return "no_bundle";
    }
    return data.version === VERSION ? itemsFrom(data.patterns, known) : "other_version";
  } catch {
    return "no_bundle";
  }
}

/**
 * What people wrote, without what cannot be printed: a heading on one line, a note in any number of them.
 * @param {unknown} written
 * @param {"heading" | "note"} field
 */
export function cleaned(written, field) {
  const text = typeof written === "string" ? printable(written, LONGEST[field]) : "";
  return field === "heading" ? text.replaceAll("\n", " ") : text;
}

/**
 * @param {string} text
 * @param {number} longest
 */
function printable(text, longest) {
  return text.slice(0, longest).replace(/\r\n?/g, "\n").replace(UNSEEN, "").trim();
}
