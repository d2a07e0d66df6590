// First aid for a book in a file: whether it is there, can be read and written, and is open nowhere else.

import { access, constants, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { openBook } from "../../local/book/book-file.ts";
import { refuseOpenElsewhere } from "../../local/book/book-lock.ts";
import type { Tables } from "../../shared/table/table.ts";
import { showProgress } from "../progress.ts";
import { type Finding, tried } from "./finding.ts";

const ANYBODY_WRITES = 0o222;

export interface FileLook {
  readonly findings: readonly Finding[];
  /** Absent where the book cannot be read. */
  readonly tables?: Tables;
}

export async function fileFindings(path: string): Promise<FileLook> {
  showProgress(`Reading ${basename(path)}`);
  const read = await tried("Reading", () => openBook(path));
  if ("finding" in read) return { findings: [read.finding] };
  const readable: Finding = {
    step: "Reading",
    state: "ok",
    found: `"${path}" is a workbook that can be read`,
  };
  const open = await tried("Elsewhere", () => refuseOpenElsewhere(path));
  const closed: Finding = { step: "Elsewhere", state: "ok", found: "it is open in no spreadsheet program" };
  return {
    findings: [readable, await writing(path), "finding" in open ? open.finding : closed],
    tables: read.result.tables,
  };
}

// A write puts a new file in the place of the old one, so the folder has to take one.
async function writing(path: string): Promise<Finding> {
  const step = "Writing";
  const { mode } = await stat(path);
  if ((mode & ANYBODY_WRITES) === 0 || !(await isAllowed(path)))
    return { step, state: "missing", found: "the file is read-only", todo: "allow writing to it" };
  if (!(await isAllowed(dirname(path)))) {
    const found = `no file can be made in its folder "${dirname(path)}"`;
    return { step, state: "missing", found, todo: "allow writing into the folder, or move the book" };
  }
  return { step, state: "ok", found: "it can be written" };
}

function isAllowed(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
