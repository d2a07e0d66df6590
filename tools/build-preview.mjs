// Builds dist/preview/: the page of `stageline preview`, and the code of the threads in which scripts run there and the
// book is written. `node tools/build-preview.mjs <folder>` builds into another folder, so that tests run what they built
// themselves.

import { copyFile, mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";

const PAGE = "local/preview/page";

const folder = process.argv[2] ?? "dist/preview";

// What others put beside it stays.
await rm(`${folder}/page`, { recursive: true, force: true });
await mkdir(`${folder}/page`, { recursive: true });
await Promise.all([
  build({
    entryPoints: { page: `${PAGE}/main.tsx` },
    outdir: `${folder}/page`,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "error",
    loader: { ".svg": "dataurl", ".woff2": "dataurl", ".woff": "dataurl", ".ttf": "dataurl" },
  }),
  build({
    entryPoints: {
      "execution-worker": "local/apps-script/scheduler/execution-worker.ts",
      "saving-thread": "local/preview/saving/saving-thread.ts",
    },
    outdir: folder,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    legalComments: "none",
  }),
  copyFile(`${PAGE}/index.html`, `${folder}/page/index.html`),
]);
