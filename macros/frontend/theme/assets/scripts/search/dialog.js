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
  const { index = "", root = "", failed = "", busy = "" } = dialog.dataset;
  const results = new Results(place, said, { index, root, busy, most: MOST });

  const show = async () => {
    const query = field.value.trim();
    all.search = `?q=${encodeURIComponent(query)}`;
    try {
      await results.show(query);
    } catch {
      place.replaceChildren();
      said.textContent = failed;
    }
    all.hidden = !place.firstElementChild;
  };

  field.addEventListener("input", show);
  dialog.addEventListener("pointerdown", (event) => {
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (event.target === dialog && !inside) dialog.close();
  });
  goWithArrows(dialog, field, results);
  show(); // what was typed while this was on its way
}
