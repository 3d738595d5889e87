// Finds references as the page does: a folder of scripts, and on standard input {site, pasted, patterns, cited}.
import { readFileSync } from "node:fs";

const { citationsIn, datesIn } = await import(`file://${process.argv[2]}/check/citations.js`);
const { verdict } = await import(`file://${process.argv[2]}/check/verdict.js`);
const { site, pasted = [], named = [], patterns = {}, cited = [] } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify({
  dates: named.map((name) => datesIn(name, site.months)),
  found: pasted.map((text) => citationsIn(text, site)),
  verdicts: cited.map(({ number, ...citation }) => verdict(patterns[number], citation)),
}));
