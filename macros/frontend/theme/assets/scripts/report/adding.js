// What is said of patterns that were asked for: which are in the bundle now, which were already, and what is no pattern.

import { filled, listed } from "../sentences.js";

/**
 * @param {string[]} added the names of those that were put in
 * @param {string[]} there the names of those that were in it already
 * @param {Record<string, string>} words
 */
export function toldAdded(added, there, words) {
  return [told(added, "bundle_added", words), told(there, "bundle_there", words)].filter(Boolean).join(" ");
}

/**
 * @param {string[]} names
 * @param {string} key of what is said of one; that of several ends in "_many"
 * @param {Record<string, string>} words
 */
function told(names, key, words) {
  const count = names.length;
  return count ? filled(words[count === 1 ? key : `${key}_many`], { name: names[0], count }) : "";
}

/**
 * @param {string[]} unknown what was named that is no pattern
 * @param {Record<string, string>} words
 */
export function toldUnknown(unknown, words) {
  const isNumber = (/** @type {string} */ one) => /^\d+$/.test(one);
  const numbers = unknown.filter(isNumber);
  const others = unknown.filter((one) => !isNumber(one)).map((one) => `‘${one}’`);
  return [
    sentence(numbers, "bundle_unknown", words),
    sentence(others, "bundle_no_number", words),
  ].filter(Boolean).join(" ");
}

/**
 * @param {string[]} parts
 * @param {string} key of what is said of one; that of several ends in "_many"
 * @param {Record<string, string>} words
 */
function sentence(parts, key, words) {
  const named = listed(parts, words.and);
  return named && filled(words[parts.length === 1 ? key : `${key}_many`], { named });
}
