// `npm start`: sets the clone up and shows the product in the browser, on a copy of the demo book, until somebody ends it.
// `npm start -- --once` runs the main job in the terminal instead: a year of made-up history, a sync, and the report.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { buildAll, buildCommand, installPackages, run } from "./setup.mjs";

const BOOK = "demo.xlsx";
const COMMAND = "dist/stageline.mjs";

installPackages();
if (process.argv.includes("--once")) showReport();
else showPreview();

function showReport() {
  buildCommand();
  rmSync(BOOK, { force: true });
  for (const args of [
    ["demo", BOOK],
    ["sync", BOOK],
    ["report", BOOK],
  ]) {
    console.log(`\n$ stageline ${args.join(" ")}`);
    run("node", [COMMAND, ...args]);
  }
  console.log(`\n${BOOK} is yours to open: move a record, then run  node ${COMMAND} sync ${BOOK}`);
}

/** Ctrl+C reaches the preview by itself; whoever ends this process by a signal ends the preview with it. */
function showPreview() {
  buildAll();
  const args = process.argv.slice(2);
  const preview = spawn("node", [COMMAND, "preview", ...args], { stdio: "inherit" });
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => preview.kill("SIGTERM"));
  preview.on("exit", (status) => process.exit(status ?? 1));
}
