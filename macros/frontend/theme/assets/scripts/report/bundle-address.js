// A bundle as its numbers: in an address, where its headings may go along, or in a list as people write one.

import { choicesFrom, UNSEEN } from "../received.js";
import { addressOf, cleaned, itemsFrom, NUMBER } from "./bundle.js";

/** @typedef {import("./bundle.js").Item} Item */
/** @typedef {import("./bundle.js").Read} Read */

const BETWEEN = /[,;\n]/;
const WORD = /[^\s+&]+/g; // of a list as people write it
const MARKED = /^(?:#|nrs?\.?|nos?\.?)?(\d{1,4})[.:)]?$/i; // "#70", "nr.70", "70."
const AROUND = /^(?:en|and|#|nrs?\.?|nos?\.?|nummers?|numbers?|patroon|patronen|patterns?):?$/i;
const SIGN = /~([\da-f]{1,5})(?:~|$)/gi;

/**
 * Reads the bundle in an address: `?p=70,12,7`, with headings `?p=70,12,7&h=70.For_the_council`.
 * @param {string} address from its "?"
 * @param {Set<number>} known
 * @returns {Read | undefined} nothing when the address holds none
 */
export function itemsFromAddress(address, known) {
  const choices = choicesFrom(address);
  const asked = choices.get("p");
  if (asked === undefined) {
    return undefined;
  }
  const read = itemsFromNumbers(asked, known);
  for (const item of read.items) {
    const written = (choices.get("h") ?? "").split(",").find((one) => one.startsWith(`${item.id}.`)) ?? "";
    const text = written.slice(written.indexOf(".") + 1).replaceAll("_", " ");
    item.heading = cleaned(text.replace(SIGN, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))), "heading");
  }
  return read;
}

/**
 * @param {Item[]} items
 * @param {string} page the address of the page of bundles
 * @returns {string} the address that has the headings as well, in letters, digits, "_" and "~": signs that no mail program
 *   encodes, cuts off or takes for its own
 */
export function addressWithHeadings(items, page) {
  const written = items.filter(({ heading }) => heading).map(({ id, heading }) => {
    const signs = [...heading.replaceAll(" ", "_")];
    const safe = signs.map((sign) => (/\w/.test(sign) ? sign : `~${sign.codePointAt(0)?.toString(16)}~`));
    return `${id}.${safe.join("")}`;
  });
  return addressOf(items, page) + (written.length ? `&h=${written.join(",")}` : "");
}

/**
 * Reads numbers as people write them: `70, #12 en nr. 3`, or the name of a pattern. Of what holds no number the whole is
 * told as unknown, beside a number only the words that are none.
 * @param {string} written
 * @param {Set<number>} known
 * @param {Map<string, number>} named the number of each name, in small letters
 * @returns {Read}
 */
export function itemsFromNumbers(written, known, named = new Map()) {
  const text = written.replace(UNSEEN, "").replace(/[^\S\n]+/g, " ");
  const parts = named.has(text.trim().toLowerCase()) ? [text] : text.split(BETWEEN);
  const found = parts.map((part) => part.trim()).filter(Boolean).flatMap((part) => {
    const words = (part.match(WORD) ?? []).filter((word) => !AROUND.test(word));
    const numbers = words.map((word) => MARKED.exec(word)?.[1] ?? word);
    return named.get(part.toLowerCase()) ?? (numbers.some((one) => NUMBER.test(one)) ? numbers : part);
  });
  return itemsFrom(found.map((id) => ({ id })), known);
}
