// Taking a bundle along: as an appendix on the clipboard, as a Word document, as Markdown, on paper.

import { copyAndSay, say } from "./clipboard.js";
import { compose } from "./compose.js";
import { nameToday, save } from "./files.js";
import { layOut } from "./handout.js";
import { markdownOf } from "./markdown.js";
import { partAt, partThere, wordPiecesAt } from "./parts.js";
import { WORD, wordOf } from "./word.js";

/** @typedef {import("./bundle.js").Item} Item */
/** @typedef {import("./rows.js").Pattern} Pattern */
/** @typedef {Item & {chapter: number, part: import("./parts.js").Part}} Entry */

/**
 * Connects the buttons.
 * @param {HTMLElement} bench
 * @param {() => Item[]} items the bundle as it stands
 * @param {Map<number, Pattern>} patterns
 * @param {{words: Record<string, string>, shell: string, file: string}} data of the page: what it says, where the empty
 *   Word document is, and what the names of files begin with
 */
export function connectTaking(bench, items, patterns, { words, shell, file }) {
  const said = /** @type {HTMLElement} */ (bench.querySelector("[data-part=taken]"));
  const box = /** @type {HTMLElement} */ (bench.querySelector(".to-select"));
  const shape = /** @type {HTMLSelectElement} */ (bench.querySelector("[name=shape]"));
  const handout = /** @type {HTMLElement} */ (document.querySelector("#handout"));

  /** @param {string} missing */
  const sayMissing = (missing) => say(said, words.bundle_missing.replace("{numbers}", missing));

  /**
   * @param {BlobPart} content
   * @param {string} type
   * @param {string} ending
   */
  function saveAs(content, type, ending) {
    const name = nameToday(file, ending);
    save(content, type, name);
    say(said, words.bundle_saved.replace("{name}", name));
  }

  /** @returns {Promise<Entry[] | undefined>} the bundle with its texts; nothing when one could not be fetched */
  async function whole() {
    await Promise.allSettled(items().map(({ id }) => partAt(patterns.get(id)?.part ?? "")));
    const { entries, missing } = fetched();
    if (missing) {
      sayMissing(missing);
      return undefined;
    }
    return entries;
  }

  /** @returns {{entries: Entry[], missing: string}} what can be taken along at this moment, and the numbers of the rest */
  function fetched() {
    /** @type {Entry[]} */
    const entries = [];
    const missing = [];
    for (const item of items()) {
      const pattern = patterns.get(item.id);
      const part = partThere(pattern?.part ?? "");
      if (part) {
        entries.push({ ...item, chapter: pattern?.chapter ?? 0, part });
      } else {
        missing.push(item.id);
      }
    }
    return { entries, missing: missing.join(", ") };
  }

  const acts = /** @type {Record<string, (entries: Entry[]) => void>} */ ({
    copy: (entries) => {
      const piece = compose(entries, shape.value, words.bundle_our_note);
      return copyAndSay(piece, words.copied_bundle, [shape], { said, box, words });
    },
    word: async (entries) => {
      try {
        const pieces = await Promise.all(entries.map(({ id }) => wordPiecesAt(patterns.get(id)?.word ?? "")));
        const dressed = entries.map((entry, at) => ({ ...entry, pieces: pieces[at] }));
        const document = wordOf(await partAt(shell), dressed, words.bundle_title, words.bundle_our_note);
        saveAs(await document, WORD, "docx");
      } catch {
        sayMissing("Word");
      }
    },
    markdown: (entries) =>
      saveAs(markdownOf(entries, words.bundle_title, words.bundle_our_note), "text/markdown", "md"),
    print: () => print(),
  });
  for (const [name, act] of Object.entries(acts)) {
    bench.querySelector(`[data-do=${name}]`)?.addEventListener("click", async () => {
      const entries = await whole();
      if (entries) {
        act(entries);
      }
    });
  }
  // The browser's own menu prints the same as the button.
  addEventListener("beforeprint", () => {
    const { entries, missing } = fetched();
    layOut(handout, entries, words.bundle_our_note);
    handout.hidden = entries.length === 0;
    if (missing) {
      sayMissing(missing);
    }
  });
  addEventListener("afterprint", () => {
    handout.hidden = true;
  });
}
