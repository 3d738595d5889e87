// The page to contribute on: each door with its form, its review and its ways out; what is cleared or opened again.

import { say } from "../report/clipboard.js";
import { arrive, fromPattern, textOf } from "./arrival.js";
import { data, words } from "./data.js";
import { Door } from "./door.js";
import { read } from "./message.js";
import { Review } from "./review.js";
import { WaysOut } from "./ways-out.js";

/** @typedef {import("./message.js").Answers} Answers */

const MOST_IN_FILE = 100_000; // bytes of a file that is opened: the longest contribution has a tenth of it

const doors = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.door"))].map(prepare);
document.querySelector("main")?.addEventListener("click", stay);
arrive();

/**
 * @param {HTMLDetailsElement} element
 * @returns {Door}
 */
function prepare(element) {
  const door = new Door(element);
  const ways = new WaysOut(door);
  const review = new Review(door, () => ways.link());
  const forget = clearing(door, review);
  ways.listen(review);
  opening(door, review, forget);
  stayInView(element);
  door.fields.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") {
      return;
    }
    door.unkept = door.some();
    door.hush();
    forget();
    review.soon();
  });
  door.fields.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeunload", (event) => {
    if (door.unkept) {
      event.preventDefault();
    }
  });
  begin(door);
  for (const control of element.querySelectorAll(".needs-module")) {
    control.classList.add("ready");
  }
  review.look();
  return door;
}

/**
 * Lets a link beside the forms, such as that to Privacy, open in a tab of its own while something is kept nowhere.
 * @param {Event} event
 */
function stay({ target }) {
  const link = /** @type {Element} */ (target).closest("a");
  const leaves = link && link.protocol === location.protocol && link.pathname !== location.pathname && !link.download;
  if (leaves && doors.some(({ unkept }) => unkept)) {
    link.target = "_blank";
  }
}

/**
 * Clears a form, and puts back what was cleared last as long as nothing else is written.
 * @param {Door} door
 * @param {Review} review
 * @returns {() => void} what was cleared comes back no more
 */
function clearing(door, review) {
  const place = /** @type {HTMLElement} */ (door.part("cleared"));
  const undo = /** @type {HTMLButtonElement} */ (door.element.querySelector("[data-do=undo]"));
  /** @type {Answers | undefined} */
  let cleared;
  const forget = () => {
    cleared = undefined;
    undo.hidden = true;
  };
  door.element.querySelector("[data-do=clear]")?.addEventListener("click", () => {
    const was = door.answers();
    const filledIn = door.form.questions.some(({ key }) => was[key] && key !== "language");
    door.fields.reset();
    door.unkept = false;
    review.look();
    door.hush();
    if (filledIn) {
      cleared = was;
    }
    undo.hidden = !cleared;
    say(place, words.contribute_cleared);
  });
  undo.addEventListener("click", () => {
    door.fill(cleared ?? {});
    door.unkept = door.some();
    forget();
    review.look();
    door.hush();
    say(place, words.contribute_opened);
    door.field(door.form.questions[0].key).focus();
  });
  return forget;
}

/**
 * Opens a text that was saved before.
 * @param {Door} door
 * @param {Review} review
 * @param {() => void} forget
 */
function opening(door, review, forget) {
  const place = /** @type {HTMLElement} */ (door.part("opened"));
  const file = /** @type {HTMLInputElement} */ (door.element.querySelector("input[type=file]"));
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    const text = chosen && chosen.size < MOST_IN_FILE ? await chosen.text() : "";
    file.value = "";
    const found = read(door.form, data.end, text);
    door.hush();
    const other = found ? undefined : otherEdition(text);
    if (other) {
      say(place, words.contribute_other_edition);
      setTimeout(() => place.append(" ", other));
      return;
    }
    if (!found || door.some()) {
      say(place, found ? words.contribute_replaces : words.contribute_not_opened);
      return;
    }
    door.fill(found);
    forget();
    review.look();
    say(place, words.contribute_opened);
    door.field(door.form.questions[0].key).focus();
  });
}

/**
 * Keeps a door in view that is opened while the other one closes above it.
 * @param {HTMLDetailsElement} door
 */
function stayInView(door) {
  const summary = /** @type {HTMLElement} */ (door.querySelector("summary"));
  summary.addEventListener("click", () => {
    door.addEventListener("toggle", () => {
      const { top } = summary.getBoundingClientRect();
      if (door.open && (top < 0 || top > innerHeight / 2)) {
        door.scrollIntoView();
      }
    }, { once: true });
  });
}

/**
 * Fills in the pattern that the address names.
 * @param {Door} door
 */
function begin(door) {
  const option = fromPattern();
  const at = door.form.questions.find(({ key }) => key === "pattern" || key === "page");
  if (option && at && !door.field(at.key).value) {
    door.field(at.key).value = at.kind === "pattern" ? option.value : option.text;
  }
  const text = door.part("text");
  if (option && text) {
    text.replaceChildren(textOf(option, `${words.contribute_text_of} ${option.value}`));
    text.hidden = false;
  }
  door.unkept = false;
}

/**
 * @param {string} text of a file
 * @returns {Node | undefined} the way to this page in the language that the file was written in, if that is another
 */
function otherEdition(text) {
  const [, edition] = Object.entries(data.others).find(([mark]) => text.includes(mark)) ?? [];
  return edition && document.querySelector(`a.switch[hreflang="${edition}"]`)?.cloneNode(true);
}
