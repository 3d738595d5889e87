// A bundle as it is printed: every pattern begins on a new sheet, under its heading if it has one; or all in one table.

import { composeEntry, grouped } from "./compose.js";

/**
 * @param {HTMLElement} place
 * @param {(import("./compose.js").Entry & {chapter: number})[]} entries
 * @param {string} ourNote what stands before a note
 */
export function layOut(place, entries, ourNote) {
  const below = grouped(entries);
  place.replaceChildren(
    ...entries.map((entry) => {
      const sheet = document.createElement("section");
      sheet.className = `handout-sheet chapter-${entry.chapter}`;
      const paper = document.implementation.createHTMLDocument("");
      const parts = composeEntry(paper, entry, "2", below, ourNote);
      const title = parts[entry.heading ? 1 : 0];
      parts[0].className = "handout-heading";
      title.className = "handout-title";
      parts.find((one) => one.localName === "p" && !one.firstElementChild?.matches("i"))?.classList.add("handout-summary");
      sheet.append(...parts);
      return sheet;
    }),
  );
}

/**
 * @param {HTMLElement} place
 * @param {string} title
 * @param {Element} table
 */
export function layOutTable(place, title, table) {
  const heading = document.createElement("h2");
  heading.className = "handout-title";
  heading.append(title);
  place.replaceChildren(heading, table);
}
