// Search: index, worker and stemmer are fetched when the dialog is first opened. An address with ?q= opens it at once.
// The worker is Material's; it takes {type, data} messages and answers in kind.

/** @typedef {{location: string, title: string, text: string, parent?: object}} Entry */
/** @typedef {{ask: (query: string) => Promise<Entry[][]>, summaries: Map<string, string>}} Engine */

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const SHOWN = 30;
const PARTS_SHOWN = 3;
const LONGEST = 200; // characters of a query: the worker takes time for each of its words

/** Endings that a word may have or lack, so that "besluiten" also finds "besluit". The worker matches beginnings. */
const ENDINGS = document.documentElement.lang === "nl" ? /(en|e|s|t)$/ : /(ing|ed|es|e|s)$/;
const LONG_ENOUGH = 6;

/**
 * Starts the worker with the index.
 * @param {string} workerAddress
 * @param {string} indexAddress
 * @returns {Promise<Engine>} what asks it for the pages that match with their sections, and what each page begins with
 */
async function start(workerAddress, indexAddress) {
  const worker = new Worker(workerAddress);
  const answer = (/** @type {number} */ type) =>
    new Promise((resolve, reject) => {
      worker.addEventListener("error", () => reject(new Error("the search worker failed")), { once: true });
      worker.addEventListener("message", function listen({ data }) {
        if (data.type !== type) return;
        worker.removeEventListener("message", listen);
        resolve(data.data);
      });
    });
  const response = await fetch(indexAddress);
  if (!response.ok) throw new Error(`the search index answered ${response.status}`);
  const { config, docs } = await response.json();
  const ready = answer(READY);
  worker.postMessage({ type: SETUP, data: { config, docs, options: {} } });
  await ready;
  // Answers do not say which query they are for: one at a time.
  let before = Promise.resolve();
  const askWorker = async (/** @type {string} */ query) => {
    const result = answer(RESULT);
    worker.postMessage({ type: QUERY, data: query });
    return (await result).items;
  };
  const ask = (/** @type {string} */ query) => {
    const items = before.then(async () => {
      const found = await askWorker(widened(query));
      return found.length ? found : askWorker(exact(query));
    });
    before = items;
    return items;
  };
  const summaries = new Map(docs.map((/** @type {Entry} */ entry) => [entry.location, entry.text.split("</p>", 1)[0]]));
  return { ask, summaries };
}

/**
 * The words alone: to the worker, some signs are a language of its own, in which a query can fail or take long.
 * @param {string} written
 */
function wordsOf(written) {
  return written.slice(0, LONGEST).replace(/[+\-~^*:"\\]+/g, " ").trim();
}

/**
 * Adds to each long word the same without its ending.
 * @param {string} query
 */
function widened(query) {
  return query.replace(/\p{L}+/gu, (word) => {
    const stem = word.replace(ENDINGS, "");
    return word.length < LONG_ENOUGH || stem === word ? word : `${word} ${stem}`;
  });
}

/**
 * Asks for the words as they stand. For beginnings of words lunr keeps a set in which nodes that differ can get the same
 * name when words hold digits: it then fails on some words, and the worker says that it found nothing.
 * @param {string} query
 */
function exact(query) {
  return query.replace(/[\p{L}\p{N}]+/gu, "$&^1");
}

/**
 * Makes an element that holds text found by the search: its words, and what matched in <mark>, nothing else.
 * @param {string} name
 * @param {string} className
 * @param {string} html as the index has it
 */
function found(name, className, html) {
  const element = document.createElement(name);
  element.className = className;
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const marked = text.parentElement?.closest("mark");
    const part = marked ? document.createElement("mark") : document.createDocumentFragment();
    part.append(text.textContent ?? "");
    element.append(part);
  }
  return element;
}

/**
 * Makes one result: the page, what it says, and the sections that match.
 * @param {Entry[]} entries
 * @param {Map<string, string>} summaries
 * @param {string} base
 */
function result(entries, summaries, base) {
  const item = document.createElement("li");
  const page = entries.find((entry) => !entry.parent) ?? entries[0];
  const link = /** @type {HTMLAnchorElement} */ (found("a", "found", page.title));
  link.href = new URL(page.location || "./", base).href;
  item.append(link, found("p", "teaser", summaries.get(page.location) ?? ""));
  const parts = entries.filter((entry) => entry !== page && entry.location.includes("#")).slice(0, PARTS_SHOWN);
  if (parts.length) {
    const row = document.createElement("p");
    row.className = "parts";
    for (const part of parts) {
      const to = /** @type {HTMLAnchorElement} */ (found("a", "", part.title));
      to.href = new URL(part.location, base).href;
      row.append(to, " ");
    }
    item.append(row);
  }
  return item;
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLButtonElement} opener
 */
function connect(dialog, opener) {
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const said = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const list = /** @type {HTMLOListElement} */ (dialog.querySelector("ol"));
  const { index = "", worker = "", base = "", none = "", one = "", many = "", failed = "" } = dialog.dataset;
  const root = new URL(base.endsWith("/") ? base : `${base}/`, location.href).href;
  /** @type {ReturnType<typeof start> | undefined} */
  let engine;
  let asked = 0;

  const show = async () => {
    const query = wordsOf(input.value);
    const turn = ++asked;
    if (!query) {
      list.replaceChildren();
      said.textContent = "";
      return;
    }
    const startedBefore = engine !== undefined;
    try {
      engine ??= start(new URL(worker, location.href).href, index);
      const { ask, summaries } = await engine;
      const pages = await ask(query);
      if (turn !== asked) return;
      list.replaceChildren(...pages.slice(0, SHOWN).map((entries) => result(entries, summaries, root)));
      said.textContent = pages.length === 0 ? none : pages.length === 1 ? one : many.replace("#", String(pages.length));
    } catch {
      engine = undefined;
      if (startedBefore) {
        await show(); // what failed then, without a network, may work now
        return;
      }
      list.replaceChildren();
      said.textContent = failed;
    }
  };

  const open = () => {
    dialog.showModal();
    engine ??= start(new URL(worker, location.href).href, index);
    engine.catch(() => {}); // told when something is asked
  };
  opener.addEventListener("click", open);
  opener.classList.add("ready");
  const words = new URLSearchParams(location.search).get("q");
  if (words) {
    input.value = words;
    open();
    show();
  }
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // the form's way is to close the dialog
    const first = list.querySelector("a");
    if (first) first.focus();
    else show(); // after a failure, another try
  });
  dialog.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (event.target === dialog || link) dialog.close(); // beside it, or to a section of the same page
  });
}

const dialog = document.querySelector("#search");
const opener = document.querySelector("#search-open");
if (dialog instanceof HTMLDialogElement && opener instanceof HTMLButtonElement) connect(dialog, opener);
