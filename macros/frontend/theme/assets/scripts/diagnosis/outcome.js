// The list that follows from what was ticked: the patterns to begin with, and why each of them is in it.

import { filled } from "../sentences.js";

/** @typedef {{name: string, language: string, address: string, chapter: number, picture: string, ten: string,
 *   begin: string, then: number[], watch: {pattern?: number, text?: string, label?: string}}} Card */
/** @typedef {{words: Record<string, string>, patterns: Record<string, Card>}} Cards */
/** @typedef {{pattern: number, score: number, because: {kind: string, signal?: string, stated?: boolean,
 *   choice?: string, fits?: boolean}[]}} Result */
/** @typedef {{begin: number[], then: number[], stated: boolean}} Signal */
/** @typedef {{terms: Record<string, Record<string, string>>, signals: Record<string, Signal>,
 *   entries: {id: number, role: string[], time: string}[]}} Index */

const ANSWER = "missing."; // what the ids of answers begin with, among those of signals
const LEAST = 3;
const MOST = 6;
const SHARE = 0.3; // of the best score, which a pattern beyond the least must have

/**
 * @param {Result[]} results the best first
 * @returns {Result[]} those to show
 */
export function shown(results) {
  return results.filter(({ score }, at) => at < LEAST || (at < MOST && score >= SHARE * results[0].score));
}

export class Outcome {
  /**
   * @param {HTMLElement} place
   * @param {{root: string, cards: Cards, index: Index, text: (id: string) => HTMLElement | undefined,
   *   answer: () => string, role: () => string, time: () => string}} known what was fetched, and what the page says
   */
  constructor(place, known) {
    this.place = place;
    this.known = known;
    this.words = known.cards.words;
    this.template = /** @type {HTMLTemplateElement} */ (place.querySelector("template"));
    this.entries = new Map(known.index.entries.map((entry) => [entry.id, entry]));
  }

  /** @param {string} name */
  part(name) {
    return /** @type {HTMLElement} */ (this.place.querySelector(`[data-part=${name}]`));
  }

  /** @param {Result[]} results */
  show(results) {
    const ten = this.part("ten");
    const first = this.card(results[0].pattern);
    ten.className = `ten chapter-${first.chapter}`;
    const sentence = this.part("do");
    sentence.textContent = first.ten;
    inLanguage(sentence, first.language);
    this.fillLink(/** @type {HTMLAnchorElement} */ (ten.querySelector("a")), results[0].pattern);
    this.part("ranked").replaceChildren(...results.map((result) => this.row(result)));
  }

  /** @param {number} number */
  card(number) {
    return this.known.cards.patterns[number];
  }

  /** @param {Result} result */
  row({ pattern, because }) {
    const row = /** @type {HTMLElement} */ (
      /** @type {DocumentFragment} */ (this.template.content.cloneNode(true)).firstElementChild
    );
    const card = this.card(pattern);
    row.className = `chapter-${card.chapter}`;
    row.dataset.pattern = String(pattern);
    const tile = /** @type {HTMLElement} */ (row.querySelector(".tile"));
    tile.append(card.picture ? picture(card.picture) : String(pattern));
    this.fillLink(/** @type {HTMLAnchorElement} */ (row.querySelector(".title a")), pattern);
    /** @type {HTMLElement} */ (row.querySelector(".facts")).textContent = this.facts(pattern, because);
    const from = this.tiedTo(pattern, because)?.from;
    const then = card.then.filter((number) => number !== from).map((number) => this.link(number));
    const parts = /** @type {Record<string, (HTMLElement | string)[]>} */ ({
      why: this.reasons(pattern, because),
      begin: [paragraph(card.begin, card.language)],
      then: then.map((link) => paragraph([link])),
      watch: this.watch(card),
    });
    if (card.watch.label) {
      /** @type {HTMLElement} */ (row.querySelector("[data-part=watch] dt")).textContent = this.words[card.watch.label];
    }
    for (const [name, content] of Object.entries(parts)) {
      const part = /** @type {HTMLElement} */ (row.querySelector(`[data-part=${name}]`));
      part.hidden = content.length === 0;
      part.querySelector("dd")?.append(...content);
    }
    return row;
  }

  /**
   * @param {number} pattern
   * @param {Result["because"]} because
   * @returns {string} who can start it and how long it takes, and where that is not what was chosen
   */
  facts(pattern, because) {
    const { role = [], time = "" } = this.entries.get(pattern) ?? {};
    const { words } = this;
    const { terms } = this.known.index;
    const [first = "", ...others] = role.map((one) => terms.role[one]);
    const unfit = new Set(because.filter(({ fits }) => fits === false).map(({ choice }) => choice));
    const lengths = Object.keys(terms.time); // the shortest first
    const longer = lengths.indexOf(time) > lengths.indexOf(this.known.time());
    const other = unfit.has("role") && words.diagnosis_other_role;
    const length = unfit.has("time") && (longer ? words.diagnosis_longer : words.diagnosis_shorter);
    return [[first, ...others.map(lower)].join(", "), other, terms.time[time], length].filter(Boolean).join(" · ");
  }

