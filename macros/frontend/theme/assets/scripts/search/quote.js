// The sentence of a pattern that answers a query best, with the words that match in <mark>.

import { matches, textsOf } from "./matching.js";
import { readable, stemOf, words } from "./words.js";

/** @typedef {import("./matching.js").Index} Index */
/** @typedef {Map<string, number>} Matched stem -> the place of the typed word that it matches best */

const QUOTED = ["signals", "situations", "summary", "problem"];
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu;
const SENTENCE = /[^.!?]+(?:[.!?]+['’”"]*\s*|$)/g;
const WELL = 0.3; // how well a word matches from which it is marked

/**
 * @param {Index} index
 * @param {string} text what was typed
 * @returns {Matched}
 */
export function matchedStems(index, text) {
  const profile = words(readable(text)).length >= index.weights.sentence_from ? 1 : 0;
  const matched = new Map();
  matches(index, text, profile).forEach(([, stems], at) => {
    for (const [stem, weight] of stems) if (weight >= WELL && !matched.has(stem)) matched.set(stem, at);
  });
  return matched;
}

/**
 * @param {string} written
 * @param {Index} index
 * @param {Matched} matched
 * @returns {number | undefined} the place of the typed word that a word of a text matches
 */
function matchOf(written, index, matched) {
  for (const word of words(written)) {
    const at = matched.get(stemOf(word, index.rules));
    if (at !== undefined) return at;
  }
  return undefined;
}

/**
 * Chooses the sentence in which most of the typed words stand; the first of the summary when none does.
 * @param {import("./matching.js").Entry} entry
 * @param {Index} index
 * @param {Matched} matched
 * @returns {{text: string, field: string}} field: empty when nothing that is quoted matches
 */
export function sentenceOf(entry, index, matched) {
  let best = { text: textsOf(entry, ["summary"]).join("").match(SENTENCE)?.[0] ?? "", field: "" };
  let most = 0;
  for (const field of QUOTED) {
    for (const sentence of textsOf(entry, [field]).flatMap((text) => text.match(SENTENCE) ?? [])) {
      const found = new Set((sentence.match(WORD) ?? []).map((word) => matchOf(word, index, matched)));
      found.delete(undefined);
      if (found.size > most) {
        most = found.size;
        best = { text: sentence, field };
      }
    }
  }
  return { text: best.text.trim(), field: best.field };
}

/**
 * Puts a text into an element, as text, with the words that match in <mark>.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {Index} index
 * @param {Matched} matched
 */
export function markWords(element, text, index, matched) {
  let done = 0;
  for (const found of text.matchAll(WORD)) {
    if (matchOf(found[0], index, matched) === undefined) continue;
    const mark = document.createElement("mark");
    mark.textContent = found[0];
    element.append(text.slice(done, found.index), mark);
    done = found.index + found[0].length;
  }
  element.append(text.slice(done));
}
