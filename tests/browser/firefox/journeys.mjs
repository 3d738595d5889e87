// What a reader does on the site. Each journey is given a page with nothing kept, and the addresses of pages by their
// kind; it returns what the reader then sees, which test_firefox.py judges.

import { readdir } from "node:fs/promises";
import { addressAfter, until } from "./started.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{at: Record<string, string>, downloads: string}} Given */

/** @param {string} selector */
const numbersIn = (selector) =>
  [...document.querySelectorAll(selector)].map((one) => Number(one.textContent ?? ""));
/** @param {string} selector */
const says = (selector) => document.querySelector(selector)?.textContent?.trim() ?? "";

/**
 * @param {Page} page
 * @param {string} selector of an element
 * @returns {Promise<string>} what it says, once it says something
 */
async function said(page, selector) {
  await page.waitForFunction(says, {}, selector);
  return page.evaluate(says, selector);
}

/**
 * @param {Page} page
 * @returns {Promise<{html: string, text: string}>} what a reader gets who pastes now
 */
async function pasted(page) {
  await page.evaluate(() => {
    const box = document.createElement("div");
    box.contentEditable = "true";
    box.addEventListener("paste", (event) => {
      const [html, text] = ["text/html", "text/plain"].map((kind) => event.clipboardData?.getData(kind));
      globalThis.clip = { html, text };
      event.preventDefault();
    });
    document.body.append(box);
    box.focus();
  });
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => globalThis.clip);
  return page.evaluate(() => globalThis.clip);
}

/**
 * @param {string} folder
 * @param {string} ending
 * @returns {Promise<string>} the name of the file with this ending, once it is there and whole
 */
function saved(folder, ending) {
  return until(async () => {
    const files = await readdir(folder);
    return !files.some((file) => file.endsWith(".part")) && files.find((file) => file.endsWith(ending));
  });
}

/** @type {Record<string, (page: Page, given: Given) => Promise<Record<string, unknown>>>} */
export const journeys = {
  async search(page, { at }) {
    await page.goto(at["about nl"]);
    await page.waitForSelector("#search-open.ready");
    await page.keyboard.press("/"); // in Firefox itself this finds words on the page
    await page.waitForSelector("#search[open]");
    await page.keyboard.type("niemand zegt nee");
    await page.waitForSelector("#search [data-pattern]");
    const first = await page.$eval("#search [data-pattern]", (row) => row.dataset.pattern);
    await page.keyboard.press("Enter");
    await addressAfter(page, at["about nl"]);
    await page.waitForSelector("main .results [data-pattern]");
    const count = await said(page, "#search-said");
    const rows = await page.$$eval("main .results [data-pattern]", (all) => all.map((row) => row.dataset.pattern));
    return { first, rows, count, words: await page.$eval("main textarea", (field) => field.value) };
  },

  async bundle(page, { at, downloads }) {
    await page.goto(at["full pattern nl"]);
    await page.waitForSelector(".report .bundle-toggle:not([hidden])");
    await page.click(".report .bundle-toggle");
    await page.waitForSelector('.report .bundle-toggle[aria-pressed="true"]');
    await page.goto(at["bundle nl"]);
    await page.waitForSelector(".bench-list > li");
    for (const number of ["12", "7"]) {
      await page.select("[name=pattern]", number);
      await page.click("[data-do=add]");
    }
    await page.click(".bench-list > li:last-child [data-act=up]");
    await page.click(".bench-list > li:first-child summary");
    await page.type(".bench-list > li:first-child [name=heading]", "Voor de raad");
    await page.click("[data-do=copy]");
    const copied = await said(page, "[data-part=taken]");
    const clip = await pasted(page);
    await page.click("[data-do=word]");
    const word = await saved(downloads, ".docx");
    await page.pdf({ preferCSSPageSize: true, path: `${downloads}/bundle.pdf` });
    await page.reload();
    await page.waitForSelector(".bench-list > li");
    const numbers = await page.evaluate(numbersIn, ".bench-list .no");
    return { numbers, copied, clip, word };
  },

  async diagnosis(page, { at }) {
    await page.goto(at["situations nl"]);
    await page.waitForSelector("[data-part=empty]", { visible: true });
    await page.focus('[id="70.1"] input');
    await page.keyboard.press(" ");
    await page.waitForSelector("[data-part=list]", { visible: true });
    await page.keyboard.press("Tab");
    await page.keyboard.press(" ");
    await page.waitForFunction(() => document.querySelector(".outcome > [role=status]")?.textContent?.startsWith("2 "));
    const rows = await page.$$eval(".ranked > li", (all) => all.map((row) => Number(row.dataset.pattern)));
    return { rows, address: page.url() };
  },

  async form(page, { at }) {
    await page.goto(`${at["contribute nl"]}?pattern=70#voorbeeld`);
    await page.waitForSelector("#voorbeeld .review.ready");
    await page.click("#voorbeeld [data-way=copy]");
    const empty = await said(page, "#voorbeeld .review > p");
    await page.type("#story-stuck", "Het voorstel kwam drie keer terug.");
    await page.type("#story-did", "Ik belde mevrouw Jansen.");
    const found = await said(page, "#story-did-found li");
    await page.click("#voorbeeld [data-way=copy]");
    const again = await said(page, "#voorbeeld .review > p");
    await page.click("#voorbeeld [data-way=copy]");
    const copied = await said(page, "#voorbeeld [data-part=said]");
    return { empty, found, again, copied, clip: await pasted(page) };
  },

  async print(page, { at, downloads }) {
    await page.goto(at["full pattern nl"], { waitUntil: "load" });
    await page.pdf({ preferCSSPageSize: true, path: `${downloads}/pattern.pdf` });
    return {};
  },

  async panel(page, { at }) {
    await page.goto(at["full pattern nl"]);
    await page.waitForSelector(".report-tools:not([hidden])");
    await page.click(".report-choices summary");
    await page.select(".report [name=style]", "author_date");
    await page.click("[data-copy=footnote]");
    const copied = await said(page, ".report [role=status]");
    return { copied, clip: await pasted(page) };
  },

  async map(page, { at }) {
    await page.goto(at["map nl"]);
    await page.waitForSelector(".map-spread .ready");
    await page.$eval("#map [data-node='70']", (node) => node.focus());
    const near = await page.evaluate(numbersIn, "#map-near dd a .no");
    const lit = await page.$$eval("#map a.lit", (all) => all.map((node) => Number(node.dataset.node)));
    const chosen = page.url();
    await page.keyboard.press("Enter");
    return { near, lit, chosen, opened: await addressAfter(page, chosen) };
  },

  async check(page, { at }) {
    await page.goto(at["check nl"]);
    await page.waitForSelector("#check.ready");
    await page.type("#check textarea", "‘Niemand zegt nee’, patroon 70 (tekst van 22 november 2026)");
    await page.click("#check [type=submit]");
    const status = await said(page, "#check [role=status]");
    return { status, results: await page.$$eval("#check-results > li", (all) => all.map((row) => row.textContent)) };
  },
};
