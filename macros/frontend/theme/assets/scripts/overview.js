// The overview of the patterns: choices, their order and how they are shown. The address holds them all, so that they
// can be sent on and hold in the other language; nothing is stored.

import { keepInAddress } from "./address.js";
import { choicesFrom } from "./received.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("#overview-choices"));
const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const clear = /** @type {HTMLButtonElement} */ (form.querySelector("[type=reset]"));
const more = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
const overview = /** @type {HTMLElement} */ (document.querySelector("#overview"));
const flat = /** @type {HTMLElement} */ (document.querySelector("#overview-flat"));
const tabs = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".tabs a"))];
const letters = /** @type {HTMLElement} */ (document.querySelector("#overview-letters"));
const sections = [.../** @type {NodeListOf<HTMLElement>} */ (overview.querySelectorAll(".chapter-block"))];
const rows = [.../** @type {NodeListOf<HTMLElement>} */ (overview.querySelectorAll("li[data-pattern]"))];
const homes = new Map(rows.map((row) => [row, row.parentElement]));
const selects = [...form.querySelectorAll("select")];
const language = document.documentElement.lang;
const collator = new Intl.Collator(language, { numeric: true });

/** @param {HTMLElement} row */
const nameOf = (row) => row.querySelector("a .name")?.textContent ?? "";
/** @param {HTMLElement} row */
const tiesOf = (row) => Number(row.dataset.ties);

/**
 * @param {string} name of a group of radio buttons
 * @returns {RadioNodeList}
 */
const cells = (name) => /** @type {RadioNodeList} */ (form.elements.namedItem(name));

/**
 * Whether a row has the value that is chosen.
 * @param {HTMLElement} row
 * @param {HTMLSelectElement} select
 * @param {string} value nothing for any
 */
const has = (row, select, value) => !value || (row.dataset[select.name] ?? "").split(" ").includes(value);

/** Makes each choice what the address says; what it does not know is left out. */
function readAddress() {
  const choices = choicesFrom(location.search + location.hash);
  /** @param {string} name */
  const said = (name) => choices.get(name)?.toLowerCase() ?? "";
  for (const select of selects) {
    const value = said(select.name);
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  for (const name of ["sort", "view"]) {
    const buttons = [...cells(name)].map((button) => /** @type {HTMLInputElement} */ (button));
    (buttons.find((button) => button.value === said(name)) ?? buttons[0]).checked = true;
  }
  more.open ||= [...more.querySelectorAll("select")].some((select) => select.value);
}

/** Puts the choices in the address; the order and the view that a page begins with are left out. */
function writeAddress() {
  const first = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (cells(name)[0]).checked;
  keepInAddress({
    ...Object.fromEntries(selects.map((select) => [select.name, select.value])),
    sort: first("sort") ? "" : cells("sort").value,
    view: first("view") ? "" : cells("view").value,
  });
}

/** Says beside each value how many patterns would be left, given the other choices. */
function countValues() {
  for (const select of selects) {
    const others = selects.filter((other) => other !== select);
    const left = rows.filter((row) => others.every((other) => has(row, other, other.value)));
    for (const option of [...select.options].slice(1)) {
      const count = left.filter((row) => has(row, select, option.value)).length;
      option.text = option.text.replace(/ \(\d+\)$/, ` (${count})`);
    }
  }
}

/** @param {string} text */
function heading(text) {
  const made = document.createElement("h2");
  made.id = `letter-${text}`;
  made.textContent = text;
  return made;
}

/** @param {HTMLElement[]} shown */
function list(shown) {
  const made = document.createElement("ol");
  made.className = "pattern-list";
  made.append(...shown);
  return made;
}

/** @param {HTMLElement[]} shown in their order, under the letter that each begins with */
function byLetter(shown) {
  const groups = new Map();
  for (const row of shown) {
    const first = nameOf(row).normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").charAt(0).toLocaleUpperCase(language);
    groups.set(first, [...(groups.get(first) ?? []), row]);
  }
  for (const [letter, group] of groups) {
    const link = document.createElement("a");
    link.href = `#letter-${letter}`;
    link.textContent = letter;
    const item = document.createElement("li");
    item.append(link);
    letters.querySelector("ol")?.append(item);
    flat.append(heading(letter), list(group));
  }
}

/** Puts the rows that are shown in the order that is chosen. */
function place() {
  const order = cells("sort").value;
  for (const row of rows) homes.get(row)?.append(row);
  flat.replaceChildren();
  letters.querySelector("ol")?.replaceChildren();
  const shown = rows.filter((row) => !row.hidden);
  if (order === "name") byLetter(shown.toSorted((one, two) => collator.compare(nameOf(one), nameOf(two))));
  if (order === "connected") flat.append(list(shown.toSorted((one, two) => tiesOf(two) - tiesOf(one))));
  flat.hidden = order === "number";
  letters.hidden = order !== "name";
  for (const [at, section] of sections.entries()) {
    section.hidden = order !== "number" || !section.querySelector("li:not([hidden])");
    tabs[at].parentElement?.toggleAttribute("hidden", section.hidden);
  }
  tabs[0].closest("nav")?.toggleAttribute("hidden", order !== "number" || !shown.length);
  overview.classList.toggle("connected", order === "connected");
  overview.classList.toggle("cards", cells("view").value === "cards");
}

/** Shows what is chosen. */
function show() {
  for (const row of rows) row.hidden = !selects.every((select) => has(row, select, select.value));
  const count = rows.filter((row) => !row.hidden).length;
  const { one = "", many = "", none = "" } = form.dataset;
  const said = [none, one][count] ?? many.replace("#", String(count));
  if (status.textContent !== said) status.textContent = said;
  clear.hidden = selects.every((select) => !select.value);
  countValues();
  place();
}

for (const row of rows) {
  const ties = document.createElement("span");
  ties.className = "ties";
  ties.textContent = (form.dataset.ties ?? "").replace("#", row.dataset.ties ?? "");
  row.querySelector(".line")?.append(" ", ties);
}
form.addEventListener("change", () => {
  show();
  writeAddress();
});
form.addEventListener("submit", (event) => event.preventDefault());
clear.addEventListener("click", (event) => {
  event.preventDefault(); // order and view stay
  for (const select of selects) select.value = "";
  show();
  writeAddress();
  selects[0].focus();
});
addEventListener("popstate", () => {
  readAddress();
  show();
  writeAddress();
});
readAddress();
show();
writeAddress();
form.classList.add("ready");
