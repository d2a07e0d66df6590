// `npm start`: sets the clone up and runs the main job on a book of this machine: a year of made-up history, a sync,
// and the report.

import { rmSync } from "node:fs";
import { buildCommand, installPackages, run } from "./setup.mjs";

const BOOK = "demo.xlsx";

installPackages();
buildCommand();
rmSync(BOOK, { force: true });
for (const args of [
  ["demo", BOOK],
  ["sync", BOOK],
  ["report", BOOK],
]) {
  console.log(`\n$ stageline ${args.join(" ")}`);
  run("node", ["dist/stageline.mjs", ...args]);
}
console.log(`\n${BOOK} is yours to open: move a record, then run  node dist/stageline.mjs sync ${BOOK}`);