  /**
   * @param {number} pattern
   * @param {Result["because"]} because
   * @returns {{from: number, next: boolean} | undefined} the pattern through which it is in the list, if no signal is
   *   its own, and whether it is a next step after that one
   */
  tiedTo(pattern, because) {
    const { signals } = this.known.index;
    const ids = because.flatMap(({ kind, signal }) => (kind === "signal" && signal ? [signal] : []));
    if (!ids.length || ids.some((id) => signals[id].begin.includes(pattern))) {
      return undefined;
    }
    const then = ids.find((id) => signals[id].then.includes(pattern));
    return { from: signals[then ?? ids[0]].begin[0], next: Boolean(then) };
  }

  /** @param {Card} card */
  watch({ watch, language }) {
    if (!watch.text) {
      return [];
    }
    const text = paragraph(watch.text, watch.pattern ? document.documentElement.lang : language);
    if (!watch.pattern) {
      return [text];
    }
    const [before, after] = this.words.diagnosis_opposite.split("{name}");
    return [paragraph([before, this.link(watch.pattern), after]), text];
  }

  /**
   * @param {number} pattern
   * @param {Result["because"]} because
   */
  reasons(pattern, because) {
    const { words } = this;
    const { signals, terms } = this.known.index;
    const ids = because.flatMap(({ kind, signal }) => (kind === "signal" && signal ? [signal] : []));
    const direct = ids.filter((id) => signals[id].begin.includes(pattern));
    const ticked = direct.filter((id) => !id.startsWith(ANSWER));
    const said = [];
    if (ticked.length) {
      // What is said of where a signal comes from is said of the one that is shown.
      const shown = ticked.find((id) => signals[id].stated) ?? ticked[0];
      const example = document.createElement("em");
      example.append(this.known.text(shown) ?? "");
      const before = ticked.length > 1 ? words.diagnosis_ticked : words.diagnosis_ticked_one;
      said.push(paragraph([filled(before, { count: ticked.length }), " ", example]), ...this.basis(shown));
    }
    for (const id of direct.filter((one) => one.startsWith(ANSWER))) {
      said.push(paragraph(filled(words.diagnosis_answered, { answer: lower(this.known.answer()) })), ...this.basis(id));
    }
    const tied = this.tiedTo(pattern, because);
    if (tied) {
      const [before, after] = (tied.next ? words.diagnosis_then_of : words.diagnosis_tied_to).split("{name}");
      said.push(paragraph([before, this.link(tied.from), after]));
    }
    if (because.some(({ choice, fits }) => choice === "role" && fits)) {
      said.push(paragraph(filled(words.diagnosis_fits, { role: lower(terms.role[this.known.role()]) })));
    }
    return said;
  }

  /**
   * @param {string} id of a signal or an answer
   * @returns {HTMLElement[]} that a source names it, if one does; below the list stands what holds for the others
   */
  basis(id) {
    return this.known.index.signals[id].stated ? [basis(this.words.basis_stated)] : [];
  }

  /** @param {number} number */
  link(number) {
    const link = document.createElement("a");
    link.className = `chapter-${this.card(number).chapter}`;
    const [no, name] = [document.createElement("span"), document.createElement("span")];
    no.className = "no";
    name.className = "name";
    link.append(no, " ", name);
    this.fillLink(link, number);
    return link;
  }

  /**
   * @param {HTMLAnchorElement} link with a place for the number and one for the name
   * @param {number} number
   */
  fillLink(link, number) {
    const card = this.card(number);
    link.href = this.known.root + card.address;
    /** @type {HTMLElement} */ (link.querySelector(".no")).textContent = String(number);
    const name = /** @type {HTMLElement} */ (link.querySelector(".name"));
    name.textContent = card.name;
    inLanguage(name, card.language);
  }
}

/**
 * @param {string | (Node | string)[]} content
 * @param {string} [language]
 */
function paragraph(content, language = document.documentElement.lang) {
  const made = document.createElement("p");
  made.append(...(typeof content === "string" ? [content] : content));
  inLanguage(made, language);
  return made;
}

/** @param {string} text */
function basis(text) {
  const made = paragraph(text);
  made.className = "basis";
  return made;
}

/**
 * @param {HTMLElement} element
 * @param {string} language
 */
function inLanguage(element, language) {
  if (language !== document.documentElement.lang) {
    element.lang = language;
  } else {
    element.removeAttribute("lang");
  }
}

/** @param {string} text as it stands within a sentence */
function lower(text) {
  return text.charAt(0).toLocaleLowerCase(document.documentElement.lang) + text.slice(1);
}

/** @param {string} svg a picture of the site's own */
function picture(svg) {
  return document.importNode(new DOMParser().parseFromString(svg, "text/html").body.firstElementChild ?? new Text(), true);
}
