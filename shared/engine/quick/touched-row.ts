// A row that an edit touched, with what it keeps of its record: the seal says whose row it is and how much of the
// history it shows, the memory what that history says.

import type { BoardRow } from "../../board/board-row.ts";
import { activityFromWord } from "../../definition/activity.ts";
import type { Entry } from "../../log/entry.ts";
import { type Memory, memoryFrom } from "../../log/record-memory.ts";
import { rememberedEntries } from "../../log/remembered-entries.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import { instantMs, type Moment } from "../../value/moment.ts";
import type { SeenRow } from "../board/seen-rows.ts";
import { type RowSeal, sealFrom } from "../row/row-seal.ts";

export interface TouchedRow {
  readonly row: BoardRow;
  readonly seal: RowSeal;
  readonly memory: Memory | undefined;
  /** What the memory stands for; nothing where there is none. */
  readonly entries: readonly Entry[];
  readonly state: RecordState | undefined;
  /** What the Log cell asks for. */
  readonly act: ReturnType<typeof activityFromWord>;
}

/**
 * The row with what it keeps.
 *
 * @example
 * touchedRow(fixtures.newRow, "deals").memory //=> undefined
 */
export function touchedRow(row: BoardRow, board: string): TouchedRow {
  const memory = memoryFrom(textOf(row.cells["memory"]));
  const entries = memory === undefined ? [] : rememberedEntries(memory, board);
  return {
    row,
    seal: sealFrom(row.knownFingerprint),
    memory,
    entries,
    state: memory === undefined ? undefined : replay(entries).get(memory.record),
    act: activityFromWord(textOf(row.cells["log"])),
  };
}

/**
 * Whether the row says of itself that it is nobody's yet.
 *
 * @example
 * isFresh(touchedRow(fixtures.newRow, "deals")) //=> true
 */
export function isFresh({ row }: TouchedRow): boolean {
  return row.id === "" && row.knownFingerprint === "" && textOf(row.cells["memory"]) === "";
}

/**
 * Whether the Log cell asks for what takes the history itself, or another row.
 *
 * @example
 * asksForMore({ act: "undo" }) //=> true
 */
export function asksForMore({ act }: Pick<TouchedRow, "act">): boolean {
  return act === "undo" || act === "reopen" || act === "new-from";
}

/**
 * Whether the record had another name, or none, when it was last seen.
 *
 * @example
 * isCalledAnew(touchedRow(fixtures.newRow, "deals")) //=> true
 */
export function isCalledAnew({ row, state }: TouchedRow): boolean {
  return row.name !== (state?.name ?? "");
}

/**
 * The names that the record has and had, as far as it has any.
 *
 * @example
 * namesOf(touchedRow(fixtures.newRow, "deals")) //=> ["Ada"]
 */
export function namesOf({ row, state }: TouchedRow): readonly string[] {
  return [row.name, state?.name ?? ""].filter((name) => name !== "");
}

/**
 * Whether the row was last seen as this record, on this board.
 *
 * @example
 * isOwn(touchedRow(fixtures.newRow, "deals"), "deals") //=> false
 */
export function isOwn({ row, seal }: TouchedRow, board: string): boolean {
  return seal.record === row.id && seal.board === board;
}

/**
 * Whether all that the history has of the record came before this moment.
 *
 * @example
 * isBefore(touchedRow(fixtures.newRow, "deals"), fixtures.run.now) //=> false
 */
export function isBefore({ memory }: TouchedRow, now: Moment): boolean {
  return memory !== undefined && instantMs(memory.last) < instantMs(now);
}

/**
 * Whether each row is the record that it was, or a new one: none was copied, sorted away from its ID, or found again.
 *
 * @example
 * isPlain([touchedRow(fixtures.newRow, "deals")], []) //=> false
 */
export function isPlain(touched: readonly TouchedRow[], seen: readonly SeenRow[]): boolean {
  const seenAt = new Map(seen.map((each) => [each.row.at, each]));
  return touched.every((each) => {
    const found = seenAt.get(each.row.at);
    if (isFresh(each)) return found?.origin.how === "new";
    return found?.origin.how === "kept" && found.id === each.row.id;
  });
}

/**
 * Record id → where the memory of its row has it.
 *
 * @example
 * statesOf([touchedRow(fixtures.newRow, "deals")]).size //=> 0
 */
export function statesOf(touched: readonly TouchedRow[]): ReadonlyMap<string, RecordState> {
  return new Map(
    touched.flatMap(({ state }) => (state === undefined ? [] : [[state.record, state] as const])),
  );
}
