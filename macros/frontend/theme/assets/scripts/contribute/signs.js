// What in a text may identify a person, as macros/contributions/signals.py finds it. Finding nothing proves nothing.

/** @typedef {{kind: string, name: string, find: string, case: boolean, needs: string}} Signal */
/** @typedef {{start: number, end: number, kind: string, name: string}} Sign */

/** @type {Record<string, (written: string, plain: Set<string>) => boolean>} name of a test -> whether what was found passes it */
const TESTS = {
  "eleven-test": (written) => {
    const digits = written.replace(/[^0-9]/g, "").padStart(9, "0");
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at < 8 ? 9 - at : -1), 0);
    return Number(digits) > 0 && sum % 11 === 0;
  },
  account: (written) => {
    const plain = written.replace(/[^A-Za-z0-9]/g, "");
    const digits = [...(plain.slice(4) + plain.slice(0, 4))].map((one) => parseInt(one, 36)).join("");
    return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
  },
  name: (written, plain) =>
    written === written.toLowerCase() || written.split(/\s+/).some((word) => {
      const first = word.split(/['’.-]/)[0];
      return /^\p{Lu}/u.test(first) && !plain.has(first);
    }),
};

/**
 * Prepares to look, once for a page.
 * @param {{signs: Signal[], rare: Signal[], plain: string[]}} data
 * @returns {(texts: string[]) => Sign[][]} what each answer of one person holds, in order; no two overlap
 */
export function finder({ signs, rare, plain }) {
  const known = new Set(plain);
  const all = signs.map(compiled);
  const together = rare.map(compiled);
  const both = (/** @type {string} */ text) => {
    const spaced = text.replace(/\s/g, " ");
    /** @type {Sign[]} */
    const taken = [];
    const free = (/** @type {Compiled} */ signal) =>
      found(signal, spaced, known).filter((one) => taken.every((other) => one.end <= other.start || other.end <= one.start));
    for (const signal of all) {
      taken.push(...free(signal));
    }
    return { taken, rareOnes: together.flatMap(free) };
  };
  return (texts) => {
    const found = texts.map(both);
    const combined = new Set(found.flatMap(({ rareOnes }) => rareOnes.map(({ kind }) => kind))).size > 1;
    return found.map(({ taken, rareOnes }) => [...taken, ...(combined ? apart(rareOnes) : [])].sort(inOrder));
  };
}

/** @typedef {{signal: Signal, expression: RegExp}} Compiled */

/**
 * @param {Signal} signal
 * @returns {Compiled}
 */
function compiled(signal) {
  return { signal, expression: new RegExp(signal.find, signal.case ? "g" : "gi") };
}

/**
 * @param {Compiled} compiled
 * @param {string} text
 * @param {Set<string>} plain
 * @returns {Sign[]}
 */
function found({ signal, expression }, text, plain) {
  const test = TESTS[signal.needs];
  return [...text.matchAll(expression)]
    .filter(([written]) => written && (!test || test(written, plain)))
    .map(({ 0: written, index }) => ({ start: index, end: index + written.length, kind: signal.kind, name: signal.name }));
}

/** @param {Sign[]} signs */
function apart(signs) {
  let end = 0;
  return [...signs].sort(inOrder).filter((one) => {
    const free = one.start >= end;
    end = free ? one.end : end;
    return free;
  });
}

/**
 * @param {Sign} one
 * @param {Sign} other
 */
function inOrder(one, other) {
  return one.start - other.start || one.end - other.end;
}
