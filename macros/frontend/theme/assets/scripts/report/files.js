// Files that the page itself makes: saved where the browser saves its downloads.

import { filled } from "../sentences.js";
import { say } from "./clipboard.js";

/**
 * Saves a file and says so.
 * @param {BlobPart} content
 * @param {string} type of what it holds
 * @param {[stem: string, ending: string]} name
 * @param {{said: HTMLElement, words: Record<string, string>}} places where to say it
 */
export function saveAndSay(content, type, [stem, ending], { said, words }) {
  const name = nameToday(stem, ending);
  save(content, type, name);
  say(said, filled(words.bundle_saved, { name }));
}

/**
 * The name of a file, told apart in a folder by the day on which it was made.
 * @param {string} stem
 * @param {string} ending
 */
function nameToday(stem, ending) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${stem}-${day.join("-")}.${ending}`;
}

/**
 * @param {BlobPart} content
 * @param {string} type of what it holds
 * @param {string} name
 */
export function save(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
