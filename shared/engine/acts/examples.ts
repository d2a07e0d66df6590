// The examples of a book: how many show, and what takes them away. Their cells are emptied, and only where the row is still
// what it was when it was read; a row itself is never deleted, since another may stand in its place by then. The hidden ID
// stays until the next look, which takes it off empty rows: by it a host sees that it wrote into the row that was meant.

import { readBoard } from "../../board/board-row.ts";
import { exampleRows, isExampleId } from "../../board/example-rows.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import { isBlank, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { countOf } from "../../value/noun.ts";

/**
 * What puts examples with these names onto a board that has no rows yet.
 *
 * @example
 * addedExamples(fixtures.book, fixtures.book.boards[0], ["Ann Lee"]).rows[0].name //=> "Ann Lee (example)"
 */
export function addedExamples(
  definition: Definition,
  board: Board,
  names: readonly string[],
): Extract<Change, { kind: "append" }> {
  return { kind: "append", tab: board.tab, rows: exampleRows(definition, board, names) };
}

/**
 * How many rows of the book are examples.
 *
 * @example
 * exampleCount(fixtures.bookTables, fixtures.book) //=> 0
 */
export function exampleCount(tables: Tables, definition: Definition): number {
  return readings(tables, definition).reduce((sum, { examples }) => sum + examples.length, 0);
}

/**
 * What takes all examples away. What somebody wrote over, or copied, is no example any more and stays.
 *
 * @example
 * withoutExamples(fixtures.bookTables, fixtures.book) //=> { changes: [], sentence: "There are no examples any more" }
 */
export function withoutExamples(
  tables: Tables,
  definition: Definition,
): { readonly changes: readonly Change[]; readonly sentence: string } {
  const changes = readings(tables, definition).flatMap(({ view, examples }) =>
    examples.flatMap(({ at, cells, fingerprint }) => {
      const fields = [...view.columns.at.keys()].filter((key) => key !== "id" && !isBlank(cells[key]));
      const place = { tab: view.tab, atRow: at, expectFingerprint: fingerprint, value: null };
      return fields.map((field): Change => ({ kind: "setCell", ...place, field }));
    }),
  );
  const count = exampleCount(tables, definition);
  const sentence =
    count === 0
      ? "There are no examples any more"
      : `${countOf(count, "example")} removed; the board is yours`;
  return { changes, sentence };
}

// Of boards that may have any.
function readings(tables: Tables, definition: Definition) {
  return definition.boards.flatMap((board) => {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    const mayHave = table?.rows.some(({ cells }) => cells.some((cell) => isExampleId(textOf(cell))));
    const reading = table === undefined || mayHave !== true ? undefined : readBoard(definition, board, table);
    return reading === undefined ? [] : [reading];
  });
}
