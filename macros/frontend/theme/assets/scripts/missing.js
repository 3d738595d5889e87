// The page for an address that does not exist: offers to search for the words of that address, in either language.

const MOST_WORDS = 8;

/**
 * @param {string} address the part after the site's own, as the browser has it
 * @returns {string} its last words that can be searched for: "patronen/niemand-zegt-ne" -> "niemand zegt ne"
 */
function wordsOf(address) {
  let text = address;
  try {
    text = decodeURIComponent(address);
  } catch {
    // A percent sign that begins no character: the address is read as it stands.
  }
  const parts = text.replace(/\.\w+$/, "").split("/");
  const last = parts.findLast((part) => /[\p{L}\p{N}]/u.test(part)) ?? "";
  return (last.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS).join(" ");
}

const words = wordsOf(location.pathname);
for (const link of words ? document.querySelectorAll("a[data-search]") : []) {
  const target = new URL(link.getAttribute("data-search") ?? "", location.href);
  target.searchParams.set("q", words);
  link.setAttribute("href", target.href);
  link.textContent = (link.textContent ?? "").replace("#", () => words);
  link.parentElement?.removeAttribute("hidden");
}
