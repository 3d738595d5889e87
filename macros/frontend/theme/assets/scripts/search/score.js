// The ranking: words typed, signals ticked and choices made. macros/search/ is the same in Python, where it is
// explained; every sum is made in the same order, so that both give the same numbers.

import { readable, rulesFrom, stemOf, typedWords, words } from "./words.js";

/**
 * @typedef {{[field: string]: any}} Entry a pattern or page as the index has it
 * @typedef {{words?: string, signals?: string[], choices?: {[kind: string]: string}}} Wish
 * @typedef {{kind: "word", typed: string, word: string, field: string}
 *   | {kind: "signal", signal: string, stated: boolean}
 *   | {kind: "choice", choice: string, fits: boolean}} Because
 * @typedef {{pattern: number, score: number, because: Because[]}} Result
 * @typedef {[few: number, sentence: number, field: string]} Counted what a stem counts in an entry
 * @typedef {{data: any, entries: Entry[], weights: any, rules: import("./words.js").Rules,
 *   postings: Map<string, Map<number, Counted>>, stems: string[], pairs: Map<string, Set<string>>,
 *   named: Map<string, number[]>, sentences: Map<number, string[][]>}} Index
 *   named: a name in any edition or a number, as typed -> places; sentences: the stems of each text of a place
 */

const SHOWN = ["name", "keywords", "summary", "situations", "signals", "other_name", "problem"];
const STEP = 56;
const FIRST_STEP = 35;
const PREFIX = 3;
const INSIDE = 4;
const PART = 4;
const BEGINS = 5;
const TYPO = 4;
const TWO_TYPOS = 8;
const ALIKE = 0.6;
const NEARER = 0.5;
const SENTENCES = ["name", "keywords", "summary", "situations", "signals", "problem"];
const TOGETHER = 40;
const WELL = 0.4;
const MOST_WRONG = 8;

/**
 * Makes an index ready to rank.
 * @param {any} data as macros/search/index.py made it
 * @returns {Index}
 */
export function prepare(data) {
  const { entries, weights, words: written } = data;
  /** @type {Index} */
  const index = { data, entries, weights, rules: rulesFrom(data.rules), postings: new Map(), stems: [], pairs: new Map(), named: new Map(), sentences: new Map() };
  for (const field of SHOWN) addShown(index, field);
  for (const field of Object.keys(written)) {
    const [few, sentence] = weights.fields[field];
    for (const one of written[field] ? written[field].split(" ") : []) {
      const stem = one.slice(0, one.indexOf(":"));
      let place = 0;
      for (const character of one.slice(stem.length + 1)) {
        place += character === "~" ? STEP : character.charCodeAt(0) - FIRST_STEP;
        if (character !== "~") add(index, stem, place, few, sentence, field);
      }
    }
  }
  index.stems = [...index.postings.keys()].sort();
  index.pairs = new Map(index.stems.map((stem) => [stem, pairsOf(stem)]));
  entries.forEach((/** @type {Entry} */ entry, /** @type {number} */ place) => {
    for (const name of new Set(textsOf(entry, ["name", "other_name"]).concat(String(entry.id ?? "")))) {
      const typed = words(name).join(" ");
      index.named.set(typed, [...(index.named.get(typed) ?? []), place]);
    }
  });
  return index;
}

/**
 * The texts of some fields of an entry.
 * @param {Entry} entry
 * @param {string[]} fields
 * @returns {string[]}
 */
export function textsOf(entry, fields) {
  return fields.flatMap((field) => entry[field] ?? []);
}

/** @type {(index: Index, field: string) => void} */
function addShown(index, field) {
  const [few, sentence] = index.weights.fields[field];
  const { saturation: k, length: b } = index.weights;
  const found = index.entries.map((entry) => textsOf(entry, [field]).flatMap((text) => words(text).map((word) => stemOf(word, index.rules))));
  const average = found.reduce((sum, stems) => sum + stems.length, 0) / found.length;
  found.forEach((stems, place) => {
    const counts = new Map();
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [stem, count] of counts) {
      const value = (count * (k + 1)) / (count + k * (1 - b + (b * stems.length) / average));
      add(index, stem, place, few * value, sentence * value, field);
    }
  });
}

/** @type {(index: Index, stem: string, place: number, few: number, sentence: number, field: string) => void} */
function add({ postings }, stem, place, few, sentence, field) {
  const places = postings.get(stem) ?? new Map();
  postings.set(stem, places);
  const before = places.get(place);
  places.set(place, before ? [before[0] + few, before[1] + sentence, before[2]] : [few, sentence, field]);
}

/** @type {(stem: string) => Set<string>} */
function pairsOf(stem) {
  return new Set(Array.from({ length: Math.max(0, stem.length - 1) }, (_, at) => stem.slice(at, at + 2)));
}

/**
 * Finds for each word of a query the stems that it matches, and how well.
 * @type {(index: Index, typed: string[], profile: number) => [string, Map<string, number>][]}
 */
export function matches(index, typed, profile) {
  let wrong = 0;
  return typed.map((word, at) => {
    const stem = stemOf(word, index.rules);
    let found = expansions(index, word, stem, profile);
    for (const pair of [at - 1, at]) {
      const joined = pair >= 0 && pair + 1 < typed.length ? stemOf(typed[pair] + typed[pair + 1], index.rules) : "";
      if (joined && index.postings.has(joined)) keep(index, found, joined, "joined", profile);
    }
    if (!found.size && wrong++ < MOST_WRONG) found = misspelt(index, stem, profile);
    return [word, found];
  });
}

