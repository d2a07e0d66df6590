// The command and the add-on as they are shipped, built once for a run of tests into a folder of its own: what a person
// builds or runs in dist/ at the same time neither disturbs the tests nor is disturbed by them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The path of the built command. */
    readonly command: string;
    /** The folder of the built add-on, or why it cannot be built: that fails the tests of the add-on and no others. */
    readonly addOn: { readonly folder: string } | { readonly fault: string };
    /** Where tests put files; gone at the end of the run, also those of a process that was ended in the middle. */
    readonly files: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "stageline-test-"));
  const files = join(folder, "files");
  mkdirSync(files);
  const addOn = join(folder, "apps-script");
  const [fault, addOnFault, previewFault] = await Promise.all([
    faultOf("tools/build.mjs", folder),
    faultOf("tools/build-apps-script.mjs", addOn),
    faultOf("tools/build-preview.mjs", join(folder, "preview")),
  ]);
  if (fault !== undefined) throw new Error(`the command cannot be built: ${fault}`);
  if (previewFault !== undefined) throw new Error(`the preview cannot be built: ${previewFault}`);
  provide("files", files);
  provide("command", join(folder, "stageline.mjs"));
  provide("addOn", addOnFault === undefined ? { folder: addOn } : { fault: addOnFault });
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Runs a build; what it says when it fails. */
async function faultOf(tool: string, folder: string): Promise<string | undefined> {
  const building = spawn(process.execPath, [tool, folder], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  building.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const [exitCode] = await once(building, "close");
  return exitCode === 0 ? undefined : said;
}
