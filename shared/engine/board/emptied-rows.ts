// Rows that hold nothing of people's any more and keep whose they were, hidden. While the record is nowhere else, that is
// how it is found again when its cells come back; where its ID is another row's by now, as after a sort that left hidden
// columns out, what is kept would be written to in place of that row. An example that was emptied is nothing.

import type { BoardReading } from "../../board/board-row.ts";
import { isExampleId } from "../../board/example-rows.ts";
import { fingerprintOf } from "../../board/fingerprint.ts";
import { isBlank, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { SeenRow } from "./seen-rows.ts";

const KEEPING = ["memory", "fingerprint", "id"];

/**
 * The changes that take out of emptied rows what they keep of records that other rows are.
 *
 * @example
 * forgottenRows(readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable), []) //=> []
 */
export function forgottenRows(
  { view, rows, examples }: BoardReading,
  seen: readonly SeenRow[],
): readonly Change[] {
  const held = new Set([...rows, ...examples].map(({ at }) => at));
  const known = new Set(seen.map(({ id }) => id));
  const isForgotten = (id: string) => known.has(id) || isExampleId(id);
  const emptied = view.rows.filter(({ at, cells }) => !held.has(at) && isForgotten(textOf(cells["id"])));
  return emptied.flatMap(({ at, cells }) => {
    const expectFingerprint = fingerprintOf(cells, []);
    return KEEPING.filter((key) => view.columns.at.has(key) && !isBlank(cells[key])).map((field): Change => {
      return { kind: "setCell", tab: view.tab, atRow: at, expectFingerprint, field, value: null };
    });
  });
}
