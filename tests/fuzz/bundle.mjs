// Reads texts as bundles, one a line as JSON, and answers with what became of each.
import { createInterface } from "node:readline";

const [module, numbers] = process.argv.slice(2);
const { fileOf, itemsFromFile } = await import(module);
const { addressWithHeadings, itemsFromAddress } = await import(new URL("bundle-address.js", module));
globalThis.location = { href: "https://patterns.example/bundle/" };
const known = new Set(JSON.parse(numbers));

function again(read) {
  return typeof read === "object" ? { ...read, again: itemsFromFile(fileOf(read.items), known).items } : read;
}

for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  let answer;
  try {
    const address = itemsFromAddress(text, known) ?? itemsFromAddress(`?p=${text}&h=70.${text}`, known);
    const sent = new URL(addressWithHeadings(address?.items ?? [], "")).search;
    answer = {
      file: again(itemsFromFile(text, known)),
      address: again(address),
      received: address?.items.length ? itemsFromAddress(sent, known).items : [],
    };
  } catch (error) {
    answer = { fault: String(error.stack) };
  }
  console.log(JSON.stringify(answer));
}
