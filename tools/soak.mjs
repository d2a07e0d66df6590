// `npm run soak [-- <rounds> [<first seed>]]`: the seeded runs in which people edit, ticks run, events are dropped and
// executions are killed, and those worlds in which commands come and go beside them, many more rounds of them than `npm
// test` has time for, with what each set of rounds met printed. Of worlds with real processes there are a tenth as many.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installPackages } from "./setup.mjs";

const FOLDERS = ["test/soak", "test/world"];
// Many rounds take as long as they take.
const DAY_MS = 86_400_000;

const [rounds = "300", seed] = process.argv.slice(2);
if (!/^[1-9][0-9]*$/.test(rounds)) {
  console.error(`The number of rounds is a whole number from 1, not "${rounds}"`);
  process.exit(2);
}
const missing = FOLDERS.find((folder) => !existsSync(folder));
if (missing !== undefined) {
  console.error(`There is nothing to run: ${missing} is not there`);
  process.exit(1);
}
installPackages();
const { status } = spawnSync(
  "node_modules/.bin/vitest",
  ["run", ...FOLDERS, "--disable-console-intercept", `--testTimeout=${DAY_MS}`],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      STAGELINE_ROUNDS: rounds,
      ...(seed === undefined ? {} : { STAGELINE_SEED: seed }),
    },
  },
);
process.exit(status ?? 1);
