// Reads addresses as the site's scripts do: a folder of scripts, and on standard input the table of this folder as JSON.
import { readFileSync } from "node:fs";

const scripts = `file://${process.argv[2]}`;
globalThis.location = { href: "https://site.example/bundel/" };
const { addressWithHeadings, itemsFromAddress } = await import(`${scripts}/report/bundle-address.js`);
const { stateFrom } = await import(`${scripts}/diagnosis/state.js`);
const { likelyAddresses } = await import(`${scripts}/received.js`);
const { bundle, diagnosis, missing } = JSON.parse(readFileSync(0, "utf8"));
const numbers = new Set([70, 12, 7]);
const known = {
  missing: new Set(["action"]), role: new Set(["manager"]), time: new Set(), signals: new Set(["70.1", "paper-pile"]),
};
const again = (read) => itemsFromAddress(new URL(addressWithHeadings(read.items, "")).search, numbers);
process.stdout.write(JSON.stringify({
  bundle: bundle.map(({ sent }) => itemsFromAddress(sent, numbers) ?? null),
  again: bundle.map(({ sent }) => itemsFromAddress(sent, numbers)).filter((read) => read).map((read) => [read, again(read)]),
  diagnosis: diagnosis.map(({ sent }) => stateFrom(sent, known)),
  missing: missing.map(({ sent }) => likelyAddresses(sent, "site.example")),
}));
