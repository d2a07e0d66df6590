// What a build puts beside the command: the add-on as it is pushed, and the page of the preview. The command is one file
// or a chunk beside it.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { StagelineError } from "../../shared/value/stageline-error.ts";

/** @throws {StagelineError} `file`, when it was not built */
export function builtFolder(name: "apps-script" | "preview"): string {
  const folders = ["./", "../"].map((step) => fileURLToPath(new URL(`${step}${name}`, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) {
    throw new StagelineError("file", `"${name}" was not built: npm run build makes it`);
  }
  return found;
}

/** The text of one of its files. @throws {StagelineError} `file`, when it was not built */
export async function builtText(name: "apps-script" | "preview", file: string): Promise<string> {
  return readFile(join(builtFolder(name), file), "utf8");
}
