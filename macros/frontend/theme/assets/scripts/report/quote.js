// A sentence of a pattern as a quotation with its reference. Fetched when somebody selects one.

/** @typedef {import("./clipboard.js").Piece} Piece */

const TEXT = ".pattern-summary, .pattern-text";
const EDGE = 8; // pixels between the button and what it belongs to
const INNER = { "“": "‘", "”": "’", "„": "‚", '"': "'" }; // marks within the marks of a quotation

/**
 * Offers a button below what is selected in the text of the pattern.
 * @param {string} label of the button
 * @param {(words: string, language: string) => unknown} copy
 */
export function offerQuotes(label, copy) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button inline quote";
  button.textContent = label;
  button.style.position = "fixed";
  button.style.zIndex = "2";

  /** @returns {[string, Element, Range] | undefined} what is selected, as it is read, and the text that it stands in */
  const selected = () => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    const words = selection?.toString().replace(/\s+/g, " ").trim() ?? "";
    const around = range?.commonAncestorContainer;
    const text = (around instanceof Element ? around : around?.parentElement)?.closest(TEXT);
    return range && words && text ? [words, text, range] : undefined;
  };
  const show = () => {
    const [, text, range] = selected() ?? [];
    if (!text || !range) {
      button.remove();
      return;
    }
    const end = range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
    const part = end?.closest(".pattern-text > section") ?? text; // for the keyboard: behind its part
    if (part.nextElementSibling !== button) part.after(button);
    const { left, bottom } = range.getBoundingClientRect();
    button.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - button.offsetWidth - EDGE))}px`;
    button.style.top = `${Math.max(EDGE, Math.min(bottom + EDGE, innerHeight - 2 * button.offsetHeight))}px`;
  };
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // what is selected stays so
  button.addEventListener("click", () => {
    const [words, text] = selected() ?? [];
    if (words && text) copy(words, text.closest("[lang]")?.getAttribute("lang") ?? "");
  });
  document.addEventListener("selectionchange", show);
  addEventListener("scroll", show, { passive: true });
  show();
}

/**
 * @param {string} words of the pattern
 * @param {string} language of them
 * @param {string} style in which it is cited
 * @param {(style: string) => Piece} reference the reference in a style
 * @returns {Piece} the words between quotation marks, with the reference: as a footnote, or behind it between brackets
 */
export function quotation(words, language, style, reference) {
  const inner = words.replace(/[“”„"]/g, (mark) => INNER[/** @type {keyof typeof INNER} */ (mark)]);
  const stop = style === "note" ? "" : (/\.$/.exec(inner)?.[0] ?? ""); // behind the brackets
  const quoted = `“${stop ? inner.slice(0, -1) : inner}”`;
  const paper = document.implementation.createHTMLDocument("");
  const said = paper.createElement("span");
  said.lang = language;
  said.textContent = quoted;
  if (style === "note") {
    const { html, text } = reference("note");
    return { html: `<p>${said.outerHTML}${MARK}</p>${note(html)}`, text: `${quoted}\n\n${text}`, within: true };
  }
  const { html, text } = reference("in_text");
  const inside = { html: `<p>${said.outerHTML} ${html}${stop}</p>`, text: `${quoted} ${text}${stop}` };
  if (style === "in_text") return inside;
  const listed = reference(style);
  return { html: `${inside.html}<p>${listed.html}</p>`, text: `${inside.text}\n\n${listed.text}` };
}

// Of an anchor and a note with these names LibreOffice makes a footnote: it writes its own so.
const MARK = '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>';

/** @param {string} html what stands in the note */
function note(html) {
  const back = '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>';
  return `<div id="sdfootnote1"><p class="sdfootnote">${back} ${html}</p></div>`;
}
