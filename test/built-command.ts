// The command as it is shipped, built once for a run of tests into a folder of its own: what a person builds or
// runs in dist/ at the same time neither disturbs the tests nor is disturbed by them.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The path of the built command. */
    readonly command: string;
  }
}

export function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "stageline-command-"));
  const built = spawnSync(process.execPath, ["tools/build.mjs", folder], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`the command cannot be built: ${built.stderr}`);
  provide("command", join(folder, "stageline.mjs"));
  return () => rmSync(folder, { recursive: true, force: true });
}
