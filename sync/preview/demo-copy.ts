// The book to try things on where none is named: a copy of the demo book that a build made. One that is more than a week old
// is made anew, since its year ends on the day on which it was made.

import { copyFile, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoBook } from "../../local/demo/demo-book.ts";
import { showProgress } from "../progress.ts";
import { runOf } from "../run-options.ts";
import { systemSource } from "../run-source.ts";
import { openStore } from "../stores/open-store.ts";
import { machineZoneName, timeZone } from "../time-zone.ts";
import { builtFolder } from "./built-parts.ts";

const WEEK_MS = 7 * 86_400_000;

/** The path of the copy. */
export async function demoCopy(): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), "stageline-preview-")), "demo.xlsx");
  const built = join(builtFolder("preview"), "demo.xlsx");
  const found = await stat(built).catch(() => undefined);
  if (found !== undefined && systemSource.nowMs() - found.mtimeMs < WEEK_MS) await copyFile(built, copy);
  else await makeDemo(copy);
  return copy;
}

async function makeDemo(path: string): Promise<void> {
  showProgress("Making a demo book");
  const store = await openStore(path, { book: "new" });
  const zone = timeZone(machineZoneName());
  const run = runOf({}, { zone, knownBy: "command", source: store.source });
  await store.change(() => ({ ...demoBook(run, "1"), result: undefined }));
}
