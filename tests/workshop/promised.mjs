// Lints the scripts, styles and templates of the site, and what a test gives on standard input: [file, text] as JSON.
import { readFileSync } from "node:fs";
import { ESLint } from "eslint";

const eslint = new ESLint();
const found = (results) =>
  results.flatMap(({ filePath, messages }) => messages.map(({ line, message }) => `${filePath}:${line}: ${message}`));
const given = JSON.parse(readFileSync(0, "utf8"));
const site = await eslint.lintFiles("macros/frontend");
const tried = [];
for (const [filePath, text] of given) tried.push(found(await eslint.lintText(text, { filePath })));
process.stdout.write(JSON.stringify({ looked: site.length, site: found(site), tried }));
