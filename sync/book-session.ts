// One command's work on a book: locked, read, changed in one go and written in one go. What a command plans is a
// list of changes over tables; nothing is written until all of it is known to fit.

import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { applyChanges, type FingerprintAt } from "../local/book/apply-changes.ts";
import type { Book } from "../local/book/book.ts";
import { openBook, saveBook } from "../local/book/book-file.ts";
import { withBookLock } from "../local/book/book-lock.ts";
import { fingerprintIn } from "../shared/board/fingerprint.ts";
import { lastDefinition } from "../shared/definition/definition-versions.ts";
import type { Definition } from "../shared/definition/pipeline.ts";
import { readSetup } from "../shared/definition/setup/read-setup.ts";
import { bookLayouts } from "../shared/engine/book-layouts.ts";
import { isOwnBook } from "../shared/engine/own-book.ts";
import type { Change } from "../shared/table/change.ts";
import { foldChanges } from "../shared/table/fold-changes.ts";
import type { TabLayout } from "../shared/table/layout.ts";
import { viewOf } from "../shared/table/tab-view.ts";
import type { Table, TableRow, Tables } from "../shared/table/table.ts";
import type { Zone } from "../shared/value/moment.ts";
import { StagelineError } from "../shared/value/stageline-error.ts";
import { showProgress } from "./progress.ts";
import { isTimeZone, timeZone } from "./time-zone.ts";

/** What a command makes of the tables. */
export interface Plan<Result> {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly result: Result;
}

export interface Written<Result> {
  readonly result: Result;
  readonly changed: boolean;
  /** Cells that were set. */
  readonly cells: number;
  /** Formulas whose shown results are old until the book is opened in a spreadsheet program. */
  readonly staleFormulas: readonly string[];
  readonly changes: readonly Change[];
}

/** The tables of a book, for commands that only read. */
export async function readTables(path: string): Promise<Tables> {
  const file = await bookPath(path);
  showProgress(`Reading ${basename(file)}`);
  return (await openBook(file)).tables;
}

/**
 * Runs a plan on the book and writes what it changes; with `dryRun` nothing is written.
 *
 * @throws {StagelineError} whatever the plan or the book refuses; then nothing is written
 */
export async function changeBook<Result>(
  path: string,
  plan: (tables: Tables, book: Book) => Plan<Result>,
  options: { readonly dryRun?: boolean; readonly open?: (path: string) => Promise<Book> } = {},
): Promise<Written<Result>> {
  const file = await bookPath(path);
  const name = basename(file);
  const work = async (): Promise<Written<Result>> => {
    showProgress(`Reading ${name}`);
    const book = await (options.open ?? openBook)(file);
    showProgress(`Working out what changes in ${name}`);
    const { changes, definition, result } = plan(book.tables, book);
    const folded = foldChanges(changes);
    const applied = applyChanges(book, folded, fingerprints(definition));
    if (folded.length > 0) showProgress(`Writing ${name}`);
    if (options.dryRun !== true && folded.length > 0) await saveBook(file, applied.book);
    const { cells, staleFormulas } = applied;
    return { result, changed: applied.book !== book, cells, staleFormulas, changes: folded };
  };
  return options.dryRun === true ? work() : withBookLock(file, work);
}

/**
 * The zone that the book's set-up names; where nobody knows such a zone, the one that was in force before.
 *
 * @throws {StagelineError} `usage`, when the book is none of ours
 */
export function bookZone(tables: Tables): Zone {
  if (!isOwnBook(tables)) {
    throw new StagelineError(
      "usage",
      'this book has no boards yet; make one with "stageline new <book>", or of a tab with "stageline adopt <book>"',
    );
  }
  const before = lastDefinition(tables);
  const { zone } = readSetup(tables, before).definition;
  return timeZone(before === undefined || isTimeZone(zone) ? zone : before.zone);
}

async function bookPath(path: string): Promise<string> {
  if (!/\.xlsx$/i.test(path)) {
    throw new StagelineError("usage", `"${path}" is not a book: give the path of an .xlsx file`);
  }
  if (await isFolder(path)) throw new StagelineError("file", `"${path}" is a folder, not a book`);
  if (await isFolder(dirname(path))) return path;
  throw new StagelineError("file", `there is no folder "${dirname(path)}"`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function fingerprints(definition: Definition): FingerprintAt {
  const layouts = new Map<string, TabLayout>(bookLayouts(definition).map((layout) => [layout.tab, layout]));
  return (table: Table, row: TableRow) => {
    const layout = layouts.get(table.tab) ?? [...layouts.values()].find((each) => each.key === table.key);
    if (layout === undefined) throw new StagelineError("guard", `the tab "${table.tab}" is none of ours`);
    const [view] = viewOf({ ...table, rows: [row] }, layout).rows;
    return fingerprintIn(layout, view?.cells ?? {});
  };
}
