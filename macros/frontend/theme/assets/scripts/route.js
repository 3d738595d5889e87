// Walking a reading route: a page opened with ?route=<key> shows its place in that route, with the ways on and back.
// The page holds them all, hidden; nothing is stored, the address carries the route.

/** @returns {string} the key of the route in the address, or nothing when there is none or it is no key */
function routeHere() {
  const key = new URLSearchParams(location.search).get("route") ?? "";
  return /^[a-z0-9-]+$/.test(key) ? key : "";
}

const key = routeHere();
for (const part of key ? document.querySelectorAll(`[data-route="${key}"]`) : []) {
  part.hidden = false;
}
// The same page in the other language, and the route goes along.
for (const link of key ? document.querySelectorAll("a[hreflang]") : []) {
  const there = new URL(link.href);
  there.search = location.search;
  link.href = there.href;
}
