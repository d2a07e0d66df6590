// A book in an .xlsx file: locked, read, changed in one go and written in one go.

import { access, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { applyChanges, type FingerprintAt } from "../../local/book/apply-changes.ts";
import { type Book, newBook } from "../../local/book/book.ts";
import { openBook, saveBook } from "../../local/book/book-file.ts";
import { withBookLock } from "../../local/book/book-lock.ts";
import { lostDressing } from "../../local/book/lost-dressing.ts";
import { tabFacts } from "../../local/book/tab-facts.ts";
import { fingerprintIn } from "../../shared/board/fingerprint.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { refuseMoved } from "../../shared/engine/acts/moved-book.ts";
import { bookLayouts } from "../../shared/engine/book-layouts.ts";
import { foldChanges } from "../../shared/table/fold-changes.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import { viewOf } from "../../shared/table/tab-view.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { showProgress } from "../progress.ts";
import type { RunSource } from "../run-source.ts";
import type { BookAround, BookStore, BookWish, ChangeOptions, PlanOf, Written } from "./book-store.ts";

export interface FilePlace {
  readonly path: string;
  readonly book: BookWish;
  readonly source: RunSource;
}

/**
 * The store of a file.
 *
 * @throws {StagelineError} `file`, when no book can be there; `guard`, when one is where a new one is wished for
 */
export async function fileStore({ path, book: wish, source }: FilePlace): Promise<BookStore> {
  if (await isFolder(path)) throw new StagelineError("file", `"${path}" is a folder, not a book`);
  if (!(await isFolder(dirname(path))))
    throw new StagelineError("file", `there is no folder "${dirname(path)}"`);
  if (wish === "new" && (await isThere(path)))
    throw new StagelineError("guard", `there is a file "${path}" already; a demo book is always a new one`);
  const opened = () => (wish === "there" ? openBook(path) : openOrNew(path));
  return {
    name: basename(path),
    host: "a file",
    source,
    readTables: async () => {
      showProgress(`Reading ${basename(path)}`);
      return (await opened()).tables;
    },
    change: (plan, options = {}) => {
      const work = () => changed(path, opened, { plan, options });
      return options.dryRun === true ? work() : withBookLock(path, work);
    },
  };
}

interface Changing<Result> {
  readonly plan: PlanOf<Result>;
  readonly options: ChangeOptions;
}

async function changed<Result>(
  path: string,
  opened: () => Promise<Book>,
  { plan, options }: Changing<Result>,
): Promise<Written<Result>> {
  const name = basename(path);
  showProgress(`Reading ${name}`);
  const book = await opened();
  refuseMoved(book.tables);
  showProgress(`Working out what changes in ${name}`);
  const { changes, definition, result } = plan(book.tables, aroundOf(book));
  const folded = foldChanges(changes);
  const applied = applyChanges(book, folded, fingerprints(definition));
  if (folded.length > 0) showProgress(`Writing ${name}`);
  if (options.dryRun !== true && folded.length > 0) await saveBook(path, applied.book);
  const { cells, staleFormulas } = applied;
  return { result, changed: applied.book !== book, cells, staleFormulas, changes: folded, notes: [] };
}

function aroundOf(book: Book): BookAround {
  return {
    tabFacts: (tab) => tabFacts(book, tab),
    lostDressing: (layouts) => lostDressing(book, layouts),
  };
}

async function openOrNew(path: string): Promise<Book> {
  return (await isThere(path)) ? openBook(path) : newBook();
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
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
