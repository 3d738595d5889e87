// The address holds what a visitor chose, so that it can be sent on, comes back with Back, and goes along to the same page
// in another language. Nothing else keeps it.

/**
 * Makes the choices the address; an empty one is left out, and so is what a mail program put there.
 * @param {Record<string, string>} choices by their names
 */
export function keepInAddress(choices) {
  const address = new URL(location.href);
  address.search = new URLSearchParams(Object.entries(choices).filter(([, value]) => value)).toString();
  if (address.hash.includes("=")) address.hash = ""; // choices that were read from there
  history.replaceState(history.state, "", address);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"))) {
    const there = new URL(link.href);
    there.search = address.search;
    link.href = there.href;
  }
}
