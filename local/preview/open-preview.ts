// The preview of one book. Its address is there before the book is read, which takes as long as a browser takes for the page:
// whoever opens it at once has both at the same time.

import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ThreadPool, threadPool } from "../apps-script/scheduler/thread-pool.ts";
import type { ScriptPlan } from "../apps-script/world/script-record.ts";
import type { Spreadsheet } from "../grid/spreadsheet.ts";
import { peopleAt } from "./live/people-at-book.ts";
import { type Desk, openDesk } from "./server/preview-desk.ts";
import { type Preview, startPreview } from "./server/start-preview.ts";
import type { Saving } from "./server/window-message.ts";

export interface BookToPreview {
  readonly state: Spreadsheet;
  /** Where the book is kept, in words. */
  readonly kept: string;
  readonly saving: Saving;
  /** Told of each state that the book comes to; what is shown is what is said of its keeping. */
  readonly changed: (state: Spreadsheet, show: (saving: Saving) => void) => void;
  /** Milliseconds since 1970. */
  readonly clockMs: () => number;
}

export interface PreviewPlace {
  /** The folder of the built add-on. */
  readonly addOnFolder: string;
  /** The folder of the built page and the code of the threads. */
  readonly previewFolder: string;
  readonly port?: number;
  /** A fault of this program. */
  readonly failed: (error: unknown) => void;
}

const DUE_EVERY_MS = 1000;
const SEEDS = 2 ** 31;
/** One for the look of the sidebar, one for the edit that somebody makes meanwhile. */
const THREADS_AT_FIRST = 2;

export interface OpenPreview extends Preview {
  /** Shows the book to all windows, those that wait for it and those to come. */
  readonly show: (book: BookToPreview) => void;
}

/** @throws {StagelineError} `busy`, where the port is taken */
export async function openPreview(place: PreviewPlace): Promise<OpenPreview> {
  const [addOn, workerCode] = await Promise.all([
    readAddOn(place.addOnFolder),
    readFile(join(place.previewFolder, "execution-worker.js"), "utf8"),
  ]);
  const threads = threadPool(workerCode, THREADS_AT_FIRST);
  let open = (_: Desk) => {};
  const shown = new Promise<Desk>((resolve) => {
    open = resolve;
  });
  const { previewFolder, failed, port } = place;
  const preview = await startPreview({
    desk: shown,
    pageFolder: join(previewFolder, "page"),
    failed,
    ...(port === undefined ? {} : { port }),
  });
  let leave = (): Promise<void> => Promise.resolve();
  const show = (book: BookToPreview) => {
    const desk = deskFor(book, addOn, threads);
    leave = attended(desk);
    open(desk);
  };
  const close = async () => {
    await preview.close();
    await leave();
    await threads.close();
  };
  return { ...preview, show, close };
}

function deskFor(book: BookToPreview, addOn: ScriptPlan, threads: ThreadPool): Desk {
  const { state, kept, saving, clockMs } = book;
  const desk = openDesk({
    state,
    addOn,
    seats: peopleAt(state),
    threads,
    machineMs: clockMs,
    seed: randomInt(SEEDS),
    kept,
    saving,
    changed: () => book.changed(desk.world.file.state, desk.showSaving),
  });
  return desk;
}

/** What is due begins by itself, until the result is called: it waits for what still runs. */
function attended({ world, dialogs, showClock }: Desk): () => Promise<void> {
  const due = setInterval(() => {
    world.clock.startDue();
    showClock();
  }, DUE_EVERY_MS);
  return async () => {
    clearInterval(due);
    dialogs.close();
    await world.quiet();
  };
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
