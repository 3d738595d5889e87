// The page to contribute on: fills in what an address names, shows what to look at again, and prepares the ways to
// send. The page itself sends and keeps nothing.

import { copy, say } from "../report/clipboard.js";
import { save } from "../report/files.js";
import { checker, filled, wordsOf } from "./findings.js";
import { read, written } from "./message.js";

/** @typedef {import("./message.js").Answers} Answers */
/** @typedef {import("./findings.js").Finding} Finding */

const PAUSE = 300; // milliseconds without a key before a text is looked at
const NEARLY = 0.9; // of the characters of an answer, from where they are counted

const data = JSON.parse(/** @type {HTMLElement} */ (document.querySelector("#contribute-data")).textContent ?? "{}");
const { words } = data;
const findingsIn = checker(data);

for (const door of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.door"))) {
  prepare(door);
}
const about = fromPattern();
openNamed(!about);
addEventListener("hashchange", () => openNamed());
if (about) {
  tellAbout(about);
}

/** @returns {HTMLOptionElement | undefined} the pattern that the address names */
function fromPattern() {
  const number = new URLSearchParams(location.search).get("pattern");
  const known = /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll("[name=pattern] option"));
  return [...known].find(({ value }) => value && value === number);
}

/**
 * Opens the door that the address names; one with a pattern and no door is for a story.
 * @param {boolean} [goes] whether it comes into view
 */
function openNamed(goes = true) {
  const named = location.hash.slice(1) || (new URLSearchParams(location.search).has("pattern") ? "voorbeeld" : "");
  const door = document.getElementById(named);
  if (door instanceof HTMLDetailsElement && door.classList.contains("door")) {
    door.open = true;
    if (goes) {
      door.scrollIntoView();
    }
  }
}

/**
 * Says at the top which pattern this is about, and begins there: what the page is for stands there too.
 * @param {HTMLOptionElement} pattern
 */
function tellAbout(pattern) {
  const place = /** @type {HTMLElement} */ (document.querySelector("#contribute-about"));
  const onward = document.createElement("a");
  onward.href = location.hash || "#voorbeeld";
  onward.textContent = words.contribute_to_form;
  place.replaceChildren(`${words.contribute_about} `, textOf(pattern, pattern.text), ". ", onward);
  place.hidden = false;
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (entry?.type === "navigate") {
    // The browser itself goes to the door until everything is there.
    addEventListener("load", () => setTimeout(() => scrollTo({ top: 0, behavior: "instant" })), { once: true });
  }
}

/**
 * A link to the text of a pattern, in a tab of its own: what was written here stays.
 * @param {HTMLOptionElement} pattern
 * @param {string} name
 */
function textOf({ value, lang }, name) {
  const link = document.createElement("a");
  link.href = data.patterns[value];
  link.target = "_blank";
  link.rel = "noopener";
  const named = document.createElement("span");
  named.lang = lang || document.documentElement.lang;
  named.textContent = name;
  link.append(named, ` (${words.contribute_about_opens})`);
  return link;
}

