// The ways to send what was written, or to keep it: a mail, an issue at the host, a file, a copy. The page sends nothing.

import { copy, say } from "../report/clipboard.js";
import { save } from "../report/files.js";
import { filled } from "../sentences.js";
import { data, words } from "./data.js";

export class WaysOut {
  #tooLong = { mail: false, issue: false }; // whether a link cannot carry the text

  /** @param {import("./door.js").Door} door */
  constructor(door) {
    this.door = door;
    this.ways = /** @type {NodeListOf<HTMLElement>} */ (door.element.querySelectorAll("[data-way]"));
    this.said = /** @type {HTMLElement} */ (door.part("said"));
  }

  /** Puts the text into the links that can carry it. */
  link() {
    const { title } = this.door.form;
    const text = this.door.message();
    const long = text.length > data.mostInLink;
    for (const way of this.ways) {
      if (way instanceof HTMLAnchorElement && way.dataset.way === "mail") {
        const body = (long ? words.contribute_attached : text).replace(/\n/g, "\r\n");
        way.href = `mailto:${data.mail}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
        this.#tooLong.mail = long;
        this.#show("long", long);
      }
      if (way instanceof HTMLAnchorElement && way.dataset.way === "issue") {
        const begin = way.dataset.address ?? "";
        const address = begin + encodeURIComponent(text);
        this.#tooLong.issue = address.length > data.mostInAddress;
        way.href = this.#tooLong.issue ? begin : address;
        this.#show("issue-long", this.#tooLong.issue);
      }
    }
  }

  /**
   * Lets a text leave by the way that is chosen, once its sender has seen what to look at.
   * @param {import("./review.js").Review} review
   */
  listen(review) {
    for (const way of this.ways) {
      way.addEventListener("click", (event) => {
        const keeps = way.dataset.way === "save"; // on one's own device: nothing leaves
        if (keeps ? !this.door.some() : !review.mayLeave()) {
          event.preventDefault();
          if (keeps) {
            say(this.said, words.contribute_empty);
          }
          return;
        }
        this.door.hush();
        this.#leave(way.dataset.way ?? "");
      });
    }
  }

  /** @param {string} way */
  async #leave(way) {
    const { door } = this;
    if (way === "mail") {
      const mailed = door.part("mailed");
      if (this.#tooLong.mail && mailed) {
        say(mailed, filled(words.contribute_saved_to_attach, { name: this.#save() }));
      }
      door.unkept = false;
    } else if (way === "issue") {
      door.unkept &&= this.#tooLong.issue;
    } else if (way === "save") {
      this.#save();
      door.unkept = false;
      say(this.said, words.contribute_saved);
    } else if (way === "copy") {
      const text = door.message();
      const box = document.createElement("pre");
      box.textContent = text;
      const done = await copy({ html: box.outerHTML, text });
      door.unkept &&= !done;
      say(this.said, done ? words.contribute_copied : words.contribute_not_copied);
    }
  }

  /** @returns {string} the name of the file that was saved */
  #save() {
    const name = `${this.door.form.title}.txt`;
    save(this.door.message(), "text/plain;charset=utf-8", name);
    return name;
  }

  /**
   * @param {string} name
   * @param {boolean} shown
   */
  #show(name, shown) {
    const place = this.door.part(name);
    if (place) {
      place.hidden = !shown;
    }
  }
}
