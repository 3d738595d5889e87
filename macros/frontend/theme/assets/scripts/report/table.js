// A bundle in one table, a row for each pattern: on the clipboard, in Markdown, on paper and in Word. The rows were made by
// the exporter of the site, and are joined here. What people wrote themselves only ever enters as text.

import { paragraphs } from "./compose.js";
import { escaped } from "./markdown.js";

/** @typedef {{html: string, text: string, markdown: string}} Row a row, or what closes a bundle in short */
/** @typedef {{body: string, links: string}} Told the same in Word: XML */

const COLUMNS = 5;
const OTHERS_EMPTY = " |".repeat(COLUMNS - 1);

/**
 * @param {{heading: string, note: string, part: {row: Row}}[]} entries
 * @param {Row} head
 * @param {string} ourNote what stands before a note
 * @returns {Row & {element: Element}}
 */
export function tableOf(entries, head, ourNote) {
  const paper = document.implementation.createHTMLDocument("");
  const whole = paper.createElement("div");
  whole.lang = document.documentElement.lang;
  const table = paper.createElement("table");
  for (const [name, value] of Object.entries({ border: "1", cellspacing: "0", cellpadding: "4" })) {
    table.setAttribute(name, value);
  }
  table.createTHead().innerHTML = head.html;
  const body = table.createTBody();
  const text = [head.text];
  const markdown = [head.markdown];
  /** @type {(words: string, tag: "b" | "i") => void} */
  const own = (words, tag) => {
    const cell = body.insertRow().insertCell();
    cell.colSpan = COLUMNS;
    cell.append(paper.createElement(tag));
    cell.firstElementChild?.append(words);
    text.push(words);
    markdown.push(`| ${escaped(words)} |${OTHERS_EMPTY}`);
  };
  for (const { heading, note, part } of entries) {
    if (heading) {
      own(heading, "b");
    }
    body.insertAdjacentHTML("beforeend", part.row.html);
    text.push(part.row.text);
    markdown.push(part.row.markdown);
    for (const line of paragraphs(note, ourNote)) {
      own(line, "i");
    }
  }
  whole.append(table);
  return {
    element: whole,
    html: whole.outerHTML,
    text: text.join("\n"),
    markdown: `${markdown.join("\n")}\n`,
  };
}

/**
 * @param {{heading: string, note: string, pieces: {row: Told}}[]} entries
 * @param {{start: string, end: string}} frame
 * @param {import("./word.js").Words} own
 * @returns {Told}
 */
export function wordTable(entries, { start, end }, own) {
  const cell = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="${COLUMNS}"/></w:tcPr>`;
  /** @param {string} words */
  const row = (words) => words && `${cell}${words}</w:tc></w:tr>`;
  const rows = entries.map(({ heading, note, pieces }) => [
    row(heading && own.paragraph(heading, "", "Strong")),
    pieces.row.body,
    row(own.note(note)),
  ].join(""));
  return {
    body: start + rows.join("") + end,
    links: entries.map(({ pieces }) => pieces.row.links).join(""),
  };
}
