// Firefox as its maker ships it, driven by WebDriver BiDi, and a proxy that writes down every other host it asks for.

import { realpathSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import puppeteer from "puppeteer-core";

const PATIENCE = 30_000; // milliseconds
const SIZE = { width: 1280, height: 900 };
const NOTE = () => {
  globalThis.broken = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    globalThis.broken.push(`${violatedDirective}: ${blockedURI}`));
};

/** @returns {Promise<{port: number, asked: string[], close: () => void}>} a proxy that answers nothing */
async function proxy() {
  const asked = [];
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (said) => {
      asked.push(String(said).split("\r\n")[0]);
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { port: server.address().port, asked, close: () => server.close() };
}

/**
 * Lets Firefox do something, and ends it.
 * @param {{program: string, home: string, downloads: string}} how `home`: where it keeps its own files
 * @param {Record<string, unknown>} preferences of a reader
 * @param {(browser: import("puppeteer-core").Browser) => Promise<void>} work
 * @returns {Promise<string[]>} what it asked of other hosts, of its own accord or for a page
 */
export async function inFirefox({ program, home, downloads }, preferences, work) {
  const { port, asked, close } = await proxy();
  const browser = await puppeteer.launch({
    browser: "firefox",
    // Without the second it asks for its settings from its maker, whatever the preference below says.
    env: { ...process.env, HOME: home, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    executablePath: program,
    defaultViewport: SIZE,
    extraPrefsFirefox: {
      "services.settings.server": "data:,#remote-settings-dummy/v1",
      // Its processes for pages may read fonts beside the program, where no system has them.
      "security.sandbox.content.read_path_whitelist": `${dirname(realpathSync(program))}/`,
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.always_ask_before_handling_new_types": false,
      ...preferences,
    },
  });
  try {
    await work(browser);
  } finally {
    await browser.close();
    close();
  }
  return asked;
}

/**
 * Opens a page in a context of its own, with nothing kept from before.
 * @param {import("puppeteer-core").Browser} browser
 * @returns {Promise<{page: import("puppeteer-core").Page, troubles: string[]}>} with the errors of its scripts
 */
export async function freshPage(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.evaluateOnNewDocument(NOTE);
  return { page, troubles };
}

/**
 * @template T
 * @param {() => Promise<T | undefined | false>} look
 * @returns {Promise<T>} what is there, once there is something
 */
export async function until(look) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`in vain: ${look}`);
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {string} before the address of the page that is left
 * @returns {Promise<string>} where it leads
 */
export function addressAfter(page, before) {
  const other = (/** @type {string} */ before) => ![before, "about:blank"].includes(location.href) && location.href;
  return until(() => page.evaluate(other, before).catch(() => false)); // between two pages there is none to ask
}
