// The list of what a query finds: patterns, then what comes close, and other pages.

import { whileBusy } from "../busy.js";
import { filled } from "../sentences.js";
import { askedBy, countAbout, isTitle } from "./about.js";
import { pagesOf, patternsOf, picturesOf } from "./load.js";
import { markWords, sentenceOf } from "./quote.js";
import { near, rank, rankPages } from "./score.js";
import { typedWords } from "./words.js";

/** @typedef {import("./types.js").Index} Index */
/** @typedef {import("./types.js").Result} Result */

const FIRST = 10; // results shown before "more"
const LEAST = 8;
const SHARE = 0.2; // of the best score, which a result beyond the least must have
const SHARE_OF_MORE = 0.3; // the same for a query of more words, of which it must match two
const PAGES = 5;
const PAUSE = 500; // milliseconds without another query after which it is said what was found: not at every letter
const LONGEST_SHOWN = 80; // characters of a query that are shown again

/**
 * @param {string} name
 * @param {string} className
 * @param {...(string | Node)} parts
 */
function made(name, className, ...parts) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...parts);
  return element;
}

/**
 * The results that are worth showing: a common word alone is no reason beyond the first few.
 * @type {(ranked: Result[], more: boolean) => Result[]}
 */
function listed(ranked, more) {
  const least = (more ? SHARE_OF_MORE : SHARE) * (ranked[0]?.score ?? 0);
  return ranked.filter(({ score, because }, at) => at < LEAST || (score >= least && (!more || because.length > 1)));
}

/** @type {(numbers: number[]) => Result[]} results that no word of the query led to */
const numbered = (numbers) => [...new Set(numbers)].map((pattern) => ({ pattern, score: 0, because: [] }));

/** A list that shows what a query finds. */
export class Results {
  /**
   * @param {HTMLElement} place of the list
   * @param {HTMLElement} said a live region
   * @param {{index: string, root: string, busy?: string, most?: number, named?: boolean}} options the addresses of the index
   *   and of the site; what is said while fetching; how many results at most; named: other pages only by their title
   */
  constructor(place, said, { index, root, busy = "", most = Infinity, named = false }) {
    this.place = place;
    this.said = said;
    this.index = new URL(index, location.href).href;
    this.root = new URL(root, location.href).href;
    this.busy = busy;
    this.most = most;
    this.named = named;
    this.turn = 0;
    this.all = false;
  }

  /**
   * Shows what a query finds; what was asked for later is not overtaken.
   * @param {string} text
   * @param {boolean} [all] whether the list is shown to its end
   * @throws {Error} when the index cannot be had
   */
  async show(text, all = false) {
    const turn = ++this.turn;
    this.all = all;
    if (!text.trim()) {
      this.place.replaceChildren();
      this.said.textContent = "";
      return;
    }
    const index = await whileBusy(patternsOf(this.index), () => {
      if (turn === this.turn) this.said.textContent = this.busy;
    });
    if (turn !== this.turn) return;
    const ranked = listed(rank(index, { words: text }), typedWords(text, index.rules).length > 1);
    this.asked = askedBy(index, text);
    const count = countAbout(ranked, this.asked);
    const pages = this.otherPages(text);
    const named = this.named || !count ? (await pages).filter(({ named }) => named) : [];
    if (turn !== this.turn) return;
    const { labels } = index.data;
    if (named.length) this.place.replaceChildren(made("section", "other-pages", this.pages(named, labels)));
    else this.place.replaceChildren(...(ranked.length ? this.found(ranked, count, index) : this.nothing(text, index)));
    const shown = text.trim().length > LONGEST_SHOWN ? `${text.trim().slice(0, LONGEST_SHOWN)}…` : text.trim();
    const sentence = named.length ? labels.page : !ranked.length ? labels.none : labels[["close", "one"][count] ?? "many"];
    const [before, after] = sentence.split("{query}").map((/** @type {string} */ part) => filled(part, { count }));
    setTimeout(() => {
      if (turn !== this.turn) return;
      this.said.replaceChildren(before, made("bdi", "", shown), after ?? "");
      this.said.toggleAttribute("data-no-results", !count && !named.length);
    }, this.said.textContent === this.busy ? 0 : PAUSE);
    this.addPictures();
    const others = named.length || this.named ? [] : await pages;
    if (turn !== this.turn || !others.length) return;
    this.place.append(made("section", "other-pages", made("h2", "results-heading", labels.others), this.pages(others, labels)));
  }

  /** @type {(ranked: Result[], count: number, index: Index) => HTMLElement[]} */
  found(ranked, count, index) {
    const { labels } = index.data;
    const found = count ? ranked.slice(0, count) : ranked.slice(0, LEAST);
    const close = ranked.slice(found.length, Math.min(LEAST, this.most));
    const shown = found.slice(0, this.all ? this.most : Math.min(FIRST, this.most));
    const list = made("ol", "results", ...shown.map((result) => this.card(result, index)));
    const parts = [list];
    const left = Math.min(found.length, this.most) - shown.length;
    if (left > 0) {
      const more = made("button", "button inline", filled(labels.more, { count: left }));
      more.setAttribute("type", "button");
      more.addEventListener("click", () => {
        const rest = found.slice(shown.length, this.most).map((result) => this.card(result, index));
        list.append(...rest);
        more.remove();
        this.all = true;
        this.place.dispatchEvent(new Event("all"));
        rest[0].querySelector("a")?.focus();
        this.addPictures();
      });
      parts.push(more);
    }
    parts.push(...this.group(labels.also, close, index));
    if (ranked.length < LEAST) parts.push(...this.group(labels.beside, numbered(this.beside(ranked, index)), index));
    return parts;
  }

