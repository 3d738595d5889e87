// Words as search compares them: folded, and stemmed by the rules that the index carries. macros/language/search_words.py is the same in Python.

/** @typedef {import("./types.js").Rules} Rules */

/** Characters of a query that are read. */
export const LONGEST_QUERY = 200;
/** Words that say something together. */
export const LONGEST_PHRASE = 5;
const LONGEST_WORD = 40;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l" };

/**
 * The words of a text in order: lower case, without accents and signs that nobody sees.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  let folded = text.normalize("NFD").replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, "").toLowerCase().replace(/[’‘ʼ`´]/g, "'");
  for (const [letter, plain] of Object.entries(LETTERS)) folded = folded.replaceAll(letter, plain);
  return (folded.match(/[a-z0-9]+(?:'[a-z0-9]+)*/g) ?? []).map((word) =>
    word.replace(/'s$/, "").replaceAll("'", "").slice(0, LONGEST_WORD),
  );
}

/**
 * The first characters of a query, counted as Python counts them.
 * @param {string} text
 */
export function readable(text) {
  return Array.from(text.slice(0, 2 * LONGEST_QUERY)).slice(0, LONGEST_QUERY).join("");
}

/**
 * @param {any} data as the index carries it
 * @returns {Rules}
 */
export function rulesFrom(data) {
  const numbers = new Map(/** @type {[string, string][]} */ (Object.entries(data.numbers)));
  return { ...data, stop: new Set(data.stop.split(" ")), numbers, particles: data.particles.split(" "), stems: new Map() };
}

/**
 * The stem of a folded word; one with a digit in it stays as it is.
 * @param {string} word
 * @param {Rules} rules
 */
export function stemOf(word, rules) {
  const known = rules.stems.get(word);
  if (known !== undefined || /[0-9]/.test(word)) return known ?? word;
  let stem = word;
  for (const endings of rules.endings) {
    const fits = endings.find(([ending, , before]) => stem.endsWith(ending) && stem.length - ending.length >= before);
    if (fits) stem = stem.slice(0, stem.length - fits[0].length) + fits[1];
  }
  for (const [old, plain] of rules.replace) stem = stem.replaceAll(old, plain);
  rules.stems.set(word, stem);
  return stem;
}

/**
 * The words of a query that count, each once: without stop words, unless nothing is left.
 * @param {string} text
 * @param {Rules} rules
 * @returns {string[]}
 */
export function typedWords(text, rules) {
  const typed = [...new Set(words(readable(text)))];
  const counting = typed.filter((word) => !rules.stop.has(word));
  return counting.length ? counting : typed;
}
