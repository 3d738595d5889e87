// What a query is about, and how much of it a pattern has.

import { matches } from "./matching.js";
import { readable, stemOf, typedWords, words } from "./words.js";

const [LEAST, WHOLE] = [0.5, 0.6]; // how well a stem matches from which it counts in part, and above which in full
const [PART, FAR] = [0.6, 0.4]; // what counts in part, and what stands far down
// The share that is enough of one word, of few, and of a sentence of so many: tests/search/test_about.py.
const [OF_ONE, OF_FEW, OF_SENTENCE, COUNTING] = [0.3, 0.59, 0.2, 3];
const FIRST = 3;

/**
 * @param {import("./types.js").Index} index
 * @param {string} text what was typed
 * @returns {import("./types.js").Asked}
 */
export function askedBy(index, text) {
  const { entries, postings, rules, weights: { sentence_from: least } } = index;
  const profile = words(readable(text)).length >= least ? 1 : 0;
  const [stems, weights, shares] = [new Map(), new Map(), new Map()];
  let total = 0;
  for (const [word, found] of matches(index, text, profile)) {
    const known = postings.has(stemOf(word, rules)); // then what only resembles it is something else
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const [stem, factor] of found) {
      if (factor < LEAST) continue;
      if (!stems.has(stem)) stems.set(stem, word);
      const value = factor > WHOLE ? 1 : known ? 0 : PART;
      for (const [place, [, , field]] of (value && postings.get(stem)) || []) {
        best.set(place, Math.max(value * (field === "far" ? FAR : 1), best.get(place) ?? 0));
      }
    }
    const weight = Math.log(1 + (entries.length - best.size + 0.5) / (best.size + 0.5));
    total += weight;
    weights.set(word, weight);
    for (const [place, value] of best) shares.set(entries[place].id, (shares.get(entries[place].id) ?? 0) + weight * value);
  }
  for (const [number, share] of shares) shares.set(number, share / total);
  const enough = weights.size === 1 ? OF_ONE : profile && weights.size >= COUNTING ? OF_SENTENCE : OF_FEW;
  return { stems, weights, shares, enough };
}

/**
 * How many results there are up to the last that is about the query; none where none of the first is.
 * @param {import("./types.js").Result[]} ranked
 * @param {import("./types.js").Asked} asked
 */
export function countAbout(ranked, { shares, enough }) {
  const about = ranked.map(({ pattern, score }) => score > 1 || (shares.get(pattern) ?? 0) >= enough); // above 1: by its name
  return about.slice(0, FIRST).includes(true) ? about.lastIndexOf(true) + 1 : 0;
}

/**
 * Whether a title has the words that were typed, and hardly more.
 * @param {string} title
 * @param {string} text
 * @param {import("./types.js").Rules} rules
 */
export function isTitle(title, text, rules) {
  const [named, typed] = [words(title), typedWords(text, rules)].map((all) => all.map((word) => stemOf(word, rules)));
  return 2 * typed.length >= named.length && typed.every((stem) => named.includes(stem));
}