  /** @type {(found: Result[], index: Index) => number[]} the nearest by relations, so many that the list is long enough */
  beside(found, index) {
    const near = new Set(found.map(({ pattern }) => pattern));
    for (const number of near) {
      if (near.size >= LEAST) break;
      for (const tie of this.entry(index, number).ties) near.add(tie);
    }
    return [...near].slice(found.length, Math.min(LEAST, this.most));
  }

  /** @type {(text: string, index: Index) => HTMLElement[]} */
  nothing(text, index) {
    const { labels } = index.data;
    return [made("p", "", labels.none_advice), ...this.group(labels.near, numbered(near(index, text).slice(0, LEAST)), index)];
  }

  /** @type {(heading: string, results: Result[], index: Index) => HTMLElement[]} */
  group(heading, results, index) {
    const cards = results.map((result) => this.card(result, index));
    return cards.length ? [made("h2", "results-heading", heading), made("ol", "results", ...cards)] : [];
  }

  /** @type {(index: Index, number: number) => import("./types.js").Entry} */
  entry(index, number) {
    return index.entries.find(({ id }) => id === number) ?? {};
  }

  /** @type {(result: Result, index: Index) => HTMLElement} */
  card({ pattern, because }, index) {
    const entry = this.entry(index, pattern);
    const asked = /** @type {import("./types.js").Asked} */ (this.asked);
    const { labels, chapters, terms } = index.data;
    const item = made("li", `chapter-${chapters.indexOf(entry.chapter) + 1}`);
    item.dataset.pattern = String(pattern);
    const tile = made("span", "tile", String(pattern));
    tile.setAttribute("aria-hidden", "true");
    const name = made("span", "name");
    markWords(name, entry.name, index, asked);
    const link = /** @type {HTMLAnchorElement} */ (made("a", "go", made("span", "no", String(pattern)), " ", name));
    link.href = new URL(entry.address, this.root).href;
    const { text, field } = sentenceOf(entry, index, asked);
    const quote = made("p", "");
    markWords(quote, text, index, asked);
    if (entry.lang) [name.lang, quote.lang] = [entry.lang, entry.lang];
    const roles = entry.role.map((/** @type {string} */ role) => lowered(terms.role[role] ?? role));
    const start = roles.length > 1 ? `${roles.slice(0, -1).join(", ")} ${labels.or} ${roles.at(-1)}` : roles.join("");
    const weight = (/** @type {{typed: string}} */ { typed }) => asked.weights.get(typed) ?? 0;
    const words = because.flatMap((why) => (why.kind === "word" ? [why] : [])).sort((one, other) => weight(other) - weight(one));
    const about = (asked.shares.get(pattern) ?? 0) >= asked.enough;
    const stood = words.some((why) => why.field === "id") ? "id" : field || (about && words[0]?.field);
    const facts = [terms.time[entry.time] ?? entry.time, filled(labels.can_start, { roles: start })];
    if (stood) facts.push(labels[`in_${stood}`]);
    item.append(tile, made("p", "title", link), quote, made("p", "small", facts.join(" · ")));
    return item;
  }

  /** Puts pictures in the place of numbers; without them the numbers stay. */
  async addPictures() {
    /** @type {{[number: string]: string}} */
    const pictures = await picturesOf(this.index).catch(() => ({}));
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.place.querySelectorAll("li[data-pattern]"))) {
      const written = pictures[item.dataset.pattern ?? ""];
      const tile = item.querySelector(".tile");
      if (!written || !tile || tile.firstElementChild) continue;
      const drawn = new DOMParser().parseFromString(written, "text/html").body.firstElementChild;
      if (drawn) tile.replaceChildren(drawn);
    }
  }

  /** @type {(text: string) => Promise<{entry: import("./types.js").Entry, named: boolean}[]>} named: it has that title */
  async otherPages(text) {
    const pages = await pagesOf(this.index).catch(() => undefined);
    if (!pages) return [];
    const found = rankPages(pages, text).filter(([, score]) => score >= 0.3).slice(0, PAGES);
    return found.map(([place]) => {
      const entry = pages.entries[place];
      return { entry, named: isTitle(entry.name, text, pages.rules) };
    });
  }

  /** @type {(pages: {entry: import("./types.js").Entry}[], labels: {[name: string]: string}) => HTMLElement} */
  pages(pages, labels) {
    const items = pages.map(({ entry }) => {
      const link = /** @type {HTMLAnchorElement} */ (made("a", "", entry.name));
      link.href = new URL(entry.address, this.root).href;
      return made("li", "", link, `, ${labels[`kind_${entry.kind}`]}`);
    });
    return made("ul", "", ...items);
  }

  /** The links of the results, in order. */
  links() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.place.querySelectorAll(".results .go")]);
  }
}

/** @param {string} name */
const lowered = (name) => name.charAt(0).toLocaleLowerCase(document.documentElement.lang) + name.slice(1);

/**
 * Lets the arrow keys go from the field through the results and back.
 * @param {HTMLElement} around
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {Results} results
 */
export function goWithArrows(around, field, results) {
  around.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = results.links();
    const at = links.findIndex((link) => link === document.activeElement);
    const inField = document.activeElement === field;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || !(at >= 0 || (inField && step > 0 && field.selectionEnd === field.value.length))) return;
    const next = at + step < 0 ? field : links[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
