// Builds dist/stageline.mjs: one file to start, and a chunk for each command, loaded when it is asked for.
// `node tools/build.mjs <folder>` builds into another folder, so that tests run what they built themselves.

import { chmod, rm } from "node:fs/promises";
import { build } from "esbuild";

const folder = process.argv[2] ?? "dist";

await rm(folder, { recursive: true, force: true });
await build({
  entryPoints: { stageline: "sync/main.ts" },
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: true,
  platform: "node",
  format: "esm",
  target: "node20",
  legalComments: "none",
  banner: {
    // Packages in the older module form ask for Node's own modules by `require`.
    js: 'import { createRequire as stagelineRequire } from "node:module"; const require = stagelineRequire(import.meta.url);',
  },
});
await chmod(`${folder}/stageline.mjs`, 0o755);
