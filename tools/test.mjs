// `npm test`: sets the clone up and runs every check there is, each to its end, so that one failure hides no other.
// The last line counts them: a check is one, and so is each test.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { findChromium, findLibreOffice, installPackages } from "./setup.mjs";

const RESULTS = "node_modules/.vitest-results.json";

installPackages();
findLibreOffice();
findChromium();

const checks = [
  ["types", "node_modules/.bin/tsc", ["-b"]],
  ["lint", "node_modules/.bin/biome", ["check", "--error-on-warnings"]],
  ["dead code", "node_modules/.bin/knip", ["--no-progress"]],
  ["build", "node", ["tools/build.mjs"]],
  ["add-on", "node", ["tools/build-apps-script.mjs"]],
  ["preview", "node", ["tools/build-preview.mjs"]],
];

let passed = 0;
let failed = 0;
// All at once, and what they say in the order of the list: none needs what another makes.
for (const { name, isOk, said } of await Promise.all(checks.map(checked))) {
  process.stdout.write(said);
  console.log(`${name}: ${isOk ? "ok" : "FAILED"}`);
  if (isOk) passed += 1;
  else failed += 1;
}

rmSync(RESULTS, { force: true });
const vitest = spawnSync(
  "node_modules/.bin/vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`],
  {
    stdio: "inherit",
  },
);
const { tests, skipped } = counts();
passed += tests.passed;
// A run that failed outside of any test (a file that does not load) counts as one failure.
failed += Math.max(tests.failed, vitest.status === 0 ? 0 : 1);

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;

async function checked([name, program, args]) {
  const running = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  for (const stream of [running.stdout, running.stderr]) stream.on("data", (bytes) => said.push(bytes));
  const [exitCode] = await once(running, "close");
  return { name, isOk: exitCode === 0, said: Buffer.concat(said) };
}

function counts() {
  try {
    const results = JSON.parse(readFileSync(RESULTS, "utf8"));
    return {
      tests: { passed: results.numPassedTests, failed: results.numFailedTests },
      skipped: results.numPendingTests,
    };
  } catch {
    return { tests: { passed: 0, failed: 1 }, skipped: 0 };
  }
}
