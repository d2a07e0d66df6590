// What the IDs of a board tell of the rows that a quick look does not have: whether one of its records is gone, and
// whether another row has the ID of a touched one.

import type { BoardReading } from "../../board/board-row.ts";
import { isExampleId } from "../../board/example-rows.ts";
import { isBlank } from "../../table/cell.ts";
import { standingText } from "../board/standing-records.ts";
import type { KnownIds, Look } from "./look.ts";
import { isFresh, type TouchedRow } from "./touched-row.ts";

/** Columns in which a row keeps whose it is. */
const KEEPING = ["id", "memory", "fingerprint"];

/**
 * Whether a row that holds nothing of people's any more keeps whose it was.
 *
 * @example
 * hasEmptiedRow(readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable)) //=> false
 */
export function hasEmptiedRow({ view, rows, examples }: BoardReading): boolean {
  const held = new Set([...rows, ...examples].map(({ at }) => at));
  return view.rows.some(({ at, cells }) => !held.has(at) && KEEPING.some((key) => !isBlank(cells[key])));
}

/**
 * Whether a record may be gone that the touched rows do not tell of, or one of them may be a record that is gone.
 *
 * @example
 * needsAllIds({ rows: [2], columns: { first: 0, last: 0 } }, readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable), [])
 * //=> false
 */
export function needsAllIds(
  { rows, columns }: Pick<Look, "rows" | "columns">,
  reading: BoardReading,
  touched: readonly TouchedRow[],
): boolean {
  const held = new Set(reading.rows.map(({ at }) => at));
  const isReached = (key: string) => {
    const column = reading.view.columns.at.get(key) ?? -1;
    return column >= columns.first && column <= columns.last;
  };
  return touched.some(isFresh) || rows.some((at) => !held.has(at)) || KEEPING.some(isReached);
}

/**
 * Whether an ID of a touched row, or any that is known, stands in more rows than one.
 *
 * @example
 * hasDoubledId({ of: "board", ids: ["r1", "r1"] }, []) //=> true
 */
export function hasDoubledId(ids: KnownIds, touched: readonly TouchedRow[]): boolean {
  const counts = ids.of === "touched" ? ids.counts : countsOf(ids.ids);
  const own = touched.filter(({ row }) => row.id !== "").map(({ row }) => row.id);
  return (
    own.some((id) => counts.get(id) !== 1) ||
    (ids.of === "board" && [...counts.values()].some((count) => count > 1))
  );
}

/**
 * Whether the IDs of the board are others than those of the records that stand on it.
 *
 * @example
 * isAnotherSet({ of: "board", ids: ["", "r1"] }, standingText(["r1"])) //=> false
 */
export function isAnotherSet(ids: KnownIds, standing: string | undefined): boolean {
  if (ids.of === "touched") return false;
  const records = [...countsOf(ids.ids).keys()].filter((id) => !isExampleId(id));
  return standingText(records) !== standing;
}

function countsOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== "") counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
