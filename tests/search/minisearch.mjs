// Searches the same texts with MiniSearch, as its documentation advises: on standard input {index, queries}; the numbers
// of the patterns for each query as JSON.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";

const { index, queries } = JSON.parse(readFileSync(0, "utf8"));
const { rules, weights } = index;
const fields = ["name", "keywords", "summary", "situations", "signals", "other_name", "problem"];
const stop = new Set(rules.stop.split(" "));
const folded = (/** @type {string} */ term) => term.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const engine = new MiniSearch({
  fields,
  extractField: (entry, field) => [entry[field] ?? ""].flat().join(" "),
  processTerm: (term) => (stop.has(folded(term)) ? null : folded(term)),
  searchOptions: {
    prefix: true,
    fuzzy: 0.2,
    boost: Object.fromEntries(fields.map((field) => [field, weights.fields[field][0]])),
  },
});
engine.addAll(index.entries);
process.stdout.write(JSON.stringify(queries.map((/** @type {string} */ query) => engine.search(query).map(({ id }) => Number(id)))));
