// The list of a bundle on the page: its order, its headings and its notes, with buttons that the keyboard reaches.

import { cleaned } from "./bundle.js";

/** @typedef {import("./bundle.js").Item} Item */
/** @typedef {{id: number, name: string, language: string, href: string, chapter: number,
 *   part: string, cited: string, word: string, picture: string}} Pattern */

export class Rows {
  /** @type {Item[]} */
  items = [];

  /**
   * @param {HTMLElement} list
   * @param {HTMLTemplateElement} template of one row
   * @param {Map<number, Pattern>} patterns
   * @param {{changed: () => void, moved: (item: Item, place: number) => void,
   *   removed: (item: Item, place: number) => void}} told what to call afterwards
   */
  constructor(list, template, patterns, told) {
    this.list = list;
    this.template = template;
    this.patterns = patterns;
    this.told = told;
  }

  /** @param {Item[]} items */
  show(items) {
    this.items = items.map((item) => ({ ...item }));
    this.list.replaceChildren(...this.items.map((item) => this.row(item)));
    this.mark();
  }

  /**
   * @param {Item} item
   * @param {number} [place] at the end when not given
   */
  add(item, place = this.items.length) {
    this.items.splice(place, 0, { ...item });
    this.list.insertBefore(this.row(this.items[place]), this.list.children[place] ?? null);
    this.mark();
    this.told.changed();
  }

  /** @param {Item} item */
  row(item) {
    const row = /** @type {HTMLElement} */ (
      /** @type {DocumentFragment} */ (this.template.content.cloneNode(true)).firstElementChild
    );
    const pattern = /** @type {Pattern} */ (this.patterns.get(item.id));
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    link.href = pattern.href;
    const [number, name] = /** @type {NodeListOf<HTMLElement>} */ (link.querySelectorAll("span"));
    number.textContent = String(pattern.id);
    name.textContent = pattern.name;
    if (pattern.language !== document.documentElement.lang) {
      name.lang = pattern.language;
    }
    row.className = `chapter-${pattern.chapter}`;
    if (pattern.picture) {
      const tile = /** @type {HTMLElement} */ (row.querySelector(".tile"));
      const image = /** @type {HTMLImageElement} */ (tile.querySelector("img"));
      image.addEventListener("load", () => tile.removeAttribute("hidden"));
      image.src = pattern.picture;
    }
    const acts = /** @type {Record<string, () => void>} */ ({
      up: () => this.move(item, row, -1),
      down: () => this.move(item, row, 1),
      remove: () => this.remove(item, row),
    });
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (row.querySelectorAll("button"))) {
      button.setAttribute("aria-label", `${button.textContent}: ${pattern.id} ${pattern.name}`);
      button.addEventListener("click", acts[button.dataset.act ?? ""]);
    }
    // Each row has the same: who hears one of them is told of which pattern it is.
    const of = document.createElement("span");
    of.className = "visually-hidden";
    of.textContent = ` ${pattern.id} ${pattern.name}`;
    row.querySelector("summary")?.append(of);
    for (const label of row.querySelectorAll("label")) {
      label.lastElementChild?.setAttribute("aria-label", `${label.firstElementChild?.textContent}:${of.textContent}`);
    }
    for (const field of /** @type {const} */ (["heading", "note"])) {
      const input = /** @type {HTMLInputElement} */ (row.querySelector(`[name=${field}]`));
      input.value = item[field];
      input.addEventListener("input", () => {
        item[field] = cleaned(input.value, field);
        this.told.changed();
      });
    }
    row.querySelector("details")?.toggleAttribute("open", Boolean(item.heading || item.note));
    return row;
  }

  /**
   * @param {Item} item
   * @param {HTMLElement} row
   * @param {number} by one place up (-1) or down (1)
   */
  move(item, row, by) {
    const from = this.items.indexOf(item);
    const to = from + by;
    if (to < 0 || to >= this.items.length) {
      return;
    }
    const button = document.activeElement;
    this.items.splice(from, 1);
    this.items.splice(to, 0, item);
    row.remove();
    this.list.insertBefore(row, this.list.children[to] ?? null);
    this.mark();
    // The focus stays on the button; a first row has none to go up by, nor a last one to go down.
    const other = row.querySelector(`[data-act=${by < 0 ? "down" : "up"}]`);
    const next = button instanceof HTMLButtonElement && button.disabled ? other : button;
    if (next instanceof HTMLElement) {
      next.focus();
    }
    this.told.changed();
    this.told.moved(item, to);
  }

  /**
   * @param {Item} item
   * @param {HTMLElement} row
   */
  remove(item, row) {
    const place = this.items.indexOf(item);
    this.items.splice(place, 1);
    row.remove();
    this.mark();
    const next = this.list.children[Math.min(place, this.items.length - 1)];
    const focus = next?.querySelector("[data-act=remove]") ?? this.list;
    /** @type {HTMLElement} */ (focus).focus();
    this.told.changed();
    this.told.removed(item, place);
  }

  /** The first cannot go up and the last not down. */
  mark() {
    for (const [place, row] of [...this.list.children].entries()) {
      row.querySelector("[data-act=up]")?.toggleAttribute("disabled", place === 0);
      row.querySelector("[data-act=down]")?.toggleAttribute("disabled", place === this.items.length - 1);
    }
  }
}
