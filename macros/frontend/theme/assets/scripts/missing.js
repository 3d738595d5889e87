// The page for an address that does not exist: searches for the words of that address, in the edition that it belongs to.

import { Results } from "./search/results.js";

const MOST_WORDS = 8;
const MOST = 4;

/**
 * @param {string} address the part after the site's own, as the browser has it
 * @returns {string} its last words that can be searched for: "patronen/niemand-zegt-ne" -> "niemand zegt ne"
 */
function wordsOf(address) {
  let text = address;
  try {
    text = decodeURIComponent(address);
  } catch {
    // A percent sign that begins no character: the address is read as it stands.
  }
  const parts = text.replace(/\.\w+$/, "").split("/");
  const last = parts.findLast((part) => /[\p{L}\p{N}]/u.test(part)) ?? "";
  return (last.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS).join(" ");
}

const words = wordsOf(location.pathname);
const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-home]")]);
const within = sections.filter(({ dataset }) => location.pathname.startsWith(dataset.home ?? ""));
within.sort((one, other) => (other.dataset.home ?? "").length - (one.dataset.home ?? "").length);
const section = within[0] ?? sections[0];
const found = /** @type {HTMLElement | null} */ (section?.querySelector(".found") ?? null);
if (words && section && found) {
  const said = /** @type {HTMLElement} */ (section.querySelector("[role=status]"));
  const { search: page = "", index = "", root = "" } = section.dataset;
  section.parentElement?.prepend(section);
  const results = new Results(found, said, { index, root, most: MOST, pages: false });
  results.show(words).then(
    () => {
      const all = /** @type {HTMLAnchorElement} */ (section.querySelector("a.all"));
      all.href = new URL(`?q=${encodeURIComponent(words)}`, new URL(page, location.href)).href;
      /** @type {HTMLElement} */ (found.parentElement).hidden = !results.links().length;
    },
    () => {}, // without the index the links below still lead on
  );
}
