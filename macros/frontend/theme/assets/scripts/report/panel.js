// "For your report" on the page of a pattern. The pieces were made with the page; here one chooses and copies.

import { recall, remembering } from "./choices.js";
import { copyAndSay } from "./clipboard.js";
import { compose } from "./compose.js";

const panel = /** @type {HTMLElement} */ (document.querySelector(".report"));
const { pieces, words } = JSON.parse(panel.querySelector("#report-data")?.textContent ?? "{}");
const said = /** @type {HTMLElement} */ (panel.querySelector("[role=status]"));
const box = /** @type {HTMLElement} */ (panel.querySelector(".to-select"));

/** @param {string} name */
const choice = (name) => /** @type {HTMLSelectElement} */ (panel.querySelector(`select[name="${name}"]`));
const style = choice("style");
const language = choice("language");
const address = choice("address");
const shape = choice("shape");
const choices = [style, language, address, shape];

/**
 * @param {string} kind
 * @returns {[import("./clipboard.js").Piece, HTMLSelectElement[]]} the piece, and the choices that it follows
 */
function piece(kind) {
  if (kind === "link") {
    return [pieces.link[address.value], [address]];
  }
  if (kind === "footnote") {
    const { html, text } = pieces.footnote[address.value][language.value][style.value];
    const span = document.implementation.createHTMLDocument("").createElement("span");
    span.lang = language.value;
    span.innerHTML = html;
    return [{ html: span.outerHTML, text }, [style, language, address]];
  }
  return [compose([{ part: pieces[kind] }], shape.value, ""), [shape]];
}

const bar = /** @type {HTMLElement} */ (document.querySelector(".report-bar"));

/**
 * Makes a button copy a piece.
 * @param {Element} button
 * @param {string} kind
 * @param {HTMLElement} said where it is said that it was copied
 */
function copies(button, kind, said) {
  button.addEventListener("click", () => {
    const [made, followed] = piece(kind);
    return copyAndSay(made, words[`copied_${kind}`], followed, { said, box, words });
  });
}
for (const button of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("button[data-copy]"))) {
  copies(button, button.dataset.copy ?? "", said);
}
for (const button of /** @type {NodeListOf<HTMLElement>} */ (bar.querySelectorAll("button[data-bar]"))) {
  copies(button, button.dataset.bar ?? "", /** @type {HTMLElement} */ (bar.querySelector("[role=status]")));
}

recall(choices);
remembering(/** @type {HTMLInputElement} */ (panel.querySelector("[name=remember]")), choices);
panel.querySelector(".report-plain")?.toggleAttribute("hidden", true);
panel.querySelector(".report-tools")?.toggleAttribute("hidden", false);
bar.hidden = false;
