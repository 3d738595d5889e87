// The ranking: words typed, signals ticked and choices made. tests/tools/search_score.py is the same in Python, where it is
// explained; every sum is made in the same order, so that both give the same numbers.

import { alike, matches, MOST_WRONG, sentencesOf } from "./matching.js";
import { readable, stemOf, typedWords, words } from "./words.js";

/** @typedef {import("./types.js").Index} Index */
/** @typedef {import("./types.js").Entry} Entry */
/** @typedef {import("./types.js").Because} Because */

const [NEARER, TOGETHER, WELL] = [0.5, 40, 0.4];

/**
 * The patterns that answer a wish, the best first, each with why; with choices alone those that fit all of them.
 * @param {Index} index
 * @param {import("./types.js").Wish} wish
 * @returns {import("./types.js").Result[]}
 */
export function rank(index, { words: text = "", signals = [], choices = {} }) {
  const { entries, weights } = index;
  const { scores, because } = byWords(index, text);
  const places = new Map(entries.map((entry, place) => [entry.id, place]));
  for (const id of new Set(signals)) {
    const signal = Object.hasOwn(index.data.signals, id) ? index.data.signals[id] : undefined;
    for (const [number, weight] of signal ? pointed(signal, entries, places, weights.signals) : []) {
      const place = /** @type {number} */ (places.get(number));
      scores.set(place, (scores.get(place) ?? 0) + weight);
      because.set(place, [...(because.get(place) ?? []), { kind: "signal", signal: id, stated: signal.stated }]);
    }
  }
  const chosen = Object.entries(choices).filter(([, choice]) => choice);
  const asked = text.trim() !== "" || signals.length > 0;
  /** @type {import("./types.js").Result[]} */
  const results = [];
  entries.forEach((entry, place) => {
    const fits = chosen.map(([kind, choice]) => [entry[kind] ?? []].flat().includes(choice));
    if (asked ? !scores.has(place) : !chosen.length || !fits.every(Boolean)) return;
    let score = scores.get(place) ?? 1;
    const why = because.get(place) ?? [];
    chosen.forEach(([kind], at) => {
      score *= fits[at] ? 1 : weights.choice;
      why.push({ kind: "choice", choice: kind, fits: fits[at] });
    });
    results.push({ pattern: entry.id, score: rounded(score), because: why });
  });
  return results.sort((one, other) => other.score - one.score || one.pattern - other.pattern);
}

/**
 * The place and score of the other pages that match words, the best first.
 * @param {Index} index
 * @param {string} text
 * @returns {[place: number, score: number][]}
 */
export function rankPages(index, text) {
  const { scores } = byWords(index, text);
  const found = [...scores].map(([place, score]) => /** @type {[number, number]} */ ([place, rounded(score)]));
  return found.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}

/**
 * The numbers of the patterns with words like those typed, for when nothing is found.
 * @param {Index} index
 * @param {string} text
 * @returns {number[]}
 */
export function near(index, text) {
  const counts = new Map();
  for (const word of typedWords(text, index.rules).slice(0, MOST_WRONG)) {
    for (const stem of alike(index, stemOf(word, index.rules), NEARER, 0).keys()) {
      for (const place of index.postings.get(stem)?.keys() ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const order = [...counts].sort((one, other) => other[1] - one[1] || index.entries[one[0]].id - index.entries[other[0]].id);
  return order.map(([place]) => index.entries[place].id);
}

/** @type {(score: number) => number} */
function rounded(score) {
  return Math.floor(score * 1e6 + 0.5) / 1e6;
}

/** @type {(index: Index, text: string) => {scores: Map<number, number>, because: Map<number, Because[]>}} */
function byWords(index, text) {
  const { weights, entries } = index;
  const profile = words(readable(text)).length >= weights.sentence_from ? 1 : 0;
  const scores = new Map();
  const covered = new Map();
  /** @type {Map<number, Because[]>} */
  const because = new Map();
  /** @type {[Map<string, number>, number][]} */
  const asked = [];
  let total = 0;
  for (const [word, found] of matches(index, text, profile)) {
    const best = new Map();
    for (const [stem, factor] of found) {
      for (const [place, counted] of /** @type {Map<number, import("./types.js").Counted>} */ (index.postings.get(stem))) {
        const value = factor * counted[profile];
        if (value > 0 && !(value <= best.get(place)?.[0])) best.set(place, [value, stem, counted[2]]);
      }
    }
    const rarity = Math.log(1 + (entries.length - best.size + 0.5) / (best.size + 0.5));
    total += rarity;
    asked.push([found, rarity]);
    for (const [place, [value, stem, field]] of best) {
      scores.set(place, (scores.get(place) ?? 0) + rarity * value);
      covered.set(place, (covered.get(place) ?? 0) + rarity);
      because.set(place, [...(because.get(place) ?? []), { kind: "word", typed: word, word: stem, field }]);
    }
  }
  const share = weights.coverage;
  for (const [place, score] of scores) scores.set(place, score * (1 - share + (share * covered.get(place)) / total));
  const best = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, TOGETHER);
  for (const [place, score] of asked.length > 1 ? best : []) {
    scores.set(place, score * (1 + weights.together * (together(sentencesOf(index, place), asked) / total)));
  }
  const top = [...scores.values()].reduce((most, score) => Math.max(most, score), 0);
  for (const [place, score] of scores) scores.set(place, score / top);
  const typed = words(readable(text)).join(" ");
  for (const [name, places] of typed.includes(" ") ? index.named : []) {
    for (const place of name.startsWith(typed) ? places : []) scores.set(place, (scores.get(place) ?? 0) + weights.begun);
  }
  for (const place of (typed && index.named.get(typed)) || []) {
    scores.set(place, (scores.get(place) ?? 0) + weights.named);
    if (typed === String(entries[place].id)) because.set(place, [...(because.get(place) ?? []), { kind: "word", typed, word: typed, field: "id" }]);
  }
  return { scores, because };
}

/** @type {(sentences: string[][], asked: [Map<string, number>, number][]) => number} */
function together(sentences, asked) {
  let most = 0;
  for (const stems of sentences) {
    let [matched, well] = [0, 0];
    for (const [found, rarity] of asked) {
      const value = stems.reduce((highest, stem) => Math.max(highest, found.get(stem) ?? 0), 0);
      matched += rarity * value;
      well += value > WELL ? 1 : 0;
    }
    if (well > 1) most = Math.max(most, matched);
  }
  return most;
}

/** @type {(signal: any, entries: Entry[], places: Map<number, number>, weights: any) => Map<number, number>} */
function pointed(signal, entries, places, weights) {
  const found = new Map();
  const put = (/** @type {number[]} */ numbers, /** @type {number} */ weight) => {
    for (const number of numbers) if (places.has(number) && !found.has(number)) found.set(number, weight);
  };
  put(signal.begin, weights.begin);
  put(signal.then, weights.then);
  for (const number of signal.begin) if (places.has(number)) put(entries[places.get(number) ?? 0].ties, weights.tie);
  return found;
}
