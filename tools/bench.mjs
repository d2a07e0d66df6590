// `npm run bench`: the benchmarks, one after the other, each in a process of its own. They compare side by side in
// one run, print ratios, and judge nothing.

import { buildAll, installPackages, run } from "./setup.mjs";

const BENCHMARKS = ["core", "book", "start", "cells", "rules", "google", "preview", "board-view"];

installPackages();
buildAll();
const { build } = await import("esbuild");
await build({
  entryPoints: BENCHMARKS.map((name) => `test/bench/${name}.ts`),
  outdir: "dist/bench",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
});
for (const name of BENCHMARKS) {
  console.log(`\n${name}`);
  run("node", ["--expose-gc", `dist/bench/${name}.mjs`]);
}
