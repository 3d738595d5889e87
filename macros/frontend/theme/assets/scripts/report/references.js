// The references of a bundle: all notes, a list of references, and one file for a reference manager.

import { filled } from "../sentences.js";
import { copyAndSay, say } from "./clipboard.js";
import { saveAndSay } from "./files.js";
import { answerAt, partAt } from "./parts.js";

/** @typedef {import("./clipboard.js").Piece} Piece */
/** @typedef {{order: string, year: number, note: Piece, author_date: Piece, in_text: Piece}} Cited
 *   `order`: where it stands in a list. In `author_date` and `in_text` stands LETTER behind the year. */

const LETTER = "{letter}";
const TYPES = { bib: "application/x-bibtex", ris: "application/x-research-info-systems", json: "application/json" };

/**
 * Connects the buttons.
 * @param {HTMLElement} bench
 * @param {() => {id: number}[]} items the bundle as it stands
 * @param {Map<number, {part: string, cited: string}>} patterns where the text of each is, and its citation as CSL-JSON
 * @param {{words: Record<string, string>, citations: string}} data of the page: what it says, and what the names of files
 *   of references begin with
 */
export function connectReferences(bench, items, patterns, { words, citations }) {
  const said = /** @type {HTMLElement} */ (bench.querySelector("[data-part=cited]"));
  const box = /** @type {HTMLElement} */ (said.parentElement?.querySelector(".to-select"));

  /**
   * @template T
   * @param {(pattern: {part: string, cited: string}) => Promise<T>} fetched
   * @returns {Promise<T[] | undefined>} one of each pattern in the bundle; nothing when one could not be fetched
   */
  async function ofEach(fetched) {
    const numbers = items().map(({ id }) => id);
    const asked = numbers.map((id) => fetched(patterns.get(id) ?? { part: "", cited: "" }));
    const answers = await Promise.allSettled(asked);
    const missing = numbers.filter((_, at) => answers[at].status === "rejected");
    if (missing.length) {
      say(said, filled(words.bundle_missing, { numbers: missing.join(", ") }));
      return undefined;
    }
    return Promise.all(asked);
  }

  const cited = () => ofEach(async ({ part }) => /** @type {Cited} */ ((await partAt(part)).cited));
  const acts = /** @type {Record<string, () => Promise<unknown>>} */ ({
    notes: async () => copyLines((await cited())?.map(({ note }) => note), words.copied_notes),
    references: async () => copyLines(listed((await cited()) ?? [], "author_date"), words.copied_references),
    in_text: async () => copyLines(listed((await cited()) ?? [], "in_text"), words.copied_in_text),
  });

  /**
   * @param {Piece[] | undefined} pieces
   * @param {string} what in words
   */
  async function copyLines(pieces, what) {
    if (pieces?.length) {
      const lines = pieces.map(({ html }) => `<p>${html}</p>`).join("");
      const html = `<div lang="${document.documentElement.lang}">${lines}</div>`;
      await copyAndSay({ html, text: pieces.map(({ text }) => text).join("\n") }, what, [], { said, box, words });
    }
  }

  /** @param {keyof typeof TYPES} ending */
  async function saveFile(ending) {
    const texts = await ofEach(({ cited }) => textAt(cited.replace(/json$/, ending)));
    if (texts) {
      const whole = ending === "json" ? joined(texts) : texts.join("");
      saveAndSay(whole, TYPES[ending], [citations, ending], { said, words });
    }
  }

  for (const [name, act] of Object.entries(acts)) {
    bench.querySelector(`[data-do=${name}]`)?.addEventListener("click", act);
  }
  for (const ending of /** @type {(keyof typeof TYPES)[]} */ (Object.keys(TYPES))) {
    bench.querySelector(`[data-do=${ending}]`)?.addEventListener("click", () => saveFile(ending));
  }
}

/** @param {string[]} texts lists as JSON */
function joined(texts) {
  return `${JSON.stringify(texts.flatMap((one) => JSON.parse(one)), undefined, 1)}\n`;
}

/** @param {string} address */
const textAt = async (address) => (await answerAt(address)).text();

/**
 * Puts references in the order of a list; those of one year are told apart by a letter behind it.
 * @param {Cited[]} some
 * @param {"author_date" | "in_text"} style
 * @returns {Piece[]}
 */
function listed(some, style) {
  const ordered = [...some].sort((one, two) => (one.order < two.order ? -1 : Number(one.order > two.order)));
  return ordered.map(({ year, [style]: { html, text } }, place) => {
    const before = ordered.slice(0, place).filter((one) => one.year === year).length;
    const letter = ordered.filter((one) => one.year === year).length > 1 ? letterOf(before) : "";
    return { html: html.replace(LETTER, letter), text: text.replace(LETTER, letter) };
  });
}

/**
 * @param {number} place
 * @returns {string} a, b, … z, aa, ab
 */
function letterOf(place) {
  const before = Math.floor(place / 26);
  return (before ? letterOf(before - 1) : "") + String.fromCharCode("a".charCodeAt(0) + (place % 26));
}
