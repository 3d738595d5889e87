// Makes a document of one part or more: headings at the level that the reader chose, as bold lines, or in a box.
// What people wrote themselves only ever enters as text.

/** @typedef {import("./clipboard.js").Piece} Piece */
/** @typedef {{title: string, language: string, html: string, text: string}} Part */
/** @typedef {{part: Part, heading?: string, note?: string}} Entry */

const HEADINGS = "h1, h2, h3, h4, h5, h6";
const DEEPEST = 6;
const FIRST_SHIFT = 1; // in a part the first headings are of level 2, its title being of level 1

/**
 * @param {Entry[]} entries
 * @param {string} shape "2", "3" or "4" for headings from that level; "bold" or "box"
 * @param {string} ourNote what stands before a note
 * @returns {Piece}
 */
export function compose(entries, shape, ourNote) {
  const paper = document.implementation.createHTMLDocument("");
  const whole = paper.createElement("div");
  whole.lang = document.documentElement.lang;
  for (const entry of entries) {
    whole.append(...composeEntry(paper, entry, shape, grouped(entries), ourNote));
  }
  // A word processor gives small print a size of its own, which may be larger than that of the text around it.
  for (const small of whole.querySelectorAll("small")) {
    small.replaceWith(...small.childNodes);
  }
  return { html: whole.outerHTML, text: entries.map((entry) => plain(entry, ourNote)).join("\n\n\n") };
}

/**
 * Where a heading stands above any pattern, every pattern comes a level below.
 * @param {{heading?: string}[]} entries
 */
export function grouped(entries) {
  return entries.some((entry) => entry.heading);
}

/**
 * @param {string} note
 * @param {string} ourNote what stands before it
 * @returns {string[]} its paragraphs
 */
export function paragraphs(note, ourNote) {
  const lines = note.split(/\n+/).map((line) => line.trim()).filter(Boolean);
  return lines.map((line, place) => (place ? line : `${ourNote} ${line}`));
}

/**
 * @param {Document} paper one without a window, in which nothing of a part can run or load
 * @param {Entry} entry
 * @param {string} shape
 * @param {boolean} below whether its title comes a level below its heading
 * @param {string} ourNote
 * @returns {Element[]}
 */
export function composeEntry(paper, { part, heading, note }, shape, below, ourNote) {
  const first = /^[2-4]$/.test(shape) ? Number(shape) : 0;
  const titleLevel = first && first + (below ? 1 : 0);
  const body = paper.createElement("div");
  body.innerHTML = part.html;
  for (const old of body.querySelectorAll(HEADINGS)) {
    const level = Number(old.tagName[1]) - FIRST_SHIFT;
    old.replaceWith(headline(paper, titleLevel && titleLevel + level, ...old.childNodes));
  }
  const title = headline(paper, titleLevel, part.title);
  if (part.language !== document.documentElement.lang) {
    title.lang = part.language;
  }
  const notes = paragraphs(note ?? "", ourNote).map((line) => {
    const paragraph = paper.createElement("p");
    const slanted = paper.createElement("i");
    slanted.append(line);
    paragraph.append(slanted);
    return paragraph;
  });
  const above = heading ? [headline(paper, first, heading)] : [];
  const inside = [title, ...notes, ...body.children];
  return shape === "box" ? [...above, ...boxed(paper, inside)] : [...above, ...inside];
}

/**
 * @param {Document} paper
 * @param {number} level 0 for a bold line
 * @param {...(Node | string)} words
 */
function headline(paper, level, ...words) {
  const line = paper.createElement(level ? `h${Math.min(level, DEEPEST)}` : "p");
  if (level) {
    line.append(...words);
  } else {
    const bold = paper.createElement("b");
    bold.append(...words);
    line.append(bold);
  }
  return line;
}

/**
 * A table of one cell. The empty line behind it keeps a word processor from joining two of them.
 * @param {Document} paper
 * @param {Element[]} inside
 */
function boxed(paper, inside) {
  const table = paper.createElement("table");
  for (const [name, value] of Object.entries({ border: "1", cellspacing: "0", cellpadding: "8" })) {
    table.setAttribute(name, value);
  }
  table.insertRow().insertCell().append(...inside);
  const line = paper.createElement("p");
  line.append(paper.createElement("br"));
  return [table, line];
}

/**
 * @param {Entry} entry
 * @param {string} ourNote
 */
function plain({ part, heading, note }, ourNote) {
  return [heading, part.title, ...paragraphs(note ?? "", ourNote), part.text].filter(Boolean).join("\n\n");
}
