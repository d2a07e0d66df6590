// `npm run sheets-api -- [options]`: the Sheets API over spreadsheets in this machine's memory. Builds and starts it;
// `--help` lists the options.

import { installPackages, run } from "./setup.mjs";

const FOLDER = "dist/sheets-api";

installPackages();
const { build } = await import("esbuild");
await build({
  entryPoints: { "sheets-api": "local/sheets-api/main.ts" },
  outdir: FOLDER,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
});
run("node", [`${FOLDER}/sheets-api.mjs`, ...process.argv.slice(2)]);
