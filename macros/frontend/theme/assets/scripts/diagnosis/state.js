// What was chosen in the diagnosis, as it stands in the address: `?missing=action&signals=70.1,paper-pile&role=manager`.

/** @typedef {{missing: string, signals: string[], role: string, time: string}} State */
/** @typedef {{missing: Set<string>, signals: Set<string>, role: Set<string>, time: Set<string>}} Known what there is to choose */

const CHOICES = /** @type {const} */ (["missing", "role", "time"]);
const LONGEST = 8000; // characters that are read of an address: all signals take fewer

/** @returns {State} */
export const nothing = () => ({ missing: "", signals: [], role: "", time: "" });

/**
 * Reads an address; what is not known is left out.
 * @param {string} search
 * @param {Known} known
 * @returns {State}
 */
export function stateFrom(search, known) {
  const asked = new URLSearchParams(search.slice(0, LONGEST));
  const state = nothing();
  for (const name of CHOICES) {
    const value = asked.get(name) ?? "";
    state[name] = known[name].has(value) ? value : "";
  }
  const ids = new Set((asked.get("signals") ?? "").split(","));
  state.signals = [...ids].filter((id) => known.signals.has(id));
  return state;
}

/**
 * @param {State} state
 * @returns {string} the query of its address, empty for nothing; every value is a key or a number
 */
export function searchOf(state) {
  const named = { missing: state.missing, signals: state.signals.join(","), role: state.role, time: state.time };
  const parts = Object.entries(named).filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
  return parts.length ? `?${parts.join("&")}` : "";
}
