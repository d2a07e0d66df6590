// The preview of one book, from its spreadsheet to the address that a browser opens.

import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { threadPool } from "../apps-script/scheduler/thread-pool.ts";
import type { ScriptPlan } from "../apps-script/world/script-record.ts";
import type { Spreadsheet } from "../grid/spreadsheet.ts";
import { peopleAt } from "./live/people-at-book.ts";
import { openDesk } from "./server/preview-desk.ts";
import { type Preview, startPreview } from "./server/start-preview.ts";
import type { Saving } from "./server/window-message.ts";

export interface BookToPreview {
  readonly state: Spreadsheet;
  /** Where the book is kept, in words. */
  readonly kept: string;
  readonly saving: Saving;
  /** Told of each state that the book comes to; what is shown is what is said of its keeping. */
  readonly changed: (state: Spreadsheet, show: (saving: Saving) => void) => void;
}

export interface PreviewPlace {
  /** The folder of the built add-on. */
  readonly addOnFolder: string;
  /** The folder of the built page and the code of the threads. */
  readonly previewFolder: string;
  readonly port?: number;
  /** Milliseconds since 1970. */
  readonly machineMs: () => number;
  /** A fault of this program. */
  readonly failed: (error: unknown) => void;
}

const DUE_EVERY_MS = 1000;
const SEEDS = 2 ** 31;

/** @throws {StagelineError} `busy`, where the port is taken */
export async function openPreview(book: BookToPreview, place: PreviewPlace): Promise<Preview> {
  const [addOn, workerCode] = await Promise.all([
    readAddOn(place.addOnFolder),
    readFile(join(place.previewFolder, "execution-worker.js"), "utf8"),
  ]);
  const threads = threadPool(workerCode);
  const { state, kept, saving } = book;
  const desk = openDesk({
    state,
    addOn,
    seats: peopleAt(state),
    threads,
    machineMs: place.machineMs,
    seed: randomInt(SEEDS),
    kept,
    saving,
    changed: () => book.changed(desk.world.file.state, desk.showSaving),
  });
  const { previewFolder, failed, port } = place;
  const preview = await startPreview({
    desk,
    pageFolder: join(previewFolder, "page"),
    failed,
    ...(port === undefined ? {} : { port }),
  });
  const due = setInterval(() => {
    desk.world.clock.startDue();
    desk.showClock();
  }, DUE_EVERY_MS);
  const close = async () => {
    clearInterval(due);
    await preview.close();
    desk.dialogs.close();
    await desk.world.quiet();
    await threads.close();
  };
  return { url: preview.url, close };
}

/** The add-on as it is pushed. */
async function readAddOn(folder: string): Promise<ScriptPlan> {
  const [code, manifest, sidebar] = await Promise.all(
    ["Code.js", "appsscript.json", "Sidebar.html"].map((name) => readFile(join(folder, name), "utf8")),
  );
  return {
    name: "Stageline",
    kind: "add-on",
    code: code ?? "",
    manifest: manifest ?? "",
    pages: { Sidebar: sidebar ?? "" },
  };
}
