// Walking a reading route: a page opened with ?route=<key> shows its place in that route, with the ways on and back.
// The page holds them all, hidden; nothing is stored, the address carries the route.

/** @returns {string} the key of the route in the address, or nothing when there is none or it is no key */
function routeHere() {
  const key = new URLSearchParams(location.search).get("route") ?? "";
  return /^[a-z0-9-]+$/.test(key) ? key : "";
}

const key = routeHere();
const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-route="${key}"]`));
for (const part of key ? parts : []) {
  part.hidden = false;
}
// The same page in the other language, and the route goes along.
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[hreflang]"));
for (const link of key ? links : []) {
  const there = new URL(link.href);
  there.search = location.search;
  link.href = there.href;
}
