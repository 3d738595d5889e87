// Goes every journey in Firefox and writes as JSON what was seen, what went wrong in scripts, what the policy of a page
// refused, and what was asked of other hosts. On standard input: the program, the addresses of pages by their kind, the
// kinds of which the pages are only looked at, and folders for what it keeps and downloads.

import { readFileSync } from "node:fs";
import { withoutScripts, withoutStorage } from "./blocked.mjs";
import { journeys } from "./journeys.mjs";
import { freshPage, inFirefox } from "./started.mjs";

const PHONE = { width: 390, height: 844 };
const given = JSON.parse(readFileSync(0, "utf8"));
const { at, looked } = given;
const seen = {};

/**
 * Goes one way on a page of its own; what stops it is told, and does not stop the others.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} name
 * @param {(page: import("puppeteer-core").Page) => Promise<unknown>} way
 */
async function go(browser, name, way) {
  const { page, troubles } = await freshPage(browser);
  try {
    const found = await way(page);
    seen[name] = { seen: found, troubles, broken: await page.evaluate(() => globalThis.broken ?? []) };
  } catch (error) {
    seen[name] = { error: `${error.stack}\n${page.url()}`, troubles };
  } finally {
    await page.browserContext().close();
  }
}

const asked = await inFirefox(given, {}, async (browser) => {
  for (const [name, journey] of Object.entries(journeys)) {
    await go(browser, name, (page) => journey(page, given));
  }
  await go(browser, "pages", async (page) => {
    await page.setViewport(PHONE);
    const found = {};
    for (const kind of looked) {
      await page.goto(at[kind]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      found[kind] = { wider, broken: await page.evaluate(() => globalThis.broken) };
    }
    return found;
  });
});
asked.push(
  ...(await inFirefox(given, { "javascript.enabled": false }, (browser) =>
    go(browser, "without scripts", (page) => withoutScripts(page, at)))),
  // As a reader sets it who blocks all cookies.
  ...(await inFirefox(given, { "network.cookie.cookieBehavior": 2 }, (browser) =>
    go(browser, "without storage", (page) => withoutStorage(page, at)))),
);
process.stdout.write(JSON.stringify({ seen, asked }));
