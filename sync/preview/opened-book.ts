// A book as the preview takes it: its spreadsheet, and the file that is written. A file that holds what a spreadsheet of this
// machine has no place for is left as it is, and another one is written beside it.

import { access } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { openBook } from "../../local/book/book-file.ts";
import { leftOutOf } from "../../local/grid/book/left-out.ts";
import { spreadsheetOfBook } from "../../local/grid/book/spreadsheet-from-book.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { stateRow } from "../../local/preview/live/state-row.ts";
import type { SavingSetting } from "../../local/preview/saving/saving-messages.ts";
import type { Saving } from "../../local/preview/server/window-message.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { isTimeZone, machineZoneName } from "../time-zone.ts";

export interface OpenedBook {
  readonly state: Spreadsheet;
  readonly setting: SavingSetting;
  readonly saving: Saving;
  /** What is in the file and cannot be kept. */
  readonly left: readonly string[];
}

/** @throws {StagelineError} `file`, when there is none or it is no book; `guard`, when another would be written over */
export async function openedBook(path: string): Promise<OpenedBook> {
  if (!/\.xlsx$/i.test(path)) {
    throw new StagelineError(
      "usage",
      `"${path}" is not a book of this machine: give the path of an .xlsx file`,
    );
  }
  const book = await openBook(path);
  const name = basename(path);
  const plain = spreadsheetOfBook(book, { name });
  const zone = stateRow(plain, "zone") ?? machineZoneName();
  const state = { ...plain, zone: isTimeZone(zone) ? zone : machineZoneName() };
  const { things, looks } = leftOutOf(book);
  const left = [...things, ...looks];
  const from = resolve(path);
  if (left.length === 0) {
    const stamp = stampOf(book);
    return {
      state,
      left,
      saving: { state: "saved", words: "Saved" },
      setting: { from, to: from, name, zone: state.zone, ...stamp },
    };
  }
  const to = from.replace(/\.xlsx$/i, ".preview.xlsx");
  await refuseFile(to);
  const words = `Kept in ${basename(to)}, since ${name} holds what would be lost`;
  return { state, left, saving: { state: "saved", words }, setting: { from, to, name, zone: state.zone } };
}

function stampOf({ file }: Awaited<ReturnType<typeof openBook>>): Pick<SavingSetting, "stamp"> {
  if (file === undefined) return {};
  const { package: _, ...stamp } = file;
  return { stamp };
}

async function refuseFile(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new StagelineError(
    "guard",
    `"${path}" is there already, from an earlier preview: move it away, or preview that one`,
  );
}
