// A bundle as Markdown (CommonMark). The parts are Markdown already; what people wrote is escaped.

import { grouped, paragraphs } from "./compose.js";

/**
 * @param {(import("./compose.js").Entry & {part: {markdown: string}})[]} entries
 * @param {string} title
 * @param {string} ourNote what stands before a note
 */
export function markdownOf(entries, title, ourNote) {
  const mark = grouped(entries) ? "###" : "##";
  const blocks = [`# ${escaped(title)}`];
  for (const { part, heading, note } of entries) {
    if (heading) {
      blocks.push(`## ${escaped(heading)}`);
    }
    blocks.push(`${mark} ${escaped(part.title)}`);
    for (const line of paragraphs(note ?? "", ourNote)) {
      blocks.push(escapedStart(escaped(line)));
    }
    // The headings of a part begin at level 2. No other line of it begins with this mark: it would be escaped.
    blocks.push(part.markdown.trimEnd().replace(/^#(?=#* )/gm, mark));
  }
  return `${blocks.join("\n\n")}\n`;
}

/** @param {string} text */
export function escaped(text) {
  return text.replace(/[\\`*_[\]<>&~$@|{}^#]/g, "\\$&");
}

/** @param {string} line */
function escapedStart(line) {
  return line.replace(/^([-+=:])/, "\\$1").replace(/^(\d+)(?=[.)])/, "$1\\");
}
