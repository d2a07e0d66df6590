// A plan over a Google spreadsheet, written. Nothing keeps people out while it is made: what it goes by is looked at once
// more when the turn is taken, and the plan is made anew where that is something else by then.

import { followedZone } from "../../../shared/engine/setup/followed-zone.ts";
import { changeSlices } from "../../../shared/engine/writing/change-slices.ts";
import { fingerprintsOf } from "../../../shared/engine/writing/row-fingerprint.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Cell } from "../../../shared/table/cell.ts";
import { foldChanges } from "../../../shared/table/fold-changes.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { hashOf } from "../../../shared/value/hash.ts";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import { showProgress } from "../../progress.ts";
import type { ChangeOptions, Plan, PlanOf, Written } from "../../stores/book-store.ts";
import { readAround } from "../reading/book-around.ts";
import { type GoogleBook, isSameBook } from "../reading/google-book.ts";
import { readBook } from "../reading/read-book.ts";
import { sureBook } from "../reading/sure-book.ts";
import { began } from "./begin-turn.ts";
import { refuseCopied } from "./book-identity.ts";
import { dressingOf, plannedBatch } from "./planned-batch.ts";
import { TurnLine } from "./turn-line.ts";
import { type Again, busySheet, type ChangePlace, giveBack, type Work } from "./work.ts";
import { writeSlices } from "./write-slices.ts";

/** How often a plan is made anew. */
const MOST_LOOKS = 6;
/** Google advises 2 MB for a request. */
const MOST_BYTES = 1_500_000;
const CELL_BYTES = 70;
/** Numbers of which it is asked together with the turn whether they are days. */
const MOST_UNSURE = 20_000;

/**
 * Writes what the plan changes.
 *
 * @throws {StagelineError} `busy`, when others were quicker each time; `guard`, in a copy of a book; whatever the plan
 *   refuses
 */
export async function changeGoogleBook<Result>(
  place: ChangePlace,
  plan: PlanOf<Result>,
  options: ChangeOptions,
): Promise<Written<Result>> {
  const writer = hashOf("w", [place.seed()]);
  const line = new TurnLine(place.connection, place.clock, writer);
  const work: Work = { ...place, line, options, latest: undefined };
  try {
    let reason: StagelineError | undefined;
    for (let look = 1; look <= MOST_LOOKS; look++) {
      const looked = await oneLook(work, plan, look === MOST_LOOKS ? "last" : "more");
      if (looked.how === "done") return looked.written;
      reason = looked.reason ?? reason;
    }
    throw reason ?? busySheet();
  } catch (error) {
    // A turn ends by itself within a minute; why the work stopped is what people have to be told.
    await giveBack(work).catch(() => undefined);
    throw error;
  }
}

type Looked<Result> = { readonly how: "done"; readonly written: Written<Result> } | Again;

async function oneLook<Result>(
  work: Work,
  plan: PlanOf<Result>,
  place: "last" | "more",
): Promise<Looked<Result>> {
  const { connection, options, line } = work;
  showProgress("Reading the spreadsheet");
  const { tab } = options;
  const read = await readBook(connection, tab === undefined ? {} : { whole: [tab] });
  work.latest = read;
  if (options.isCopy !== true) refuseCopied(read.tables, connection.spreadsheetId);
  const around = await readAround(connection, read, options);
  showProgress("Working out what changes");
  const { book, changes, definition, result } = await planned(work, read, (tables) => plan(tables, around));
  const batchPlace = {
    fingerprintIn: (work.fingerprints ?? fingerprintsOf)(definition),
    seed: line.writer,
    seen: await dressingOf(connection, book, changes),
  };
  const { requests, cells } = plannedBatch(book, changes, batchPlace);
  const isChanged = requests.length > 0;
  const written = { result, changed: isChanged, cells, staleFormulas: [], changes, notes: [] };
  if (!isChanged || options.dryRun === true) {
    await giveBack(work);
    return { how: "done", written };
  }
  showProgress("Writing the spreadsheet");
  const slices = changeSlices(changes, MOST_BYTES, bytesOf);
  const begun = await began(work, book, slices[0] ?? []);
  if ("how" in begun) return begun;
  const done = await writeSlices(work, begun, { slices, place: batchPlace, look: place });
  return done.how === "again" ? done : { how: "done", written: { ...written, notes: done.notes } };
}

interface Planned<Result> extends Plan<Result> {
  readonly book: GoogleBook;
}

// Whether numbers are days is asked where nothing is to be written; else the answer comes with the turn that is taken.
async function planned<Result>(
  { connection, options, line }: Work,
  read: GoogleBook,
  plan: (tables: Tables) => Plan<Result>,
): Promise<Planned<Result>> {
  const planOn = (book: GoogleBook): Planned<Result> => {
    const before = followedZone(book.tables, book.shape.zone);
    const tables = before.length === 0 ? book.tables : applyChanges(book.tables, before);
    const made = plan(tables);
    return { ...made, book, changes: foldChanges([...before, ...made.changes]) };
  };
  const first = attempted(() => planOn(read));
  const unsure = read.unsure.reduce((sum, { lastRow }) => sum + lastRow, 0);
  const writes = "done" in first && first.done.changes.length > 0 && options.dryRun !== true;
  const comesLater = writes && unsure <= MOST_UNSURE && !line.holds(read.shape.marks);
  if (read.unsure.length > 0 && !comesLater) {
    const sure = await sureBook(connection, read);
    if (!isSameBook(read, sure)) return planOn(sure);
    if ("done" in first) return { ...first.done, book: sure };
  }
  if ("done" in first) return first.done;
  throw first.error;
}

type Attempted<Result> = { readonly done: Result } | { readonly error: StagelineError };

function attempted<Result>(act: () => Result): Attempted<Result> {
  try {
    return { done: act() };
  } catch (error) {
    if (error instanceof StagelineError) return { error };
    throw error;
  }
}

function bytesOf(cell: Cell): number {
  return CELL_BYTES + (typeof cell === "string" ? cell.length : 0);
}
