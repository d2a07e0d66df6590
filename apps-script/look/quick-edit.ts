// An edit of a board, answered from the few cells that it touched. Where those are not enough to say what the whole book
// would say, the answer is "whole", and nothing was written. Called under the lock.

import type { OverwrittenCells } from "../../shared/engine/acts/put-back.ts";
import { type Head, readHead } from "../../shared/engine/head.ts";
import { hostRow, hostRowChanges, isLive, leaseOf } from "../../shared/engine/host-rows.ts";
import { asksForMail } from "../../shared/engine/outbox/message-entries.ts";
import { knownColumns, quickTable } from "../../shared/engine/quick/known-columns.ts";
import { quickLook } from "../../shared/engine/quick/quick-look.ts";
import type { Run } from "../../shared/engine/run.ts";
import { fingerprintsOf } from "../../shared/engine/writing/row-fingerprint.ts";
import { isSerialCell } from "../../shared/table/cell.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Table, TableRow } from "../../shared/table/table.ts";
import { actorNamed } from "../actor.ts";
import { displacedRows } from "../book/displaced-rows.ts";
import { noMarks } from "../book/marks.ts";
import { mendMisplaced } from "../book/misplaced-rows.ts";
import { bookOf, type OpenTab } from "../book/open-book.ts";
import { writeChanges } from "../book/write-changes.ts";
import { freshSeed, momentNow } from "../clock.ts";
import { tellMailWaits } from "../mail/mail-waits.ts";
import type { Sheet, Spreadsheet } from "../spreadsheet-app.ts";
import { type BookZone, bookZone } from "../zone.ts";
import { addedToBoard } from "./added.ts";
import { type BoardInForce, tabInForce } from "./board-in-force.ts";
import { type KeptLook, keepLook } from "./kept-look.ts";
import type { EditedPlace } from "./look-again.ts";
import { hasLostHead, historyTab, readIds, readStateTab, readTouched } from "./quick-reading.ts";
import { saidOf } from "./said.ts";

export interface Edit {
  readonly spreadsheet: Spreadsheet;
  readonly sheet: Sheet;
  readonly place: EditedPlace;
  /** Of the person who edited; empty where Google does not say. */
  readonly email: string;
  readonly kept: KeptLook | undefined;
}

export type QuickAnswer =
  | { readonly how: "done"; readonly said: string }
  /** Another program writes; it or the next look will see the edit. */
  | { readonly how: "later" }
  /** The file is a copy of a book, and nobody said yet what becomes of it. */
  | { readonly how: "copied" }
  /** The rows alone do not tell; `why` is for the log of executions, `putBack` for the look at everything. */
  | { readonly how: "whole"; readonly why: string; readonly putBack?: readonly OverwrittenCells[] };

const NOTHING: QuickAnswer = { how: "done", said: "" };

/** Whether the edit touched a column that matters, or the header. */
export function isWatched(place: EditedPlace, columns: readonly number[]): boolean {
  if (place.firstRow === 1) return true;
  return columns.some((column) => column >= place.firstColumn && column <= place.lastColumn);
}

/** What the edit means, written; or why it was not. */
export function quickEdit(edit: Edit): QuickAnswer {
  const { spreadsheet, place } = edit;
  const state = readStateTab(spreadsheet);
  const head = state === undefined ? undefined : readHead([state.table]);
  if (state === undefined && hasLostHead(spreadsheet)) return whole("the head is gone");
  if (state === undefined || head === undefined || head.definition === "") {
    keepLook(place.sheet, { kind: "none" });
    return NOTHING;
  }
  const id = hostRow(head, "book");
  if (id !== "" && id !== spreadsheet.getId()) return { how: "copied" };
  const zone = bookZone(head.zone === "" ? "UTC" : head.zone);
  const lease = leaseOf(head);
  if (lease !== undefined && isLive(lease, momentNow(zone))) return { how: "later" };
  if (head.open !== "" || head.zone === "") return whole("a run was cut short");
  const tab = tabInForce(edit, head);
  if (tab === undefined) return whole("nobody knows the definition in force");
  if (tab.kind !== "board") return tab.kind === "none" ? NOTHING : whole("the set-up was edited");
  if (tab.found.columns !== undefined && !isWatched(place, tab.found.columns)) return NOTHING;
  return boardEdit(edit, { state, head, zone, ...tab.found });
}

