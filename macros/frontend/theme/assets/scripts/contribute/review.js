// What to look at again before a text leaves: counts, what stands with each question, and the list before sending.

import { say } from "../report/clipboard.js";
import { filled } from "../sentences.js";
import { data, words } from "./data.js";
import { checker, wordsOf } from "./findings.js";

/** @typedef {import("./findings.js").Finding} Finding */

const PAUSE = 300; // milliseconds without a key before a text is looked at
const NEARLY = 0.9; // of the characters of an answer, from where they are counted

const findingsIn = checker(data);

export class Review {
  #seen = ""; // the findings that the sender was shown when choosing a way
  /** @type {Set<string> | undefined} what stands with a question at this moment, in words */
  #standing;
  #asked = false; // whether a way was chosen that was not taken: fields with a finding are marked from then on
  /** @type {number | undefined} */
  #waiting;

  /**
   * @param {import("./door.js").Door} door
   * @param {() => void} looked what else follows from another text
   */
  constructor(door, looked) {
    this.door = door;
    this.looked = looked;
    this.place = /** @type {HTMLElement} */ (door.part("review"));
    this.told = /** @type {HTMLElement} */ (this.place.querySelector("p"));
  }

  /** Looks once nothing has been written for a moment. */
  soon() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.look(), PAUSE);
  }

  /** @returns {Finding[]} what there is to look at in the text as it is now, which stands on the page from here on */
  look() {
    clearTimeout(this.#waiting);
    const { door } = this;
    const found = findingsIn(door.form, door.answers());
    const shown = found.filter(({ message }) => message !== "contribution.missing");
    this.#count();
    for (const { key } of door.form.questions) {
      const list = document.getElementById(`${door.kind}-${key}-found`);
      list?.replaceChildren(...shown.filter(({ question }) => question === key).map((one) => this.#item(one)));
    }
    this.#tell(shown);
    this.#mark(found);
    const some = door.some();
    this.told.textContent = some ? this.#told(found.length) : words.contribute_empty;
    this.place.querySelector("ul")?.replaceChildren(...(some ? found.map((one) => this.#item(one, true)) : []));
    this.looked();
    return found;
  }

  /**
   * Shows what to look at before a text leaves; choosing once more means that it is right as it is.
   * @returns {boolean} whether the text may leave
   */
  mayLeave() {
    const found = this.look();
    const some = this.door.some();
    const now = JSON.stringify([!some, found]);
    if (some && (!found.length || now === this.#seen)) {
      return true;
    }
    this.#seen = now;
    this.#asked = true;
    this.#mark(found);
    this.door.hush();
    // It gets the focus, and is spoken so.
    this.told.textContent = some ? `${words.contribute_again} ${this.told.textContent}` : words.contribute_empty;
    this.told.focus({ preventScroll: true });
    setTimeout(() => this.place.scrollIntoView()); // once its words are there
    return false;
  }

  /**
   * Says what has come to stand with a question: who hears the page is elsewhere in it.
   * @param {Finding[]} shown
   */
  #tell(shown) {
    const standing = new Set(shown.map((one) => this.#item(one).textContent ?? ""));
    const fresh = [...standing].filter((one) => this.#standing && !this.#standing.has(one));
    this.#standing = standing;
    if (fresh.length) {
      say(/** @type {HTMLElement} */ (this.door.part("found")), fresh.join(" "));
    }
  }

  /**
   * Marks the fields that something has to be done about, once a way was chosen.
   * @param {Finding[]} found
   */
  #mark(found) {
    const marks = this.#asked && this.door.some();
    for (const { key } of this.door.form.questions) {
      if (marks && found.some(({ question }) => question === key)) {
        this.door.field(key).setAttribute("aria-invalid", "true");
      } else {
        this.door.field(key).removeAttribute("aria-invalid");
      }
    }
  }

  /** @param {number} count */
  #told(count) {
    if (!count) {
      return words.contribute_no_findings;
    }
    return filled(count === 1 ? words.contribute_findings_one : words.contribute_findings, { count });
  }

  #count() {
    const { door } = this;
    const given = door.answers();
    const place = door.part("count");
    if (place) {
      const number = wordsOf(door.form, given);
      const over = number > door.form.words;
      place.textContent = filled(over ? words.contribute_count_over : words.contribute_count, { count: number, most: door.form.words });
      place.classList.toggle("over", over);
    }
    for (const { key, characters, kind } of door.form.questions) {
      const length = [...given[key].trim()].length;
      const hint = door.element.querySelector(`[data-count="${key}"]`);
      if (kind === "choice" || kind === "pattern" || length < characters * NEARLY) {
        hint?.remove();
      } else {
        const shown = hint ?? hintOf(key);
        shown.textContent = `${length} / ${characters}`;
        door.field(key).after(shown);
      }
    }
  }

  /**
   * @param {Finding} finding
   * @param {boolean} [linked] whether it leads to its question, whose words it then names
   */
  #item(finding, linked = false) {
    const one = document.createElement("li");
    if (linked) {
      const id = `${this.door.kind}-${finding.question}`;
      const way = document.createElement("a");
      way.href = `#${id}`;
      way.textContent = this.door.element.querySelector(`label[for="${id}"]`)?.firstChild?.textContent?.trim() ?? "";
      way.addEventListener("click", (event) => {
        event.preventDefault();
        this.#goTo(finding);
      });
      one.append(way, " ");
    }
    if (finding.written) {
      const mark = document.createElement("mark");
      mark.textContent = finding.written;
      one.append(mark, ": ");
    }
    one.append(`${finding.written ? finding.wrong : begun(finding.wrong)}. ${begun(finding.right)}.`);
    return one;
  }

  /** @param {Finding} finding */
  #goTo({ question, written, start }) {
    const at = this.door.field(question);
    at.focus();
    if (written && at instanceof HTMLTextAreaElement) {
      const lead = at.value.length - at.value.trimStart().length;
      at.setSelectionRange(lead + start, lead + start + written.length);
    }
  }
}

/** @param {string} key of a question */
function hintOf(key) {
  const hint = document.createElement("p");
  hint.className = "count";
  hint.dataset.count = key;
  return hint;
}

/** @param {string} text that a sentence begins with */
function begun(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