/** @type {(index: Index, word: string, stem: string, profile: number) => Map<string, number>} */
function expansions(index, word, stem, profile) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const exact of [stem, stemOf(index.rules.numbers.get(word) ?? "", index.rules)]) {
    if (index.postings.has(exact)) keep(index, found, exact, "exact", profile);
  }
  if (stem.length < PREFIX) return found;
  for (const other of index.stems) {
    const at = other.length > stem.length ? other.indexOf(stem) : -1;
    if (at >= 0) keep(index, found, other, within(index, other, stem, at), profile);
    else if (other.length >= PART && stem.length > other.length) {
      if (isCompound(index, stem, other)) keep(index, found, other, "compound_of", profile);
      else if (other.length >= BEGINS && stem.startsWith(other)) keep(index, found, other, "begins_query", profile);
    }
  }
  return found;
}

/** @type {(index: Index, longer: string, stem: string, at: number) => string} */
function within(index, longer, stem, at) {
  if (stem.length >= PART && isCompound(index, longer, stem)) return "part_of_compound";
  return at === 0 ? "prefix" : stem.length >= INSIDE ? "inside" : "";
}

/**
 * Says whether what is left of a word without a part is a word too, but for what links them.
 * @type {(index: Index, longer: string, part: string) => boolean}
 */
function isCompound(index, longer, part) {
  const { links } = index.rules;
  if (longer.startsWith(part)) {
    const left = longer.slice(part.length);
    return links.some((link) => left.startsWith(link) && isWord(index, left.slice(link.length)));
  }
  if (!longer.endsWith(part)) return false;
  const left = longer.slice(0, longer.length - part.length);
  return links.some((link) => left.endsWith(link) && isWord(index, left.slice(0, left.length - link.length)));
}

/** @type {(index: Index, stem: string) => boolean} */
function isWord({ postings, rules }, stem) {
  return stem.length >= PART && (postings.has(stem) || postings.has(stemOf(stem, rules)));
}

/** @type {(index: Index, stem: string, profile: number) => Map<string, number>} */
function misspelt(index, stem, profile) {
  const most = stem.length >= TWO_TYPOS ? 2 : stem.length >= TYPO ? 1 : 0;
  const found = new Map();
  for (const other of most ? index.stems : []) {
    if (Math.abs(other.length - stem.length) <= most && edits(stem, other, most) <= most) {
      keep(index, found, other, "typo", profile);
    }
  }
  return found.size ? found : alike(index, stem, ALIKE, profile);
}

/** @type {(index: Index, stem: string, least: number, profile: number) => Map<string, number>} */
function alike(index, stem, least, profile) {
  const own = pairsOf(stem);
  const found = new Map();
  for (const [other, theirs] of index.pairs) {
    const all = own.size + theirs.size;
    if (all === 0 || 2 * Math.min(own.size, theirs.size) < least * all) continue;
    let shared = 0;
    for (const pair of own) if (theirs.has(pair)) shared += 1;
    if (2 * shared >= least * all) keep(index, found, other, "alike", profile);
  }
  return found;
}

/** @type {(index: Index, found: Map<string, number>, stem: string, kind: string, profile: number) => void} */
function keep({ weights }, found, stem, kind, profile) {
  const weight = kind ? weights.match[kind][profile] : 0;
  if (weight > (found.get(stem) ?? 0)) found.set(stem, weight);
}

/** @type {(one: string, other: string, most: number) => number} */
function edits(one, other, most) {
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const earlier = before;
    before = row;
    row = [at];
    for (let to = 1; to <= other.length; to++) {
      const wrong = one[at - 1] === other[to - 1] ? 0 : 1;
      let cost = Math.min(before[to] + 1, row[to - 1] + 1, before[to - 1] + wrong);
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (swapped) cost = Math.min(cost, earlier[to - 2] + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[other.length];
}

/**
 * The patterns that answer a wish, the best first, each with why; with choices alone those that fit all of them.
 * @param {Index} index
 * @param {Wish} wish
 * @returns {Result[]}
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
  /** @type {Result[]} */
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
  for (const [word, found] of matches(index, typedWords(text, index.rules), profile)) {
    const best = new Map();
    for (const [stem, factor] of found) {
      for (const [place, counted] of /** @type {Map<number, Counted>} */ (index.postings.get(stem))) {
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
  for (const [place, score] of scores) {
    scores.set(place, score * (1 - share + (share * covered.get(place)) / total));
  }
  const best = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, TOGETHER);
  for (const [place, score] of asked.length > 1 ? best : []) {
    scores.set(place, score * (1 + weights.together * (together(sentencesOf(index, place), asked) / total)));
  }
  const top = [...scores.values()].reduce((most, score) => Math.max(most, score), 0);
  for (const [place, score] of scores) scores.set(place, score / top);
  const typed = words(readable(text)).join(" ");
  for (const place of (typed && index.named.get(typed)) || []) {
    scores.set(place, (scores.get(place) ?? 0) + weights.named);
    const isNumber = typed === String(entries[place].id);
    if (isNumber) because.set(place, [...(because.get(place) ?? []), { kind: "word", typed, word: typed, field: "id" }]);
  }
  return { scores, because };
}

/** @type {(index: Index, place: number) => string[][]} */
function sentencesOf({ entries, rules, sentences }, place) {
  const known = sentences.get(place) ?? textsOf(entries[place], SENTENCES).map((text) => words(text).map((word) => stemOf(word, rules)));
  sentences.set(place, known);
  return known;
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
