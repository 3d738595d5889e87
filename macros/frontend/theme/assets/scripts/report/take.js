// Taking a bundle along: as an appendix on the clipboard, as a Word document, as Markdown, on paper.

import { filled } from "../sentences.js";
import { copyAndSay, say } from "./clipboard.js";
import { compose } from "./compose.js";
import { saveAndSay } from "./files.js";
import { inShort, sheetsOf, withBreaks } from "./handout.js";
import { escaped, markdownOf } from "./markdown.js";
import { partAt, partThere, wordPiecesAt } from "./parts.js";
import { tableOf, wordTable } from "./table.js";
import { documentOf, WORD, wordOf, Words } from "./word.js";

/** @typedef {import("./bundle.js").Item} Item */
/** @typedef {import("./rows.js").Pattern} Pattern */
/** @typedef {import("./table.js").Row} Row */
/** @typedef {Item & {chapter: number, part: import("./parts.js").Part}} Entry */
/** @typedef {"whole" | "brief" | "summary" | "table"} Kind what is taken along of every pattern */

/**
 * Connects the buttons.
 * @param {HTMLElement} bench
 * @param {() => Item[]} items the bundle as it stands
 * @param {Map<number, Pattern>} patterns
 * @param {{words: Record<string, string>, shell: string, files: Record<Kind, string>, head: Row, end: Row}} data of the
 *   page: what it says, where the empty Word document is, what the names of files begin with, the head of a table, and
 *   what closes a bundle in short
 */
export function connectTaking(bench, items, patterns, { words, shell, files, head, end }) {
  const said = /** @type {HTMLElement} */ (bench.querySelector("[data-part=taken]"));
  const box = /** @type {HTMLElement} */ (bench.querySelector(".to-select"));
  const shape = /** @type {HTMLSelectElement} */ (bench.querySelector("[name=shape]"));
  const what = /** @type {HTMLSelectElement} */ (bench.querySelector("[name=what]"));
  const handout = /** @type {HTMLElement} */ (document.querySelector("#handout"));

  /** @param {string} missing */
  const sayMissing = (missing) => say(said, filled(words.bundle_missing, { numbers: missing }));

  /**
   * @param {BlobPart} content
   * @param {string} type
   * @param {string} ending
   */
  function saveAs(content, type, ending) {
    saveAndSay(content, type, [files[kind()], ending], { said, words });
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

  const kind = () => /** @type {Kind} */ (what.value);
  const inTable = () => kind() === "table";
  const wholly = () => kind() === "whole";

  /**
   * @template {object} T
   * @param {T & Partial<Record<Kind, object>>} text a pattern, with itself in short
   * @returns {T} the text that was chosen
   */
  const chosenOf = (text) => ({ ...text, ...text[kind()] });

  /** @param {Entry[]} entries */
  const chosen = (entries) => entries.map((entry) => ({ ...entry, part: chosenOf(entry.part) }));

  /** @param {Entry[]} entries */
  const tabled = (entries) => tableOf(entries, head, words.bundle_our_note);

  /**
   * @param {import("./compose.js").Piece} piece
   * @returns {import("./compose.js").Piece} with what closes it, where its patterns are in short
   */
  const closed = (piece) =>
    wholly() ? piece : {
      html: `${piece.html}<div lang="${document.documentElement.lang}">${end.html}</div>`,
      text: `${piece.text}\n\n${end.text}`,
    };

  const acts = /** @type {Record<string, (entries: Entry[]) => void>} */ ({
    copy: (entries) => {
      const piece = inTable() ? tabled(entries) : compose(chosen(entries), shape.value, words.bundle_our_note);
      return copyAndSay(closed(piece), words.copied_bundle, [what, shape], { said, box, words });
    },
    word: async (entries) => {
      try {
        const piecesAt = wholly() ? wordPiecesAt : partAt; // in short there are no pictures
        const pieces = await Promise.all(entries.map(({ id }) => piecesAt(patterns.get(id)?.word ?? "")));
        const empty = await partAt(shell);
        const own = new Words(empty.language, words.bundle_our_note);
        const dressed = entries.map((entry, at) => ({
          ...entry,
          pieces: wholly() ? pieces[at] : { ...chosenOf(pieces[at]), images: {} },
        }));
        const told = inTable() ? wordTable(dressed, empty.table, own) : wordOf(dressed, own, wholly());
        if (!wholly()) {
          told.body += empty.closing.body;
          told.links += empty.closing.links;
        }
        saveAs(await documentOf(empty, words.bundle_title, own, told), WORD, "docx");
      } catch {
        sayMissing("Word");
      }
    },
    markdown: (entries) => {
      const told = inTable()
        ? `# ${escaped(words.bundle_title)}\n\n${tabled(entries).markdown}`
        : markdownOf(chosen(entries), words.bundle_title, words.bundle_our_note);
      saveAs(wholly() ? told : `${told}\n${end.markdown}\n`, "text/markdown", "md");
    },
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
    const sheets = inTable()
      ? [withBreaks(tabled(entries).element)]
      : sheetsOf(chosen(entries), wholly() ? "2" : "3", words.bundle_our_note);
    handout.replaceChildren(...(wholly() ? sheets : inShort(words.bundle_title, sheets, end.html)));
    handout.classList.toggle("handout-short", !wholly());
    handout.hidden = entries.length === 0;
    if (missing) {
      sayMissing(missing);
    }
  });
  addEventListener("afterprint", () => {
    handout.hidden = true;
  });
}
