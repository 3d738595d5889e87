// The sentence of a pattern that answers a query best, with the words that match in <mark>.

import { textsOf } from "./matching.js";
import { stemOf, words } from "./words.js";

/** @typedef {import("./types.js").Index} Index */
/** @typedef {import("./types.js").Asked} Asked */

const QUOTED = ["signals", "situations", "summary", "problem"];
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu;
const SENTENCE = /[^.!?]+(?:[.!?]+['’”"]*\s*|$)/g;
const LIGHT = 0.1; // of the heaviest word: what a text has that has less says nothing of the query

/** @type {(written: string, index: Index, asked: Asked) => string | undefined} the typed word that a word of a text matches */
function matchOf(written, { rules }, { stems }) {
  for (const word of words(written)) {
    const typed = stems.get(stemOf(word, rules));
    if (typed) return typed;
  }
  return undefined;
}

/** @type {(text: string, index: Index, asked: Asked) => number} how much of the query a text has; 0 when it says nothing of it */
function weightOf(text, index, asked) {
  const { stems, weights } = asked;
  const found = new Set((text.match(WORD) ?? []).map((word) => matchOf(word, index, asked)));
  const weight = (/** @type {string | undefined} */ typed) => weights.get(typed ?? "") ?? 0;
  const heaviest = Math.max(...[...stems.values()].map(weight));
  const sum = [...found].reduce((all, typed) => all + weight(typed), 0);
  return sum < LIGHT * heaviest ? 0 : sum;
}

/**
 * Chooses the sentence that has most of what was typed; the first of the summary when none has.
 * @param {import("./types.js").Entry} entry
 * @param {Index} index
 * @param {Asked} asked
 * @returns {{text: string, field: string}} field: empty when nothing that is quoted matches
 */
export function sentenceOf(entry, index, asked) {
  let best = { text: textsOf(entry, ["summary"]).join("").match(SENTENCE)?.[0] ?? "", field: "" };
  let most = 0;
  for (const field of QUOTED) {
    for (const text of textsOf(entry, [field]).flatMap((all) => all.match(SENTENCE) ?? [])) {
      const weight = weightOf(text, index, asked);
      if (weight > most) [most, best] = [weight, { text, field }];
    }
  }
  return { text: best.text.trim(), field: best.field };
}

/**
 * Puts a text into an element, as text, with the words that match in <mark>.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {Index} index
 * @param {Asked} asked
 */
export function markWords(element, text, index, asked) {
  let done = 0;
  for (const found of weightOf(text, index, asked) ? text.matchAll(WORD) : []) {
    if (!matchOf(found[0], index, asked)) continue;
    const mark = document.createElement("mark");
    mark.textContent = found[0];
    element.append(text.slice(done, found.index), mark);
    done = found.index + found[0].length;
  }
  element.append(text.slice(done));
}
