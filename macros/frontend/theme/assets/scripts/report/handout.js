// A bundle as it is printed: every pattern on a sheet of its own, under its heading if it has one; or in short, under one title.

import { composeEntry, grouped } from "./compose.js";

/**
 * @param {(import("./compose.js").Entry & {chapter: number})[]} entries
 * @param {"2" | "3"} level of the first headings
 * @param {string} ourNote what stands before a note
 * @returns {Element[]} a sheet for each pattern
 */
export function sheetsOf(entries, level, ourNote) {
  const below = grouped(entries);
  return entries.map((entry) => {
    const sheet = document.createElement("section");
    sheet.className = `handout-sheet chapter-${entry.chapter}`;
    const paper = document.implementation.createHTMLDocument("");
    const parts = composeEntry(paper, entry, level, below, ourNote);
    const title = parts[entry.heading ? 1 : 0];
    parts[0].className = "handout-heading";
    title.className = "handout-title";
    parts.find((one) => one.localName === "p" && !one.firstElementChild?.matches("i"))?.classList.add("handout-summary");
    sheet.append(...parts);
    return sheet;
  });
}

/**
 * Lets the addresses in a table break behind a "/".
 * @param {Element} table
 */
export function withBreaks(table) {
  for (const link of table.querySelectorAll("td:last-child > a")) {
    const parts = link.textContent?.match(/[^/]*\/+|[^/]+/g) ?? [];
    link.replaceChildren(...parts.flatMap((part) => [part, document.createElement("wbr")]));
  }
  return table;
}

/**
 * @param {string} title of the bundle
 * @param {Element[]} inside its patterns in short
 * @param {string} end what closes it, as HTML
 * @returns {Element[]}
 */
export function inShort(title, inside, end) {
  const heading = document.createElement("h2");
  heading.className = "handout-name";
  heading.append(title);
  const closing = document.implementation.createHTMLDocument("").createElement("div");
  closing.className = "handout-end";
  closing.innerHTML = end;
  return [heading, ...inside, closing];
}
