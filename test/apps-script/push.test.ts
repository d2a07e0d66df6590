// The built add-on, pushed by the tool that people push with.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addOnFile } from "./built-add-on.ts";
import { AUTHORIZATION, clasp, pushFolder, SCRIPT_ID } from "./clasp.ts";
import { describedTest, faultsOf } from "./google-description.ts";
import { startScriptApi } from "./script-api.ts";

// Listing the files asks nobody; a request to this port would fail.
const NO_PORT = 0;

test("a push leaves the built files in the script whose id .clasp.json names", async () => {
  await using api = await startScriptApi();
  await clasp(pushFolder(), api.port, "push", "--force");
  expect(api.files(SCRIPT_ID)).toEqual([
    { name: "appsscript", type: "JSON", source: addOnFile("appsscript.json") },
    { name: "Code", type: "SERVER_JS", source: addOnFile("Code.js") },
    { name: "Sidebar", type: "HTML", source: addOnFile("Sidebar.html") },
  ]);
  expect(new Set(api.requests.map(({ authorization }) => authorization))).toEqual(new Set([AUTHORIZATION]));
});

test("a second push of the same build sends nothing", async () => {
  await using api = await startScriptApi();
  const folder = pushFolder();
  await clasp(folder, api.port, "push", "--force");
  await clasp(folder, api.port, "push", "--force");
  expect(api.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

describedTest("a push asks Google only what Google describes", async () => {
  await using api = await startScriptApi();
  await clasp(pushFolder(), api.port, "push", "--force");
  expect(api.requests.map(({ method }) => method)).toEqual(["GET", "PUT"]);
  expect(api.requests.flatMap(faultsOf)).toEqual([]);
});

describedTest("a file of a kind that Google does not describe is told", () => {
  const body = { files: [{ name: "Code", type: "TYPESCRIPT", source: "" }], parent: "x" };
  const url = `script.googleapis.com/v1/projects/${SCRIPT_ID}/content`;
  expect(faultsOf({ method: "PUT", url, authorization: "", body })).toEqual([
    'body.files[0].type is "TYPESCRIPT"',
    "body.parent is unknown",
  ]);
});

test("nothing but the three built files would be pushed, whatever else a clone holds", async () => {
  const folder = pushFolder();
  for (const stray of ["main.ts", "dist/stageline.js", "dist/other.html"])
    writeFileSync(join(folder, stray), "");
  const { filesToPush, untrackedFiles } = JSON.parse(
    await clasp(folder, NO_PORT, "show-file-status", "--json"),
  );
  expect(filesToPush.toSorted()).toEqual([
    "dist/apps-script/Code.js",
    "dist/apps-script/Sidebar.html",
    "dist/apps-script/appsscript.json",
  ]);
  expect(untrackedFiles).toEqual([]);
});
