// A bundle as a Word document: its pieces were prepared by the exporter of the site, and are joined here.

import { grouped, paragraphs } from "./compose.js";
import { zip } from "./zip.js";

/** @typedef {Record<string, Uint8Array<ArrayBuffer>>} Images the bytes of pictures by the names of their files */
/** @typedef {{body: string, links: string, lists: string, place: string, leads: Record<string, string>,
 *   images: Images}} Pieces what a pattern adds to the document: XML; the name of its own place, and of the places that
 *   its links lead to; and its pictures */
/** @typedef {{body: string, links: string, lists?: string, images?: Images}} Told what a document holds below its title */
/** @typedef {"body" | "links" | "lists" | "title" | "created" | "modified"} Piece */
/** @typedef {{language: string, parts: Record<string, string>, before: Record<Piece, [string, string]>}} Shell
 *   the files of an empty document and its language, and before which text in which of them the pieces come */
/** @typedef {{heading: string, note: string, pieces: Pieces}} Entry */

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const END = "</w:p>";

/**
 * @param {Entry[]} entries
 * @param {Words} own
 * @param {boolean} newPages whether every pattern begins a page
 * @returns {Told}
 */
export function wordOf(entries, own, newPages) {
  const there = new Set(entries.map(({ pieces }) => pieces.place));
  const bodies = entries.map((entry, at) => bodyOf(entry, own, grouped(entries), newPages && at > 0, there));
  return {
    body: bodies.join(""),
    links: entries.map(({ pieces }) => pieces.links).join(""),
    lists: entries.map(({ pieces }) => pieces.lists).join(""),
    images: Object.assign({}, ...entries.map(({ pieces }) => pieces.images)),
  };
}

/**
 * @param {Shell} shell
 * @param {string} title
 * @param {Words} own
 * @param {Told} told
 * @returns {Promise<Blob>}
 */
export function documentOf(shell, title, own, { body, links, lists = "", images = {} }) {
  const made = `${new Date().toISOString().slice(0, 19)}Z`;
  const added = /** @type {Record<Piece, string>} */ ({
    body: own.paragraph(title, "Title") + body,
    links,
    lists,
    title: escaped(title),
    created: made,
    modified: made,
  });
  const files = { ...shell.parts };
  for (const piece of /** @type {Piece[]} */ (Object.keys(added))) {
    const [name, mark] = shell.before[piece];
    const at = files[name].lastIndexOf(mark);
    files[name] = files[name].slice(0, at) + added[piece] + files[name].slice(at);
  }
  return zip(Object.assign(files, images));
}

/**
 * @param {Entry} entry
 * @param {Words} own
 * @param {boolean} below whether its title comes a level below its heading
 * @param {boolean} newPage
 * @param {Set<string>} there the places in this document
 */
function bodyOf({ heading, note, pieces }, own, below, newPage, there) {
  const lowered = below
    ? pieces.body.replace(/(<w:pStyle w:val="Heading)(\d)/g, (_, start, level) => start + (Number(level) + 1))
    : pieces.body;
  const body = lowered.replace(/<w:hyperlink r:id="([^"]*)"/g, (link, name) =>
    there.has(pieces.leads[name]) ? `<w:hyperlink w:anchor="${pieces.leads[name]}"` : link);
  const end = body.indexOf(END) + END.length; // of the title: the first paragraph
  const above = heading && own.paragraph(heading, "Heading1");
  const all = [above, body.slice(0, end), own.note(note), body.slice(end)].join("");
  return newPage ? all.replace(/<w:pStyle [^>]*>/, "$&<w:pageBreakBefore/>") : all;
}

/** What people wrote, in the language of the page. */
export class Words {
  /**
   * @param {string} language
   * @param {string} ourNote what stands before a note
   */
  constructor(language, ourNote) {
    this.language = language;
    this.ourNote = ourNote;
  }

  /** @param {string} text */
  note(text) {
    return paragraphs(text, this.ourNote).map((line) => this.paragraph(line, "", "Emphasis")).join("");
  }

  /**
   * @param {string} words
   * @param {string} style the id of a style of paragraphs; nothing for the usual one
   * @param {string} [dress] the id of a style of characters
   */
  paragraph(words, style, dress) {
    const about = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
    const dressed = `${dress ? `<w:rStyle w:val="${dress}"/>` : ""}<w:lang w:val="${this.language}"/>`;
    const run = `<w:r><w:rPr>${dressed}</w:rPr><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
    return `<w:p>${about}${run}${END}`;
  }
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
