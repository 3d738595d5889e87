// Ranks as a browser does: a folder of scripts, and on standard input {index, pages, wishes}; the answers as JSON,
// with "short" only `pattern:score` of each.
import { readFileSync } from "node:fs";

const { prepare } = await import(`file://${process.argv[2]}/search/matching.js`);
const { rank, rankPages, near } = await import(`file://${process.argv[2]}/search/score.js`);
const { askedBy, countAbout } = await import(`file://${process.argv[2]}/search/about.js`);
const { index, pages, wishes } = JSON.parse(readFileSync(0, "utf8"));
const began = process.cpuUsage();
const [prepared, others] = [prepare(index), prepare(pages)];
const short = (/** @type {any[]} */ results) => results.map(({ pattern, score }) => `${pattern}:${score}`).join(" ");
const answers = process.argv[3] === "short" ? wishes.map((wish) => short(rank(prepared, wish))) : wishes.map((wish) => ({
  ranked: rank(prepared, wish),
  pages: rankPages(others, wish.words ?? ""),
  near: near(prepared, wish.words ?? ""),
  about: countAbout(rank(prepared, wish), askedBy(prepared, wish.words ?? "")),
}));
process.stdout.write(JSON.stringify({ answers, seconds: process.cpuUsage(began).user / 1e6 }));
