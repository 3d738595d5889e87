// The search dialog: the same list as on the result page, over any other page.

import { goWithArrows, Results } from "./results.js";

const MOST = 8;

/**
 * Makes the dialog work.
 * @param {HTMLDialogElement} dialog
 */
export function connect(dialog) {
  const field = /** @type {HTMLInputElement} */ (dialog.querySelector("[name=q]"));
  const said = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));
  const place = /** @type {HTMLElement} */ (dialog.querySelector(".found"));
  const all = /** @type {HTMLAnchorElement} */ (dialog.querySelector(".all"));
  const { search: page = "", index = "", root = "", failed = "" } = dialog.dataset;
  const results = new Results(place, said, { index, root, most: MOST });

  const show = async () => {
    const query = field.value.trim();
    all.href = new URL(`?q=${encodeURIComponent(query)}`, new URL(page, location.href)).href;
    try {
      await results.show(query);
    } catch {
      place.replaceChildren();
      said.textContent = failed;
    }
    all.hidden = !place.firstElementChild;
  };

  field.addEventListener("input", show);
  dialog.querySelector("form")?.addEventListener("submit", async (event) => {
    if (event.submitter?.hasAttribute("formnovalidate")) return; // the button that closes
    event.preventDefault();
    await show();
    if (place.firstElementChild) location.assign(all.href);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  goWithArrows(dialog, field, results);
}
