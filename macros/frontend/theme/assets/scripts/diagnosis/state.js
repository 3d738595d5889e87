// What was chosen in the diagnosis, as it stands in the address: `?missing=action&signals=70.1,paper-pile&role=manager`.

import { choicesFrom } from "../received.js";

/** @typedef {{missing: string, signals: string[], role: string, time: string}} State */
/** @typedef {{missing: Set<string>, signals: Set<string>, role: Set<string>, time: Set<string>}} Known what there is to choose */

const CHOICES = /** @type {const} */ (["missing", "role", "time"]);

/** @returns {State} */
export const nothing = () => ({ missing: "", signals: [], role: "", time: "" });

/**
 * Reads an address; what is not known is left out.
 * @param {string} address from its "?"
 * @param {Known} known
 * @returns {State}
 */
export function stateFrom(address, known) {
  const asked = choicesFrom(address);
  const state = nothing();
  for (const name of CHOICES) {
    const value = (asked.get(name) ?? "").toLowerCase();
    state[name] = known[name].has(value) ? value : "";
  }
  const ids = new Set((asked.get("signals") ?? "").toLowerCase().replaceAll(" ", "").split(","));
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
