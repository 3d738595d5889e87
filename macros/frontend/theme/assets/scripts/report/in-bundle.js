// Says that a pattern has come into the bundle or is out of it: toggles.js has done it when this is called.

import { say } from "./clipboard.js";

/**
 * @param {Element} toggle that was pressed; no longer on the page where nothing can be kept
 * @param {HTMLElement} said where it is said: in the panel, or in the bar on a narrow screen, far from the way to the bundle
 * @param {Record<string, string>} words
 */
export function tell(toggle, said, words) {
  const inside = toggle.getAttribute("aria-pressed") === "true";
  say(said, toggle.isConnected ? words[inside ? "bundle_put_in" : "bundle_taken_out"] : "");
  const way = document.querySelector(".report-tools .ways a");
  if (inside && way && said.closest(".report-bar")) {
    setTimeout(() => said.append(" ", way.cloneNode(true)));
  }
}