interface Known extends BoardInForce {
  readonly state: OpenTab;
  readonly head: Head;
  readonly zone: BookZone;
}

function boardEdit(edit: Edit, known: Known): QuickAnswer {
  const { state, head, zone, board, definition } = known;
  const { sheet, place } = edit;
  const columns = knownColumns(head, board.id);
  if (columns === undefined || place.firstRow === 1) return whole("the columns may have moved");
  const touched = readTouched(sheet, place, { width: columns.width, zone });
  if (touched === undefined) return whole("rows were deleted meanwhile");
  const { header, rows, above } = touched;
  const table = quickTable(head, { tab: sheet.getName(), board: board.id }, { header, rows });
  if (table === undefined) return whole("the header is another one");
  if (rows.some(hasOddDay)) return whole("the time zone may be another one");
  const read = readIds(sheet, columns, { place, rows, zone });
  if (read === undefined) return whole("rows moved meanwhile");
  const now = momentNow(zone);
  const run: Run = { now, zone, knownBy: "event", seed: freshSeed(), ...actorNamed(definition, edit.email) };
  const looked = quickLook(
    {
      tables: [state.table, table],
      tab: table.tab,
      rows: numbersOf(place),
      columns: { first: place.firstColumn, last: place.lastColumn },
      ids: read.ids,
      definition,
    },
    run,
  );
  if (looked.how === "whole") return looked;
  if (looked.entries.some(asksForMail)) tellMailWaits();
  const changes =
    looked.changes.length === 0
      ? []
      : [...hostRowChanges([state.table], { heartbeat: now }), ...looked.changes];
  const written =
    changes.length === 0
      ? undefined
      : writeQuick(edit, { ...known, table: { ...table, rows: [...above, ...rows] }, changes });
  if (written !== undefined) return written;
  const { all } = read;
  const added = all === undefined ? undefined : addedToBoard({ ...table, rows: all }, board, looked);
  return { how: "done", said: saidOf({ ...looked, added }, definition) };
}

// What was written is what was meant, or the answer says what else has to be done.
function writeQuick(
  { spreadsheet, sheet }: Edit,
  what: Known & { readonly table: Table; readonly changes: readonly Change[] },
): QuickAnswer | undefined {
  const { state, table, zone, definition, changes, isKept } = what;
  // One question more where the cache saved one.
  const history = historyTab(spreadsheet, isKept ? "headers" : "nothing");
  if (history === undefined) return whole("the history is not as it was laid out");
  const tabs: readonly OpenTab[] = [state, { sheet, marks: noMarks, table }, history];
  const written = writeChanges(bookOf({ spreadsheet, zone, tabs }), changes, fingerprintsOf(definition));
  const displaced = displacedRows(written);
  const head = displaced.length === 0 ? undefined : readStateTab(spreadsheet);
  if (head === undefined) return undefined;
  const putBack = mendMisplaced({ spreadsheet, zone }, head, displaced);
  return { how: "whole", why: "rows moved while they were written", putBack };
}

function whole(why: string): QuickAnswer {
  return { how: "whole", why };
}

function numbersOf({ firstRow, lastRow }: EditedPlace): readonly number[] {
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);
}

// A day that is not whole says that the spreadsheet has another zone by now than the head knows: the whole look asks.
function hasOddDay({ cells }: TableRow): boolean {
  return cells.some((cell) => isSerialCell(cell) && cell.serial >= 1 && !Number.isInteger(cell.serial));
}
