// Builds dist/apps-script/: what is pushed to Google, and nothing else. Code.js is the add-on in one file, appsscript.json
// says what it may do, Sidebar.html is its page. `node tools/build-apps-script.mjs <folder>` builds into another folder,
// so that tests run what they built themselves.

import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { scriptStubs } from "./script-stubs.mjs";
import { pageHtml } from "./sidebar-page.mjs";

const MAIN = "apps-script/main.ts";
const PAGE = "apps-script/sidebar/page.tsx";
// The one name, besides the functions, that the script leaves in the global scope.
const GLOBAL_NAME = "Stageline";

const folder = process.argv[2] ?? "dist/apps-script";

const missing = [MAIN, PAGE, "apps-script/appsscript.json"].find((file) => !existsSync(file));
if (missing !== undefined) {
  console.error(`The add-on cannot be built: ${missing} is not there`);
  process.exit(1);
}
try {
  const [code, page] = await Promise.all([scriptText(), pageHtml(PAGE)]);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/Code.js`, code);
  await writeFile(`${folder}/Sidebar.html`, page);
  await copyFile("apps-script/appsscript.json", `${folder}/appsscript.json`);
} catch (error) {
  console.error(`The add-on cannot be built: ${error.message}`);
  process.exit(1);
}

/**
 * The whole script. Apps Script sees only functions declared at the top level, so each export of main.ts gets one. No
 * newer syntax than ES2019: class fields and `#private` have been refused there.
 */
async function scriptText() {
  const [bundle, { metafile }] = await Promise.all([
    build({
      ...settings(),
      format: "iife",
      globalName: GLOBAL_NAME,
      minify: true,
      target: "es2019",
      charset: "utf8",
      legalComments: "none",
    }),
    // The same once more as a module: only there does esbuild list the exports.
    build({ ...settings(), format: "esm", metafile: true }),
  ]);
  const [output] = Object.values(metafile.outputs);
  const stubs = await scriptStubs({
    names: output.exports,
    files: Object.keys(metafile.inputs),
    globalName: GLOBAL_NAME,
  });
  return `${bundle.outputFiles[0].text}${stubs}`;
}

function settings() {
  return {
    entryPoints: [MAIN],
    outfile: "Code.js",
    bundle: true,
    write: false,
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "silent",
  };
}
