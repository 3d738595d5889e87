// Where a visitor's own bundle is kept: in this browser only, from the moment a first pattern is put in it.

import { itemsFrom } from "./bundle.js";

/** @typedef {import("./bundle.js").Item} Item */

const KEY = "bundle";

/**
 * @param {Set<number>} [known] the numbers there are, when the page knows them
 * @returns {import("./bundle.js").Read}
 */
export function read(known) {
  try {
    return itemsFrom(JSON.parse(localStorage.getItem(KEY) ?? "[]"), known);
  } catch {
    return { items: [], unknown: [] };
  }
}

/**
 * @param {Item[]} items
 * @returns {boolean} whether they are kept
 */
export function write(items) {
  try {
    if (items.length) {
      localStorage.setItem(KEY, JSON.stringify(items));
    } else {
      localStorage.removeItem(KEY);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls back when another window of this browser has changed the bundle.
 * @param {() => void} changed
 */
export function watch(changed) {
  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) {
      changed();
    }
  });
}
