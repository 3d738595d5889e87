// The page for an address that does not exist: leads on where the address was only damaged on its way here, and else
// searches for its words, in the edition that it belongs to.

import { likelyAddresses } from "./received.js";
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

/**
 * Makes the page around the text one in another language: both are made by the same templates, so that each element has
 * a counterpart, and the elements themselves stay, with what other scripts listen for.
 * @param {Element} own
 * @param {Element} other
 */
function translate(own, other) {
  for (const { name, value } of other.attributes) {
    if (name !== "class" && name !== "hidden") own.setAttribute(name, value); // those are as the scripts made them
  }
  const [parts, others] = [[...own.childNodes], [...other.childNodes]];
  if (!others.length) return; // a script fills it
  if (parts.length !== others.length || parts.some(({ nodeName }, at) => nodeName !== others[at].nodeName)) {
    own.replaceChildren(...others);
    return;
  }
  for (const [at, part] of parts.entries()) {
    if (part instanceof Element) translate(part, /** @type {Element} */ (others[at]));
    else part.nodeValue = others[at].nodeValue;
  }
}

/**
 * Puts the missing page of another edition in the place of this one, which a file host serves for every address.
 * @param {string} home of that edition
 * @param {Element} article the text of this page
 */
async function speak(home, article) {
  const answer = await fetch(`${home}404.html`);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = page.querySelector(".missing");
  if (!told) return;
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  const scheme = /** @type {HTMLElement | null} */ (document.querySelector("#scheme"));
  const leads = scheme?.title === scheme?.dataset.dark ? "dark" : "light";
  for (const part of [".skip", ".site-header", ".site-footer", "#search"]) {
    const [own, other] = [document.querySelector(part), page.querySelector(part)];
    if (own && other) translate(own, other);
  }
  if (scheme) {
    scheme.title = scheme.dataset[leads] ?? "";
    scheme.setAttribute("aria-label", scheme.title);
  }
  article.replaceWith(document.importNode(told, true));
}

/**
 * Shows what is found for the words of the address.
 * @param {HTMLElement} section
 */
async function showFound(section) {
  const words = wordsOf(location.pathname);
  const found = /** @type {HTMLElement | null} */ (section.querySelector(".found"));
  if (!words || !found) return;
  const said = /** @type {HTMLElement} */ (section.querySelector("[role=status]"));
  const { search: page = "", index = "", root = "" } = section.dataset;
  const results = new Results(found, said, { index, root, most: MOST, named: true });
  await results.show(words);
  const all = /** @type {HTMLAnchorElement} */ (section.querySelector("a.all"));
  all.href = new URL(`?q=${encodeURIComponent(words)}`, new URL(page, location.href)).href;
  /** @type {HTMLElement} */ (found.parentElement).hidden = !found.querySelector("a");
}

/** @returns {HTMLElement[]} what the page says in each edition */
const sections = () => [...document.querySelectorAll("[data-home]")].map((one) => /** @type {HTMLElement} */ (one));

/** @returns {HTMLElement} the section of the edition that the address belongs to */
function asked() {
  const within = sections().filter(({ dataset }) => location.pathname.startsWith(dataset.home ?? ""));
  within.sort((one, other) => (other.dataset.home ?? "").length - (one.dataset.home ?? "").length);
  return within[0] ?? sections()[0];
}

/** @returns {Promise<string>} the address that was meant, where there is one; empty for none */
async function meant() {
  const root = new URL(sections()[0].dataset.root ?? "/", location.href).pathname;
  const received = (location.pathname + location.search + location.hash).slice(root.length);
  for (const likely of likelyAddresses(received, location.host)) {
    const address = new URL(root + likely, location.origin);
    if (address.pathname.startsWith(root) && (await fetch(address, { method: "HEAD" })).ok) {
      return address.href;
    }
  }
  return "";
}

const address = await meant().catch(() => ""); // without a network the page says what it can
if (address) location.replace(address);
const { lang, dataset, parentElement: article } = asked();
if (article && lang !== document.documentElement.lang) {
  article.prepend(asked()); // before anything is fetched, and when that fails
  await speak(dataset.home ?? "", article).catch(() => {});
}
showFound(asked()).catch(() => {}); // without the index the links below still lead on
