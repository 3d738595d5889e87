// The address holds what a visitor chose, so that it can be sent on, comes back with Back, and goes along to the same page
// in another language. Nothing else keeps it.

/**
 * Puts choices in the address; an empty one leaves it.
 * @param {Record<string, string>} choices by their names
 */
export function keepInAddress(choices) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(choices)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"))) {
    const there = new URL(link.href);
    there.search = address.search;
    link.href = there.href;
  }
}
