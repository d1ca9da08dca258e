// Reads mutation reports (https://github.com/stryker-mutator/mutation-testing-elements) and prints the score by folder.
// Usage: node score.mjs <least score in percent> <mutation-report.json>... [--survivors]
import { readFileSync } from "node:fs";

const [least, ...rest] = process.argv.slice(2);
const paths = rest.filter((argument) => !argument.startsWith("--"));
const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage"]);
const folders = new Map();
const survivors = [];

for (const [file, { mutants }] of paths.flatMap((path) => Object.entries(JSON.parse(readFileSync(path, "utf8")).files))) {
  const inLibrary = file.replaceAll("\\", "/").split("lib/Lcra.Hydromet/").at(-1);
  const folder = inLibrary.includes("/") ? inLibrary.split("/")[0] : ".";
  const tally = folders.get(folder) ?? { noticed: 0, missed: 0 };
  for (const mutant of mutants) {
    if (noticed.has(mutant.status)) {
      tally.noticed++;
    } else if (missed.has(mutant.status)) {
      tally.missed++;
      survivors.push(`${inLibrary}:${mutant.location.start.line} ${mutant.mutatorName} -> ${mutant.replacement}`);
    }
  }
  folders.set(folder, tally);
}

const score = ({ noticed, missed }) => (100 * noticed) / (noticed + missed);
const all = { noticed: 0, missed: 0 };
console.log("| folder | breaks | noticed | score |\n|---|---|---|---|");
for (const [folder, tally] of [...folders].filter(([, t]) => t.noticed + t.missed > 0).sort()) {
  console.log(`| ${folder} | ${tally.noticed + tally.missed} | ${tally.noticed} | ${score(tally).toFixed(1)} % |`);
  all.noticed += tally.noticed;
  all.missed += tally.missed;
}

if (rest.includes("--survivors")) {
  console.log(survivors.join("\n"));
}

if (all.noticed + all.missed === 0) {
  console.error("Nothing was mutated: the report has no break that a test could notice.");
  process.exit(1);
}

console.log(`Mutation score of the library: ${score(all).toFixed(1)} % of ${all.noticed + all.missed} (at least ${least} % wanted)`);
process.exit(score(all) >= Number(least) ? 0 : 1);
