// "For your report" on the page of a pattern. The pieces were made with the page; here one chooses and copies.

import { recall, remembering } from "./choices.js";
import { copyAndSay } from "./clipboard.js";
import { compose } from "./compose.js";

const panel = /** @type {HTMLElement} */ (document.querySelector(".report"));
const { pieces, words } = JSON.parse(panel.querySelector("#report-data")?.textContent ?? "{}");
/** @param {Element} place */
const saidIn = (place) => /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
const box = /** @type {HTMLElement} */ (panel.querySelector(".to-select"));

/** @param {string} name */
const choice = (name) => /** @type {HTMLSelectElement} */ (panel.querySelector(`select[name="${name}"]`));
const style = choice("style");
const language = choice("language");
const address = choice("address");
const shape = choice("shape");
const choices = [style, language, address, shape];

/** @param {string} style */
const reference = (style) => pieces.footnote[address.value][language.value][style];

/**
 * @param {string} kind
 * @returns {[import("./clipboard.js").Piece, HTMLSelectElement[]]} the piece, and the choices that it follows
 */
function piece(kind) {
  if (kind === "link") {
    return [pieces.link[address.value], [address]];
  }
  if (kind === "footnote") {
    const { html, text } = reference(style.value);
    const span = document.implementation.createHTMLDocument("").createElement("span");
    span.lang = language.value;
    span.innerHTML = html;
    return [{ html: span.outerHTML, text }, [language, address]];
  }
  return [compose([{ part: closed(pieces[kind]) }], shape.value, ""), [style, address, shape]];
}

/**
 * A text that leaves the site closes with how to refer to it: in the style that was chosen, and to the address.
 * @param {import("./compose.js").Part & {after: import("./clipboard.js").Piece}} part
 * @returns {import("./compose.js").Part}
 */
function closed(part) {
  const made = pieces.footnote[address.value][document.documentElement.lang];
  // Within the text goes what is too short to close one; the style of APA does not tell what a pattern rests on.
  const closing = style.value === "note" ? [made.note] : [made.author_date, pieces.basis];
  return {
    ...part,
    html: [part.html, ...closing.map(({ html }) => `<p>${html}</p>`), part.after.html].join(""),
    text: [part.text, ...closing.map(({ text }) => text), part.after.text].join("\n\n"),
  };
}

const cite = /** @type {HTMLElement} */ (panel.querySelector("[data-copy=footnote]"));
const label = cite.textContent ?? "";
/** The kind of reference as it is called within a sentence. */
const called = ({ text } = style.selectedOptions[0]) => text[0].toLowerCase() + text.slice(1);
/** Lets the button that copies a reference say of which kind. */
const nameKind = () => (cite.textContent = label.replace(called(style.options[0]), called()));
style.addEventListener("change", nameKind);

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
    return copyAndSay(made, words[`copied_${kind}`] ?? called(), followed, { said, box, words }, pieces[kind].remark);
  });
}
for (const button of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("button[data-copy]"))) {
  copies(button, button.dataset.copy ?? "", saidIn(panel));
}
for (const button of /** @type {NodeListOf<HTMLElement>} */ (bar.querySelectorAll("button[data-bar]"))) {
  copies(button, button.dataset.bar ?? "", saidIn(bar));
}

for (const place of [panel, bar]) {
  place.addEventListener("click", async ({ target }) => {
    const toggle = /** @type {Element} */ (target).closest("[data-bundle]");
    if (toggle) (await import("./in-bundle.js")).tell(toggle, saidIn(place), words);
  });
}

const share = /** @type {HTMLElement} */ (bar.querySelector("[data-share]"));
share.hidden = !("share" in navigator);
share.addEventListener("click", () => {
  const { text } = pieces.link[address.value];
  navigator.share({ title: document.title, url: text }).catch(() => {}); // a reader may change their mind
});

/** Where it is said that something of the text was copied. */
function inView() {
  return { said: saidIn(bar.getClientRects().length ? bar : panel), box, words };
}

/**
 * Puts a way to copy the address of a part behind its heading.
 * @param {HTMLElement} heading
 */
function offerAddress(heading) {
  const name = heading.textContent ?? "";
  const link = document.createElement("a");
  link.className = "section-link";
  link.href = `#${heading.id}`;
  link.textContent = "#";
  link.setAttribute("aria-label", `${words.copy_section} ${name}`);
  link.addEventListener("click", () => {
    const text = `${pieces.link[address.value].text}#${heading.id}`;
    const shown = document.createElement("a");
    shown.href = text;
    shown.textContent = `${pieces.pattern.title}, ${name}`;
    const what = words.copied_section.replace("{name}", () => name);
    copyAndSay({ html: shown.outerHTML, text }, what, [address], inView());
  });
  heading.after(link);
}
const headings = document.querySelectorAll(".pattern-text > section > h2:not(.visually-hidden)");
for (const heading of /** @type {NodeListOf<HTMLElement>} */ (headings)) {
  offerAddress(heading);
}

/** @type {Promise<void> | undefined} */
let quoting;
document.addEventListener("selectionchange", () => {
  if (getSelection()?.isCollapsed === false) {
    quoting ??= import("./quote.js").then(({ offerQuotes, quotation }) =>
      offerQuotes(words.copy_quote, (said, own) =>
        copyAndSay(quotation(said, own, style.value, reference), words.copied_quote, [style, language, address], inView()),
      ),
    );
  }
});

recall(choices);
nameKind();
remembering(/** @type {HTMLInputElement} */ (panel.querySelector("[name=remember]")), choices);
panel.querySelector(".report-plain")?.toggleAttribute("hidden", true);
panel.querySelector(".report-tools")?.toggleAttribute("hidden", false);
bar.hidden = false;
