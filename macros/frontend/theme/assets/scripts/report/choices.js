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
 * Sets every choice to what was remembered, where it is still there to choose.
 * @param {HTMLSelectElement[]} selects
 */
export function recall(selects) {
  const kept = remembered();
  for (const select of selects) {
    const value = kept?.[select.name];
    if ([...select.options].some((option) => option.value === value)) {
      select.value = String(value);
    }
  }
}

/**
 * Keeps the choices as long as the box is ticked.
 * @param {HTMLInputElement} tick
 * @param {HTMLSelectElement[]} selects
 */
export function remembering(tick, selects) {
  tick.checked = remembered() !== undefined;
  const keep = () => {
    try {
      if (tick.checked) {
        localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(selects.map(({ name, value }) => [name, value]))));
      } else {
        localStorage.removeItem(KEY);
      }
    } catch {
      tick.checked = false; // nothing may be kept here, and the box says so
    }
  };
  tick.addEventListener("change", keep);
  for (const select of selects) {
    select.addEventListener("change", () => tick.checked && keep());
  }
}
