// The thread that writes the book, so that nobody waits for it: it has a copy of the spreadsheet, is told what changes, and
// writes all of it when asked. What it writes is written as every command does: whole or not at all, and not over a file
// that somebody else wrote meanwhile.

import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import { bookOf, type FileStamp } from "../../book/book.ts";
import { saveBook } from "../../book/book-file.ts";
import { readWorkbook } from "../../book/workbook-part.ts";
import { packageFromSpreadsheet } from "../../grid/book/book-from-spreadsheet.ts";
import { spreadsheetFromBook } from "../../grid/book/spreadsheet-from-book.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import type { SavingSetting, SavingTold } from "./saving-messages.ts";
import { patched, type StatePatch } from "./state-patch.ts";

const { from, to, name, zone, stamp: first } = workerData as SavingSetting;

let state: Spreadsheet | undefined;
let stamp: Omit<FileStamp, "package"> | undefined = first;

async function save(patch: StatePatch): Promise<SavingTold> {
  try {
    state = patched(state ?? spreadsheetFromBook(await readFile(from), { name, zone }), patch);
    const pack = packageFromSpreadsheet(state);
    const workbook = readWorkbook(pack, name);
    // No package of the file is at hand any more, and none is like this one.
    const book =
      stamp === undefined
        ? bookOf(pack, workbook)
        : bookOf(pack, workbook, { ...stamp, package: { parts: new Map() } });
    const { file } = await saveBook(to, book);
    if (file !== undefined) {
      const { package: _, ...written } = file;
      stamp = written;
    }
    return { kind: "saved" };
  } catch (error) {
    if (!(error instanceof StagelineError)) throw error;
    return { kind: "refused", why: error.message };
  }
}

parentPort?.on("message", (patch: StatePatch) => {
  void save(patch).then((told) => parentPort?.postMessage(told));
});
