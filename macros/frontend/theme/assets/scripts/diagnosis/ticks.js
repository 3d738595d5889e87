// The rows to tick: links without scripts, boxes with them. Those that come first depend on the answer.

/** @typedef {{item: HTMLElement, box: HTMLInputElement, text: HTMLElement, group: number, place: number}} Row */

export class Ticks {
  /** @type {Map<string, Row>} */
  rows = new Map();

  /**
   * @param {HTMLElement} form
   * @param {Record<string, string[]>} first the ids of the rows that come first, by answer
   */
  constructor(form, first) {
    this.first = first;
    this.front = /** @type {HTMLElement} */ (form.querySelector("[data-part=first]"));
    this.groups = /** @type {HTMLElement[]} */ ([...form.querySelectorAll(".ticks-group .ticks")]);
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("li[data-place]"))) {
      const [group, place] = /** @type {string} */ (item.dataset.place).split(".").map(Number);
      this.rows.set(item.id, { item, ...boxIn(item), group, place });
    }
  }

  /** @returns {string[]} the ids of the rows that are ticked, in the order of the page */
  ticked() {
    return [...this.rows].filter(([, row]) => row.box.checked).map(([id]) => id);
  }

  /**
   * @param {string} id
   * @returns {HTMLElement | undefined} what a row says, as an element of its own
   */
  text(id) {
    return /** @type {HTMLElement | undefined} */ (this.rows.get(id)?.text.cloneNode(true));
  }

  /** @param {string[]} ids the rows to tick; all others are not */
  tick(ids) {
    for (const [id, { box }] of this.rows) {
      box.checked = ids.includes(id);
    }
  }

  /**
   * Puts first the rows of an answer, and after them those that always stand there.
   * @param {string} answer
   */
  arrange(answer) {
    const wanted = new Set([...(this.first[answer] ?? []), ...this.first[""]]);
    for (const [id, row] of this.rows) {
      if (!wanted.has(id) && row.item.parentElement === this.front) {
        this.putBack(row);
      }
    }
    for (const id of wanted) {
      const row = this.rows.get(id);
      if (row) {
        this.front.append(row.item);
      }
    }
  }

  /** Opens the groups that hold a row that is ticked. */
  open() {
    for (const { box } of this.rows.values()) {
      const group = box.checked && box.closest("details");
      if (group) {
        group.open = true;
      }
    }
  }

  /** @param {Row} row */
  putBack({ item, group, place }) {
    const list = this.groups[group];
    const after = [...this.rows.values()].filter((one) => one.group === group && one.place > place);
    list.insertBefore(item, after.find((one) => one.item.parentElement === list)?.item ?? null);
  }
}

/**
 * Makes a box to tick of the link in a row.
 * @param {HTMLElement} item
 */
function boxIn(item) {
  const link = /** @type {HTMLElement} */ (item.firstElementChild);
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "signal";
  box.value = item.id;
  const text = document.createElement("span");
  text.textContent = link.textContent;
  text.lang = link.lang;
  label.append(box, text);
  item.replaceChildren(label);
  return { box, text };
}
