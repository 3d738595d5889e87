// A copy of the site opened from a folder on the machine: a link to a folder would show its listing, so it leads to the
// page in that folder; and the reader is told what works on the site alone, in place of how it goes without scripts.

(() => {
  const prepare = () => {
    for (const link of document.querySelectorAll("a[href]")) {
      const target = new URL(link.getAttribute("href") ?? "", location.href);
      if (target.protocol === "file:" && target.pathname.endsWith("/")) {
        target.pathname += "index.html";
        link.setAttribute("href", target.href);
      }
    }
    const notice = document.querySelector("#from-folder");
    const canonical = document.querySelector("link[rel=canonical]");
    if (notice instanceof HTMLElement && canonical instanceof HTMLLinkElement) {
      const link = document.createElement("a");
      link.href = link.textContent = canonical.href;
      notice.append(" ", link);
      notice.hidden = false;
      for (const hint of document.querySelectorAll("[data-from-folder]")) {
        hint.replaceChildren(hint.getAttribute("data-from-folder") ?? "", " ", link.cloneNode(true));
      }
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", prepare);
  else prepare();
})();
