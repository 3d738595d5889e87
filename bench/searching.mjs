// Times searching: a folder of scripts, and on standard input {index, queries}; milliseconds of processor time as JSON,
// which a busy machine changes least.
import { readFileSync } from "node:fs";

const { prepare } = await import(`file://${process.argv[2]}/search/matching.js`);
const { rank } = await import(`file://${process.argv[2]}/search/score.js`);
const { index, queries } = JSON.parse(readFileSync(0, "utf8"));
const spent = (/** @type {NodeJS.CpuUsage} */ began) => process.cpuUsage(began).user / 1000;
const began = process.cpuUsage();
const prepared = prepare(index);
const loaded = spent(began);
const times = [];
for (let round = 0; round < 3; round++) {
  for (const words of queries) {
    const asked = process.cpuUsage();
    rank(prepared, { words });
    if (round) times.push(spent(asked)); // the first round warms up
  }
}
times.sort((one, other) => one - other);
process.stdout.write(JSON.stringify({ loaded, median: times[times.length >> 1], worst: times[times.length - 1] }));
