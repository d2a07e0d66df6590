// `npm run fuzz -- [rounds] [file...]`: the properties again, each round with a seed of its own. A round that fails
// ends the run and says its seed; `STAGELINE_SEED=<seed> npx vitest run <file>` repeats it.

import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "./setup.mjs";

installPackages();
const [rounds = "10", ...named] = process.argv.slice(2);
const files = named.length > 0 ? named : propertyFiles();
for (let round = 1; round <= Number(rounds); round += 1) {
  const seed = randomInt(2 ** 31);
  console.log(`round ${round} of ${rounds}, seed ${seed}`);
  const env = { ...process.env, STAGELINE_SEED: String(seed) };
  const { status } = spawnSync("node_modules/.bin/vitest", ["run", "--silent=true", ...files], {
    stdio: "inherit",
    env,
  });
  if (status !== 0) process.exit(1);
}

function propertyFiles() {
  return readdirSync("test", { recursive: true })
    .map((name) => join("test", String(name)))
    .filter((file) => file.endsWith(".test.ts") && readFileSync(file, "utf8").includes('"fast-check"'));
}
