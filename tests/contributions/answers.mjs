// Finds and writes as a browser does: a folder of scripts, and on standard input {data, asked}, in which `data` is
// that of the page and `asked` a list of [form, answers]; the findings, the text and the answers read from it as JSON.
import { readFileSync } from "node:fs";

const { checker } = await import(`file://${process.argv[2]}/contribute/findings.js`);
const { read, written } = await import(`file://${process.argv[2]}/contribute/message.js`);
const { data, asked } = JSON.parse(readFileSync(0, "utf8"));
const findingsIn = checker(data);
const answered = asked.map(([kind, answers]) => {
  const form = data.forms[kind];
  const found = findingsIn(form, answers).map(({ question, message, written: words, wrong, right }) => [question, message, words, wrong, right]);
  const text = written(form, data.end, answers);
  return { found: found.sort(), text, read: read(form, data.end, text.replaceAll("\n", " \r\n")) };
});
process.stdout.write(JSON.stringify(answered));
