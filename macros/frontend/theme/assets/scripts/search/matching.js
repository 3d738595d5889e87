// Which stems of an index the words of a query match, and how well. tests/tools/search_matching.py is the same in Python,
// where it is explained.

import { LONGEST_PHRASE, readable, rulesFrom, stemOf, typedWords, words } from "./words.js";

/** @typedef {import("./types.js").Index} Index */
/** @typedef {import("./types.js").Entry} Entry */

const SHOWN = ["name", "keywords", "summary", "situations", "signals", "other_name", "problem"];
const [STEP, FIRST_STEP] = [34, 58];
/** A stem as the index has it: letters shared with the one before, the rest, steps from place to place. */
const STEM = /([0-9])([a-z0-9]*)([:-[~]+)/g;
const [PREFIX, INSIDE, PART, BEGINS] = [3, 4, 4, 5];
const [VERB, TYPO, TWO_TYPOS] = [4, 4, 8];
const ALIKE = 0.6;
const SENTENCES = ["name", "keywords", "summary", "situations", "signals", "problem"];
/** Words of a query that are compared with every word. */
export const MOST_WRONG = 8;

/**
 * Makes an index ready to rank.
 * @param {any} data as macros/search/index.py made it
 * @returns {Index}
 */
export function prepare(data) {
  const { weights, words: written } = data;
  const entries = rows(data.entries);
  /** @type {Index} */
  const index = { data, entries, weights, rules: rulesFrom(data.rules), postings: new Map(), stems: [], pairs: new Map(), everyday: new Map(), named: new Map(), sentences: new Map() };
  for (const field of SHOWN) addShown(index, field);
  for (const field of Object.keys(written)) {
    const [few, sentence] = weights.fields[field];
    let stem = "";
    for (const [, shared, rest, steps] of written[field].matchAll(STEM)) {
      stem = stem.slice(0, shared) + rest;
      let place = 0;
      for (const character of steps) {
        place += character === "~" ? STEP : character.charCodeAt(0) - FIRST_STEP;
        if (character !== "~") add(index, stem, place, few, sentence, field);
      }
    }
  }
  index.stems = [...index.postings.keys()].sort();
  index.pairs = new Map(index.stems.map((stem) => [stem, pairsOf(stem)]));
  for (const [said, ours] of data.everyday ?? []) {
    const known = ours.split(" ").filter((/** @type {string} */ stem) => index.postings.has(stem));
    for (const one of said.split(",")) index.everyday.set(one, [...(index.everyday.get(one) ?? []), ...known]);
  }
  entries.forEach((/** @type {Entry} */ entry, /** @type {number} */ place) => {
    const names = textsOf(entry, ["name", "other_name"]).concat(String(entry.id ?? "")).map(words);
    for (const typed of new Set([" ", ""].flatMap((between) => names.map((name) => name.join(between))))) {
      index.named.set(typed, [...(index.named.get(typed) ?? []), place]);
    }
  });
  return index;
}

/**
 * The entries of an index, which holds the values of each field side by side.
 * @param {{[field: string]: any[]}} columns
 * @returns {Entry[]}
 */
function rows(columns) {
  /** @type {Entry[]} */
  const entries = [];
  for (const [field, values] of Object.entries(columns)) {
    values.forEach((value, place) => {
      entries[place] ??= {};
      if (value !== null) entries[place][field] = value;
    });
  }
  return entries;
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
 * @type {(index: Index, text: string, profile: number) => [string, Map<string, number>][]}
 */
export function matches(index, text, profile) {
  let wrong = 0;
  const typed = typedWords(text, index.rules);
  const [verbs, phrases] = together(index, text);
  /** @type {[string, Map<string, number>][]} */
  const answers = typed.map((word, at) => {
    const stem = stemOf(word, index.rules);
    let found = expansions(index, word, stem, profile);
    for (const pair of [at - 1, at]) {
      const joined = pair >= 0 && pair + 1 < typed.length ? stemOf(typed[pair] + typed[pair + 1], index.rules) : "";
      if (joined && index.postings.has(joined)) keep(index, found, joined, "joined", profile);
    }
    for (const whole of verbs.get(word) ?? []) keep(index, found, whole, "joined", profile);
    for (const ours of (profile || !index.postings.has(stem) ? index.everyday.get(stem) : undefined) ?? []) keep(index, found, ours, "everyday", profile);
    verbs.delete(word);
    if (Math.max(0, ...found.values()) < index.weights.match.prefix[profile] && wrong++ < MOST_WRONG) {
      found = new Map([...misspelt(index, stem, profile), ...found]);
    }
    return [word, found];
  });
  for (const [said, wholes] of [...verbs, ...phrases]) {
    const found = new Map();
    for (const whole of wholes) keep(index, found, whole, phrases.get(said) === wholes ? "phrase" : "joined", profile);
    answers.push([said, found]);
  }
  return answers;
}

/** @type {(index: Index, text: string) => Map<string, string[]>[]} verbs and what stands apart from them, and a few words that say something */
function together({ rules, postings, everyday }, text) {
  const [verbs, phrases] = [new Map(), new Map()];
  const said = words(readable(text));
  const stems = said.map((word) => stemOf(word, rules));
  for (const [at, verb] of said.entries()) {
    for (const particle of verb.length >= VERB ? said.slice(at + 1) : []) {
      const whole = rules.particles.includes(particle) ? stemOf(particle + verb, rules) : "";
      if (postings.has(whole)) verbs.set(verb, [...(verbs.get(verb) ?? []), whole]);
    }
    for (let end = at + 2; end <= Math.min(at + LONGEST_PHRASE, said.length); end++) {
      const ours = everyday.get(stems.slice(at, end).join(" "));
      if (ours?.length) phrases.set(said.slice(at, end).join(" "), ours);
    }
  }
  return [verbs, phrases];
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
export function alike(index, stem, least, profile) {
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

/** @type {(index: Index, place: number) => string[][]} */
export function sentencesOf({ entries, rules, sentences }, place) {
  const known = sentences.get(place) ?? textsOf(entries[place], SENTENCES).map((text) => words(text).map((word) => stemOf(word, rules)));
  sentences.set(place, known);
  return known;
}
