// Light or dark as the visitor chose; without a choice the system's. Runs before the body is read, and says that
// scripts run: what needs them is then there from the start, so that nothing moves once the page is drawn.
// A browser loads no module from a folder on the machine; there folder.js helps instead.
// Nothing is stored until the button is used, and the system's own choice is never stored.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  /** @returns {string | null} the scheme chosen before, if any; storage may be forbidden */
  const chosen = () => {
    try {
      return localStorage.getItem("scheme");
    } catch {
      return null;
    }
  };
  /** @param {string | null} scheme */
  const apply = (scheme) => {
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
  };
  apply(chosen());
  root.classList.add("scripted");
  const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
  /** @param {string} name of a script beside this one that few need */
  const help = (name) => {
    const script = document.createElement("script");
    script.src = new URL(name, own).href;
    document.head.append(script);
  };
  if (location.protocol !== "file:") root.classList.add("modular");
  else help("folder.js");
  if (!CSS.supports("selector(::details-content)")) help("folds.js");

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("#scheme");
    if (!(button instanceof HTMLButtonElement)) return;
    const isDark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";
    const label = () => {
      const said = (isDark() ? button.dataset.light : button.dataset.dark) ?? "";
      button.setAttribute("aria-label", said);
      button.title = said;
    };
    button.addEventListener("click", () => {
      const scheme = isDark() ? "light" : "dark";
      const isSystems = (scheme === "dark") === system.matches;
      try {
        if (isSystems) localStorage.removeItem("scheme");
        else localStorage.setItem("scheme", scheme);
      } catch {
        // Where nothing may be stored the choice holds for this page.
      }
      apply(isSystems ? null : scheme);
      label();
    });
    system.addEventListener("change", label);
    label();
  });
})();
