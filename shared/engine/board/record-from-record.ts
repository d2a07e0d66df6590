// "New deal from this" in the Log column: a new record of the same board that takes over what its fields carry over, at
// the first stage, with a link between the two. The id of the new record follows from the old one and from how much of
// its history the row shows, so that a run which was cut short makes it once all the same.

import { activityFromWord } from "../../definition/activity.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { nameField, ownerField } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import { freshId } from "../../value/hash.ts";
import { tieData } from "../links/record-ties.ts";
import { factEntry, type Subject } from "../row/entry-making.ts";
import { sealFrom } from "../row/row-seal.ts";
import type { Run } from "../run.ts";
import type { BoardLook } from "./board-look.ts";
import type { SeenRow } from "./seen-rows.ts";

export interface RecordsMade {
  /** Rows for the boards; those that a run which was cut short had added are left out. */
  readonly rows: readonly Change[];
  readonly entries: readonly Entry[];
}

/**
 * The records that the Log cells of a board ask for.
 *
 * @example
 * recordsFromRecords(fixtures.run, lookAtBoard(fixtures.run, fixtures.world).look) //=> { rows: [], entries: [] }
 */
export function recordsFromRecords(run: Run, look: BoardLook): RecordsMade {
  const asking = look.seen.rows.filter(({ row }) => isAsking(textOf(row.cells["log"])) && row.name !== "");
  const present = new Set(look.seen.rows.map(({ id }) => id));
  const made = asking.map((seen) => {
    const id = madeId(seen);
    const row = madeRow(look, seen, id);
    const { tab } = look.reading.view;
    const rows: readonly Change[] = present.has(id) ? [] : [{ kind: "append", tab, rows: [row] }];
    return { rows, entries: linkEntries(run, look, { seen, row, id }) };
  });
  return {
    rows: made.flatMap(({ rows }) => rows),
    entries: made.flatMap(({ entries }) => entries),
  };
}

function isAsking(word: string): boolean {
  return word !== "" && activityFromWord(word) === "new-from";
}

function madeId({ row, id }: SeenRow): string {
  return freshId(`made from ${id}`, sealFrom(row.knownFingerprint).entries);
}

// The Log note says what to call it.
function madeRow({ reading }: BoardLook, { row }: SeenRow, id: string): RowCells {
  const { pipeline } = reading;
  const carried = pipeline.fields.filter((field) => field.carriesOver).map((field) => field.id);
  const cells = Object.fromEntries([ownerField.id, ...carried].map((key) => [key, row.cells[key] ?? null]));
  const name = textOf(row.cells["log_note"]) || row.name;
  const [first] = mainLineOf(pipeline);
  const link = earlierField(reading);
  const linked = link === undefined ? {} : { [link]: row.name };
  return { ...cells, ...linked, stage: first?.name ?? null, [nameField.id]: name, id };
}

// The first field of links that leads to the own pipeline.
function earlierField({ pipeline }: BoardLook["reading"]): string | undefined {
  const own = pipeline.fields.filter(
    ({ type, options }) => type === "record link" && (options[0] ?? pipeline.name) === pipeline.name,
  );
  return own[0]?.id;
}

function linkEntries(
  run: Run,
  { reading, world }: BoardLook,
  made: { readonly seen: SeenRow; readonly row: RowCells; readonly id: string },
): readonly Entry[] {
  const { seen, row, id } = made;
  const board = reading.board.id;
  const older: Subject = {
    board,
    record: seen.id,
    name: seen.row.name,
    n: world.states.get(seen.id)?.n ?? 1,
  };
  const newer: Subject = { board, record: id, name: textOf(row[nameField.id]), n: 1 };
  const field = earlierField(reading);
  const back = tieData({ record: seen.id, board, name: older.name, way: "from", field });
  const forth = tieData({ record: id, board, name: newer.name, way: "to" });
  return [
    factEntry(run, { kind: "linked", subject: older, data: forth, note: "made from this", occurrence: id }),
    factEntry(run, { kind: "linked", subject: newer, data: back, note: "made from it", occurrence: id }),
  ];
}
