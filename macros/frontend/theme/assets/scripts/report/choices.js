// How a reader wants what is copied; remembered only when asked for, and forgotten when no longer asked for.

const KEY = "report";

/** @returns {Record<string, unknown> | undefined} what was remembered, if anything may be and was */
function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {unknown} value
 */
function offers(select, value) {
  return [...select.options].some((option) => option.value === value);
}

/**
 * Sets every choice to what was remembered, where it is still there to choose.
 * @param {HTMLSelectElement[]} selects
 */
export function recall(selects) {
  const kept = remembered();
  for (const select of selects) {
    const value = kept?.[select.name];
    if (offers(select, value)) {
      select.value = String(value);
    }
  }
}

/**
 * Keeps the choices that are made, as long as the box is ticked. What nobody chose stays what a page begins with: it may
 * begin otherwise in the other language.
 * @param {HTMLInputElement} tick
 * @param {HTMLSelectElement[]} selects
 */
export function remembering(tick, selects) {
  tick.checked = remembered() !== undefined;
  /** @type {Set<HTMLSelectElement>} */
  const made = new Set();
  const keep = () => {
    try {
      if (tick.checked) {
        const kept = selects.filter((select) => offers(select, remembered()?.[select.name]));
        const chosen = new Map(kept.map(({ name }) => [name, remembered()?.[name]]));
        made.forEach(({ name, value }) => chosen.set(name, value));
        localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(chosen)));
      } else {
        localStorage.removeItem(KEY);
      }
    } catch {
      tick.checked = false; // nothing may be kept here, and the box says so
    }
  };
  tick.addEventListener("change", keep);
  for (const select of selects) {
    select.addEventListener("change", () => {
      made.add(select);
      if (tick.checked) {
        keep();
      }
    });
  }
}
