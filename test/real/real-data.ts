// Data made by others, read from beside the project and never copied into it. Where the folder is absent, tests
// that need it are skipped and say so; on CI (environment variable CI) they fail instead, so that nobody
// believes them to have run.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, test } from "vitest";

const folder = new URL("../../../shared/data/", import.meta.url);

/** Runs the tests on one of the folders of real data, or says why they are skipped. */
export function describeReal(name: string, tests: () => void): void {
  if (existsSync(new URL(`${name}/`, folder)) || process.env["CI"]) {
    describe(`real data: ${name}`, tests);
    return;
  }
  test.skip(`real data: ../shared/data/${name} is not on this machine, so these tests did not run`, () => {});
}

/** The rows of a CSV file by column name. */
export function realRows(path: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(new URL(path, folder)), { columns: true, skip_empty_lines: true });
}

/** A JSON file as it stands. */
export function realJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, folder), "utf8"));
}

/** The path of a file, for a command to read. */
export function realPath(path: string): string {
  return fileURLToPath(new URL(path, folder));
}
