// How long the command takes to start beside bare Node, in turns on one machine, so that only the ratio matters.
// Run by `npm run bench`.

import { spawnSync } from "node:child_process";

const GOES = 15;

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ["bare Node", ["-e", "0"]],
  ["stageline --help", ["dist/stageline.mjs", "--help"]],
  ["stageline templates", ["dist/stageline.mjs", "templates"]],
];

function millisecondsOf(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, [...args], { stdio: "ignore" });
  return performance.now() - start;
}

const times = new Map(COMMANDS.map(([name]) => [name, [] as number[]]));
for (let go = 0; go < GOES; go++) {
  for (const [name, args] of COMMANDS) times.get(name)?.push(millisecondsOf(args));
}

const medians = COMMANDS.map(([name]) => {
  const sorted = [...(times.get(name) ?? [])].sort((left, right) => left - right);
  return [name, sorted[Math.floor(sorted.length / 2)] ?? Number.NaN] as const;
});
const bare = medians[0]?.[1] ?? Number.NaN;
for (const [name, median] of medians) {
  console.log(`  ${name}: ${median.toFixed(0)} ms, ${(median / bare).toFixed(2)} × bare Node`);
}
