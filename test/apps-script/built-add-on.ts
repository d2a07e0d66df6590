// The add-on as it is pushed: the files of the build, as text. A build that failed fails the test that asks.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

/** The folder that is pushed. */
export function addOnFolder(): string {
  const addOn = inject("addOn");
  if ("fault" in addOn) throw new Error(addOn.fault);
  return addOn.folder;
}

/** The text of one of its files. */
export function addOnFile(name: "Code.js" | "Sidebar.html" | "appsscript.json"): string {
  return readFileSync(join(addOnFolder(), name), "utf8");
}

/** All of it, as the small Google takes a script. */
export function builtScript() {
  return {
    name: "Stageline",
    kind: "add-on" as const,
    code: addOnFile("Code.js"),
    manifest: addOnFile("appsscript.json"),
    pages: { Sidebar: addOnFile("Sidebar.html") },
  };
}
