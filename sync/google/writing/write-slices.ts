// The slices of a plan, written one after the other while the turn is held: each all or nothing, by what was seen right
// before it, and looked at in its answer.

import { releasedLease } from "../../../shared/engine/host-rows.ts";
import { stillTrue } from "../../../shared/engine/writing/still-true.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { Change } from "../../../shared/table/change.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { momentFromInstant, utc } from "../../../shared/value/moment.ts";
import type { GoogleBook } from "../reading/google-book.ts";
import { readBook } from "../reading/read-book.ts";
import { mendDisplaced } from "./mend-displaced.ts";
import { type BatchPlace, dressingOf, plannedBatch } from "./planned-batch.ts";
import { differences, displacedTabs, writtenAreas, writtenTabs } from "./read-back.ts";
import { seenAgain } from "./seen-again.ts";
import { areasOf, holdsCell, rangeOfArea, type SeenArea, widthOf } from "./seen-areas.ts";
import type { SheetStep } from "./step-requests.ts";
import { signRows, turnRows } from "./turn-rows.ts";
import { type Again, giveBack, type Work } from "./work.ts";

/** The turn is taken. */
export interface Begun {
  readonly present: GoogleBook;
  readonly asRead: GoogleBook;
  /** What of it was looked at since it was read; absent where all was read under the turn. */
  readonly areas?: readonly SeenArea[];
  /** Whether an add-on looks after the book, too. */
  readonly hasAddOn: boolean;
}

export interface SlicePlan {
  readonly slices: readonly (readonly Change[])[];
  readonly place: BatchPlace;
  /** At the last look a plan of which a part does not hold any more is written without it. */
  readonly look: "last" | "more";
}

type Done = { readonly how: "done"; readonly notes: readonly string[] };

/** Writes the slices, and gives the turn back. */
export async function writeSlices(
  work: Work,
  begun: Begun,
  { slices, place, look }: SlicePlan,
): Promise<Done | Again> {
  const notes: string[] = [];
  let [present, areas, expected] = [begun.present, begun.areas, begun.asRead.tables];
  for (const [index, slice] of slices.entries()) {
    const next = slices[index + 1];
    const kept = stillTrue(slice, expected, present.tables);
    const mayLack = look === "last" && work.options.whole !== true;
    if (kept === undefined || (kept.length < slice.length && !mayLack)) return { how: "again" };
    const made = [...kept, ...rowsOf(work, applyChanges(present.tables, kept), { next, begun })];
    // What an earlier slice drew stands around the cells by now.
    const isStale = slice.some(isDrawing) && slices.slice(0, index).some((each) => each.some(isDrawing));
    const seenNow = isStale ? { seen: await dressingOf(work.connection, present, slice) } : {};
    const batch = plannedBatch(present, made, { ...place, ...seenNow });
    if (areas !== undefined && setsUnseen(batch.steps, areas)) return { how: "again" };
    expected = applyChanges(present.tables, made);
    const tabs = writtenTabs(batch.steps);
    const written = bookWith(present, expected);
    const isRead = next === undefined || !slice.some(isDrawing);
    const following = areasOf(written, isRead ? (next ?? []) : []);
    const answer = await work.line.write(
      {
        what: "write the changes",
        requests: batch.requests,
        ranges: [...writtenAreas(tabs), ...following].map(rangeOfArea),
      },
      present.shape.marks,
      next === undefined && !begun.hasAddOn ? "last" : "more",
    );
    if ("notDone" in answer) return { how: "again", reason: answer.notDone };
    work.latest = seenAgain(written, following, answer) ?? work.latest;
    const displaced = displacedTabs(tabs, answer);
    notes.push(
      ...differences(
        tabs.filter((tab) => !displaced.includes(tab)),
        answer.cells,
      ),
    );
    if (displaced.length > 0) {
      await mendDisplaced(work, displaced, place);
      if (next !== undefined) return { how: "again" };
    }
    if (next === undefined) break;
    const seen = isRead ? seenAgain(written, following, answer) : await readBook(work.connection);
    if (seen === undefined) return { how: "again" };
    [present, areas] = [seen, isRead ? following : undefined];
  }
  await giveBack(work);
  return { how: "done", notes };
}

// The turn goes on with each slice, and where nobody else looks after the book it is given back with the last.
function rowsOf(
  { line, clock, connection, options }: Work,
  tables: Tables,
  { next, begun }: { readonly next: readonly Change[] | undefined; readonly begun: Begun },
): readonly Change[] {
  if (next !== undefined) return turnRows(tables, line.nextTurn());
  const synced = options.isSync === true ? { synced: momentFromInstant(clock.nowMs(), utc) } : {};
  const signs = signRows(tables, { book: connection.spreadsheetId, ...synced });
  return begun.hasAddOn ? signs : [...releasedLease(tables, line.writer), ...signs];
}

// Columns that the tab gains hold nothing yet.
function setsUnseen(steps: readonly SheetStep[], areas: readonly SeenArea[]): boolean {
  return steps.some((step) => {
    if (step.kind !== "cells" || step.draft.open === undefined) return false;
    const tab = step.draft.name;
    const width = widthOf(step.draft.open.table);
    return [...step.edits].some(([row, cells]) =>
      [...cells.keys()].some((column) => column < width && !holdsCell(areas, { tab, row, column })),
    );
  });
}

// Tabs that were made meanwhile have no place yet.
function bookWith(book: GoogleBook, tables: Tables): GoogleBook {
  const tabs = book.tabs.map((tab) => {
    const table = tables.find(({ tab: name }) => name === tab.table.tab) ?? tab.table;
    return { ...tab, table };
  });
  return { ...book, tabs, tables };
}

function isDrawing({ kind }: Change): boolean {
  return kind === "layOut" || kind === "takeOff";
}
