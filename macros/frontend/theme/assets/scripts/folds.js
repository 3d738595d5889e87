// For a browser whose styles can't reach into a fold: what is folded on a screen is open while the page is printed.

(() => {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    const folds = document.querySelectorAll("details:is(.pattern-basis, .folded, :not([class])):not([open])");
    opened = /** @type {HTMLDetailsElement[]} */ ([...folds]);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
})();