/** @param {HTMLDetailsElement} door */
function prepare(door) {
  const kind = door.dataset.form ?? "";
  const form = data.forms[kind];
  const fields = /** @type {HTMLFormElement} */ (door.querySelector("form"));
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (door.querySelector(`[data-part=${name}]`));
  const review = /** @type {HTMLElement} */ (part("review"));
  const status = /** @type {HTMLElement} */ (review.querySelector("[role=status]"));
  const said = /** @type {HTMLElement} */ (part("said"));
  const mailed = part("mailed");
  const opened = /** @type {HTMLElement} */ (part("opened"));
  const emptied = /** @type {HTMLElement} */ (part("cleared"));
  const undo = /** @type {HTMLButtonElement} */ (door.querySelector("[data-do=undo]"));
  const summary = /** @type {HTMLElement} */ (door.querySelector("summary"));
  const waysOut = /** @type {NodeListOf<HTMLElement>} */ (door.querySelectorAll("[data-way]"));
  let seen = ""; // the findings that the sender was shown when choosing a way
  let unkept = false; // whether something was written that is nowhere else yet
  let tooLong = { mail: false, issue: false }; // whether a link cannot carry the text
  /** @type {Answers | undefined} what was cleared last, as long as nothing else is written */
  let cleared;
  /** @type {number | undefined} */
  let waiting;

  /** @param {string} key */
  const field = (key) =>
    /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (fields.elements.namedItem(key));

  /** @returns {Answers} */
  function answers() {
    return Object.fromEntries(form.questions.map(({ key, kind: of }) => [key, of === "pattern" ? patternIn(key) : field(key).value]));
  }

  /** @param {string} key */
  function patternIn(key) {
    const select = /** @type {HTMLSelectElement} */ (field(key));
    return select.value && select.selectedOptions[0].text;
  }

  /** @returns {boolean} whether there is a text; what an address filled in is none */
  function some() {
    return form.questions.some(({ key, kind: of }) => of === "text" && field(key).value.trim());
  }

  const message = () => written(form, data.end, answers());
  const fileName = () => `${form.title}.txt`;

  /** Looks at everything anew: counts, what stands with each question, the list before sending, and the links. */
  function look() {
    waiting = undefined;
    const given = answers();
    const found = findingsIn(form, given);
    const shown = found.filter(({ message: name }) => name !== "contribution.missing");
    count(given);
    for (const { key } of form.questions) {
      const list = document.getElementById(`${kind}-${key}-found`);
      list?.replaceChildren(...shown.filter(({ question }) => question === key).map((one) => item(one)));
    }
    if (some()) {
      const told = found.length ? filled(found.length === 1 ? words.contribute_findings_one : words.contribute_findings, { count: found.length }) : words.contribute_no_findings;
      if (status.textContent !== told) {
        status.textContent = told;
      }
      review.querySelector("ul")?.replaceChildren(...found.map((one) => item(one, true)));
    } else {
      status.textContent = words.contribute_empty;
      review.querySelector("ul")?.replaceChildren();
    }
    link();
    return found;
  }

  /** @param {Answers} given */
  function count(given) {
    const place = part("count");
    if (place) {
      const number = wordsOf(form, given);
      const over = number > form.words;
      place.textContent = filled(over ? words.contribute_count_over : words.contribute_count, { count: number, most: form.words });
      place.classList.toggle("over", over);
    }
    for (const { key, characters, kind: of } of form.questions) {
      const length = [...given[key].trim()].length;
      const hint = door.querySelector(`[data-count="${key}"]`);
      if (of === "choice" || of === "pattern" || length < characters * NEARLY) {
        hint?.remove();
      } else {
        const shown = hint ?? made("p", "count", { count: key });
        shown.textContent = `${length} / ${characters}`;
        field(key).after(shown);
      }
    }
  }

  /** Puts the text into the links that can carry it. */
  function link() {
    const text = message();
    const long = text.length > data.mostInLink;
    for (const way of waysOut) {
      if (way instanceof HTMLAnchorElement && way.dataset.way === "mail") {
        const body = (long ? words.contribute_attached : text).replace(/\n/g, "\r\n");
        way.href = `mailto:${data.mail}?subject=${encodeURIComponent(form.title)}&body=${encodeURIComponent(body)}`;
        tooLong.mail = long;
        show("long", long);
      }
      if (way instanceof HTMLAnchorElement && way.dataset.way === "issue") {
        const address = (way.dataset.address ?? "") + encodeURIComponent(text);
        tooLong.issue = address.length > data.mostInAddress;
        way.href = tooLong.issue ? (way.dataset.address ?? "") : address;
        show("issue-long", tooLong.issue);
      }
    }
  }

  /**
   * @param {string} name
   * @param {boolean} shown
   */
  function show(name, shown) {
    const place = part(name);
    if (place) {
      place.hidden = !shown;
    }
  }

  /**
   * @param {Finding} finding
   * @param {boolean} [linked] whether it leads to its question, whose words it then names
   */
  function item(finding, linked = false) {
    const one = document.createElement("li");
    if (linked) {
      const way = document.createElement("a");
      way.href = `#${kind}-${finding.question}`;
      way.textContent = door.querySelector(`label[for="${kind}-${finding.question}"]`)?.firstChild?.textContent?.trim() ?? "";
      way.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(finding);
      });
      one.append(way, " ");
    }
    if (finding.written) {
      const mark = document.createElement("mark");
      mark.textContent = finding.written;
      one.append(mark, ": ");
    }
    one.append(`${finding.wrong}. ${finding.right[0].toUpperCase()}${finding.right.slice(1)}.`);
    return one;
  }

  /** @param {Finding} finding */
  function goTo({ question, written: words, start }) {
    const at = field(question);
    at.focus();
    if (words && at instanceof HTMLTextAreaElement) {
      const lead = at.value.length - at.value.trimStart().length;
      at.setSelectionRange(lead + start, lead + start + words.length);
    }
  }

  /**
   * Shows what to look at before a text leaves; choosing once more means that it is right as it is.
   * @returns {boolean} whether the text may leave
   */
  function mayLeave() {
    clearTimeout(waiting);
    const found = look();
    const now = JSON.stringify([!some(), found]);
    if (some() && (!found.length || now === seen)) {
      return true;
    }
    seen = now;
    hush();
    say(status, some() ? `${words.contribute_again} ${status.textContent}` : words.contribute_empty);
    review.focus({ preventScroll: true });
    setTimeout(() => review.scrollIntoView()); // once its words are there
    return false;
  }

  /** Takes back what was said of the text as it was. */
  function hush() {
    for (const place of [said, mailed, opened, emptied]) {
      place?.replaceChildren();
    }
  }

  const keep = () => save(message(), "text/plain;charset=utf-8", fileName());

  const ways = /** @type {Record<string, () => void | Promise<void>>} */ ({
    mail: () => {
      if (tooLong.mail && mailed) {
        keep();
        say(mailed, filled(words.contribute_saved_to_attach, { name: fileName() }));
      }
      unkept = false;
    },
    issue: () => {
      unkept &&= tooLong.issue;
    },
    save: () => {
      keep();
      unkept = false;
      say(said, words.contribute_saved);
    },
    copy: async () => {
      const text = message();
      const box = document.createElement("pre");
      box.textContent = text;
      const done = await copy({ html: box.outerHTML, text });
      unkept &&= !done;
      say(said, done ? words.contribute_copied : words.contribute_not_copied);
    },
  });

  for (const way of waysOut) {
    way.addEventListener("click", (event) => {
      const keeps = way.dataset.way === "save"; // on one's own device: nothing leaves
      if (keeps ? !some() : !mayLeave()) {
        event.preventDefault();
        if (keeps) {
          say(said, words.contribute_empty);
        }
        return;
      }
      hush();
      ways[way.dataset.way ?? ""]?.();
    });
  }

  door.querySelector("[data-do=clear]")?.addEventListener("click", () => {
    const was = answers();
    const filledIn = form.questions.some((/** @type {{key: string}} */ { key }) => was[key] && key !== "language");
    fields.reset();
    unkept = false;
    look();
    hush();
    if (filledIn) {
      cleared = was;
    }
    undo.hidden = !cleared;
    say(emptied, words.contribute_cleared);
  });
  undo.addEventListener("click", () => {
    fill(cleared ?? {});
    unkept = some();
    forget();
    look();
    hush();
    say(emptied, words.contribute_opened);
    field(form.questions[0].key).focus();
  });

  /** What was cleared comes back no more. */
  function forget() {
    cleared = undefined;
    undo.hidden = true;
  }

  // The other door closes, and what stands below it moves up.
  summary.addEventListener("click", () => {
    door.addEventListener("toggle", () => {
      const { top } = summary.getBoundingClientRect();
      if (door.open && (top < 0 || top > innerHeight / 2)) {
        door.scrollIntoView();
      }
    }, { once: true });
  });

  fields.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") {
      return;
    }
    unkept = some();
    hush();
    forget();
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  fields.addEventListener("submit", (event) => event.preventDefault());

  const file = /** @type {HTMLInputElement} */ (door.querySelector("input[type=file]"));
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    const text = chosen && chosen.size < 100_000 ? await chosen.text() : "";
    file.value = "";
    const found = read(form, data.end, text);
    hush();
    const other = found ? undefined : otherEdition(text);
    if (other) {
      say(opened, words.contribute_other_edition);
      setTimeout(() => opened.append(" ", other));
      return;
    }
    if (!found || some()) {
      say(opened, found ? words.contribute_replaces : words.contribute_not_opened);
      return;
    }
    fill(found);
    forget();
    look();
    say(opened, words.contribute_opened);
    field(form.questions[0].key).focus();
  });

  /** @param {Answers} given */
  function fill(given) {
    for (const { key, kind: of } of form.questions) {
      const at = field(key);
      if (of === "pattern") {
        const option = [.../** @type {HTMLSelectElement} */ (at).options].find(({ text }) => text === given[key]);
        at.value = option?.value ?? "";
      } else {
        at.value = given[key] ?? "";
      }
    }
  }

  /** Fills in the pattern that the address names. */
  function begin() {
    const option = fromPattern();
    const at = form.questions.find((/** @type {{key: string}} */ { key }) => key === "pattern" || key === "page");
    if (option && at && !field(at.key).value) {
      field(at.key).value = at.kind === "pattern" ? option.value : option.text;
    }
    const text = part("text");
    if (option && text) {
      text.replaceChildren(textOf(option, `${words.contribute_text_of} ${option.value}`));
      text.hidden = false;
    }
    unkept = false;
  }

  addEventListener("beforeunload", (event) => {
    if (unkept) {
      event.preventDefault();
    }
  });
  begin();
  for (const control of door.querySelectorAll(".needs-module")) {
    control.classList.add("ready");
  }
  look();
}

/**
 * @param {string} tag
 * @param {string} name of its class
 * @param {Record<string, string>} about
 */
function made(tag, name, about) {
  const element = document.createElement(tag);
  element.className = name;
  Object.assign(element.dataset, about);
  return element;
}

/**
 * @param {string} text of a file
 * @returns {Node | undefined} the way to this page in the language that the file was written in, if that is another
 */
function otherEdition(text) {
  const [, edition] = Object.entries(data.others).find(([mark]) => text.includes(mark)) ?? [];
  return edition && document.querySelector(`a.switch[hreflang="${edition}"]`)?.cloneNode(true);
}
