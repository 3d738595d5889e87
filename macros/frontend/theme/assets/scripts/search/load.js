// The index, fetched when someone begins to search, once for each edition.

import { prepare } from "./matching.js";

/** @typedef {import("./types.js").Index} Index */

/** @type {Map<string, Promise<any>>} */
const asked = new Map();

/**
 * Fetches JSON, once for each address; what failed is asked for again the next time.
 * @param {string} address
 * @param {(data: any) => any} [made] from what was fetched to what is kept
 * @returns {Promise<any>}
 */
export function once(address, made = (data) => data) {
  const before = asked.get(address);
  if (before) return before;
  const data = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return made(await response.json());
  });
  asked.set(address, data);
  data.catch(() => asked.delete(address)); // what failed without a network may work later
  return data;
}

/**
 * The patterns, ready to rank.
 * @param {string} address of the index
 * @returns {Promise<Index>}
 */
export const patternsOf = (address) => once(address, prepare);

/**
 * What is found beside patterns, ready to rank.
 * @param {string} address of the index of the patterns, beside which it lies
 * @returns {Promise<Index>}
 */
export const pagesOf = (address) => once(new URL("pages.json", address).href, prepare);

/**
 * The small pictures, as SVG by the number of their pattern.
 * @param {string} address of the index of the patterns, beside which it lies
 * @returns {Promise<{[number: string]: string}>}
 */
export const picturesOf = (address) => once(new URL("pictures.json", address).href);
