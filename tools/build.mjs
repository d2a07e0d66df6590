// Builds dist/stageline.mjs: one file to start, and a chunk for each command, loaded when it is asked for; and dist/run.mjs,
// the same for whoever runs many commands in a process of their own, as the tests do.
// `node tools/build.mjs <folder>` builds into another folder, so that tests run what they built themselves.

import { chmod, rm } from "node:fs/promises";
import { build } from "esbuild";

const folder = process.argv[2] ?? "dist";

// A chunk made of a package in the older module form gives no names but "default"; Google's client loads this one while it
// runs, by the name in it, for whoever is behind a proxy.
const namedInChunk = {
  name: "named in its chunk",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^https-proxy-agent$/ }, ({ kind, path, resolveDir }) =>
      kind === "dynamic-import" ? { path, namespace: "named", pluginData: resolveDir } : undefined,
    );
    onLoad({ filter: /./, namespace: "named" }, ({ path, pluginData }) => ({
      contents: `export { HttpsProxyAgent } from "${path}";`,
      resolveDir: pluginData,
    }));
  },
};

// What other builds put beside it stays.
await rm(`${folder}/chunks`, { recursive: true, force: true });
await build({
  entryPoints: { stageline: "sync/main.ts", run: "sync/run.ts" },
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
  plugins: [namedInChunk],
  banner: {
    // Packages in the older module form ask for Node's own modules by `require`.
    js: 'import { createRequire as stagelineRequire } from "node:module"; const require = stagelineRequire(import.meta.url);',
  },
});
await chmod(`${folder}/stageline.mjs`, 0o755);
