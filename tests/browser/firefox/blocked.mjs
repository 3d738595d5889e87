// What a reader sees of pages whose scripts do not run, and whose browser keeps nothing.

import { addressAfter } from "./started.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const CONTROLS = "button:not([popovertarget]), input, select, textarea, [role=button]";
/** @param {string} controls @returns {string[]} the controls that are seen though no script answers for them */
const dead = (controls) =>
  [...document.querySelectorAll(controls)].filter((one) => one.checkVisibility()).map((one) => one.id || one.outerHTML);

/**
 * Clicks as a reader does, without the help of a script in the page.
 * @param {Page} page
 * @param {string} selector
 */
async function click(page, selector) {
  const at = await page.evaluate((selector) => {
    const shown = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    shown?.scrollIntoView({ block: "center", behavior: "instant" });
    const [box] = shown?.getClientRects() ?? []; // a link may go over two lines
    return box && { x: box.x + Math.min(box.width, 20) / 2, y: box.y + box.height / 2 };
  }, selector);
  if (!at) throw new Error(`nothing is seen of ${selector}`);
  await page.mouse.click(at.x, at.y);
}

/**
 * @param {Page} page
 * @param {Record<string, string>} at the addresses of pages by their kind
 */
export async function withoutScripts(page, at) {
  await page.goto(at["full pattern nl"]);
  const scripted = await page.evaluate(() => document.documentElement.className);
  const words = await page.evaluate(() => document.querySelector("main")?.innerText.length);
  await click(page, "main details:not([open]) > summary");
  const opened = await page.evaluate(() => document.querySelector("main details[open]")?.innerText.length);
  await click(page, "main .pattern-text p a[href*='/']");
  const led = await addressAfter(page, at["full pattern nl"]);
  const seenDead = {};
  for (const kind of ["full pattern nl", "bundle nl", "situations nl", "contribute nl", "map nl", "search nl", "check nl", "patterns nl"]) {
    await page.goto(at[kind]);
    seenDead[kind] = await page.evaluate(dead, CONTROLS);
  }
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(at["about nl"]);
  await click(page, "[popovertarget=menu]");
  const menu = await page.evaluate(() => document.querySelector("#menu")?.checkVisibility());
  return { scripted, words, opened, led, dead: seenDead, menu };
}

/**
 * @param {Page} page
 * @param {Record<string, string>} at the addresses of pages by their kind
 */
export async function withoutStorage(page, at) {
  await page.goto(at["full pattern nl"]);
  const kept = await page.evaluate(() => {
    try {
      return String(localStorage.length);
    } catch (error) {
      return error.name;
    }
  });
  const dark = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await dark();
  await page.click("#scheme");
  const scheme = [before, await dark()];
  await page.waitForSelector(".report .bundle-toggle:not([hidden])");
  await page.click(".report .bundle-toggle");
  await page.waitForFunction(() => document.activeElement?.localName === "a"); // what stands there now
  const way = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".bench-list > li");
  await page.select("[name=pattern]", "12");
  await page.click("[data-do=add]");
  await page.click("[data-do=keep]");
  await page.waitForSelector("[data-part=refused]", { visible: true });
  const rows = await page.$$eval(".bench-list .no", (all) => all.map((one) => Number(one.textContent)));
  const address = await page.$eval("[name=address]", (field) => field.value);
  await page.goto(`${at["search nl"]}?q=vergaderen`);
  await page.waitForSelector("main .results [data-pattern]");
  return { kept, scheme, way, rows, address };
}
