// One door of the page: its form, what is filled in, and the places in it where something is said.

import { data } from "./data.js";
import { written } from "./message.js";

/** @typedef {import("./message.js").Answers} Answers */

export class Door {
  /** @param {HTMLDetailsElement} element */
  constructor(element) {
    this.element = element;
    this.kind = element.dataset.form ?? "";
    /** @type {import("./message.js").Form} */
    this.form = data.forms[this.kind];
    this.fields = /** @type {HTMLFormElement} */ (element.querySelector("form"));
    this.unkept = false; // whether something was written that is nowhere else yet
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null} where something is said
   */
  part(name) {
    return this.element.querySelector(`[data-part=${name}]`);
  }

  /** @param {string} key */
  field(key) {
    return /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (this.fields.elements.namedItem(key));
  }

  /** @returns {Answers} */
  answers() {
    return Object.fromEntries(
      this.form.questions.map(({ key, kind }) => [key, kind === "pattern" ? this.#pattern(key) : this.field(key).value]),
    );
  }

  /** @param {string} key */
  #pattern(key) {
    const select = /** @type {HTMLSelectElement} */ (this.field(key));
    return select.value && select.selectedOptions[0].text;
  }

  /** @returns {boolean} whether there is a text; what an address filled in is none */
  some() {
    return this.form.questions.some(({ key, kind }) => kind === "text" && this.field(key).value.trim());
  }

  /** @returns {string} the text of what is filled in, as it is sent */
  message() {
    return written(this.form, data.end, this.answers());
  }

  /** @param {Answers} given */
  fill(given) {
    for (const { key, kind } of this.form.questions) {
      const at = this.field(key);
      if (kind === "pattern") {
        const option = [.../** @type {HTMLSelectElement} */ (at).options].find(({ text }) => text === given[key]);
        at.value = option?.value ?? "";
      } else {
        at.value = given[key] ?? "";
      }
    }
  }

  /** Takes back what was said of the text as it was. */
  hush() {
    for (const name of ["said", "mailed", "opened", "cleared"]) {
      this.part(name)?.replaceChildren();
    }
  }
}
