// A bundle as a Word document: its pieces were prepared by the exporter of the site, and are joined here.

import { grouped, paragraphs } from "./compose.js";
import { zip } from "./zip.js";

/** @typedef {{body: string, links: string, lists: string}} Pieces what a pattern adds to the document, as XML */
/** @typedef {{parts: Record<string, string>, before: Record<keyof Pieces, [string, string]>}} Shell
 *   the files of an empty document, and before which text in which of them the pieces come */
/** @typedef {{heading: string, note: string, pieces: Pieces}} Entry */

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const END = "</w:p>";

/**
 * @param {Shell} shell
 * @param {Entry[]} entries
 * @param {string} title
 * @param {string} ourNote what stands before a note
 * @returns {Promise<Blob>}
 */
export function wordOf(shell, entries, title, ourNote) {
  const below = grouped(entries);
  const added = {
    body: paragraph(title, "Title") + entries.map((entry, at) => bodyOf(entry, below, at > 0, ourNote)).join(""),
    links: entries.map(({ pieces }) => pieces.links).join(""),
    lists: entries.map(({ pieces }) => pieces.lists).join(""),
  };
  const files = { ...shell.parts };
  for (const piece of /** @type {const} */ (["body", "links", "lists"])) {
    const [name, mark] = shell.before[piece];
    const at = files[name].lastIndexOf(mark);
    files[name] = files[name].slice(0, at) + added[piece] + files[name].slice(at);
  }
  return zip(files);
}

/**
 * @param {Entry} entry
 * @param {boolean} below whether its title comes a level below its heading
 * @param {boolean} newPage
 * @param {string} ourNote
 */
function bodyOf({ heading, note, pieces }, below, newPage, ourNote) {
  const body = below
    ? pieces.body.replace(/(<w:pStyle w:val="Heading)(\d)/g, (_, start, level) => start + (Number(level) + 1))
    : pieces.body;
  const end = body.indexOf(END) + END.length; // of the title: the first paragraph
  const notes = paragraphs(note).map((line, place) => paragraph(place ? line : `${ourNote} ${line}`, "", "Emphasis"));
  const all = [heading && paragraph(heading, "Heading1"), body.slice(0, end), ...notes, body.slice(end)].join("");
  return newPage ? all.replace(/<w:pStyle [^>]*>/, "$&<w:pageBreakBefore/>") : all;
}

/**
 * @param {string} words
 * @param {string} style the id of a style of paragraphs; nothing for the usual one
 * @param {string} [dress] the id of a style of characters
 */
function paragraph(words, style, dress) {
  const about = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  const dressed = dress ? `<w:rPr><w:rStyle w:val="${dress}"/></w:rPr>` : "";
  return `<w:p>${about}<w:r>${dressed}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>${END}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
