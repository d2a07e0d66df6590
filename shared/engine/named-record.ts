// The record that somebody means from outside the grid: by its ID, or by a name that only one record has.

import { type BoardRow, readBoard } from "../board/board-row.ts";
import { boardsNamed } from "../definition/named-board.ts";
import type { Board, Definition, Pipeline } from "../definition/pipeline.ts";
import { readLog } from "../log/log-tab.ts";
import { nameKey } from "../table/cell.ts";
import type { RowCells } from "../table/layout.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import { StagelineError } from "../value/stageline-error.ts";

export interface NamedRecord {
  readonly board: Board;
  readonly pipeline: Pipeline;
  readonly tab: string;
  readonly id: string;
  readonly name: string;
  readonly cells: RowCells;
  readonly values: BoardRow["values"];
}

/**
 * The record that is meant, on the board that is named or on any.
 *
 * @throws {StagelineError} `usage`, when no record is called so, or several are; `guard`, when its row waits to be mended
 * @example
 * recordNamed(applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes), fixtures.book,
 *   { record: " ADA " }).name //=> "Ada"
 */
export function recordNamed(
  tables: Tables,
  definition: Definition,
  wanted: { readonly record: string; readonly board?: string },
): NamedRecord {
  const { board: tab } = wanted;
  const boards = boardsNamed(definition, tab);
  const found = boards.flatMap((board): NamedRecord[] => {
    const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    const reading = table === undefined ? undefined : readBoard(definition, board, table);
    if (reading === undefined) return [];
    const { pipeline, view } = reading;
    const all = reading.rows.map(({ id, name, cells, values }) => {
      return { board, pipeline, tab: view.tab, id, name, cells, values };
    });
    const byId = all.filter(({ id }) => id === wanted.record);
    return byId.length > 0 ? byId : all.filter(({ name }) => nameKey(name) === nameKey(wanted.record));
  });
  const [first] = found;
  if (first === undefined) throw new StagelineError("usage", missingSentence(tables, wanted.record));
  if (found.length > 1) {
    const ids = found
      .slice(0, 5)
      .map(({ id, tab }) => `${id} (${tab})`)
      .join(", ");
    throw new StagelineError(
      "usage",
      `${found.length} records are called "${wanted.record}"; name one by its id: ${ids}`,
    );
  }
  if (first.id === "")
    throw new StagelineError("guard", `"${first.name}" waits in its tab to be mended; see check`);
  return first;
}

// Whoever asks by an id saw the record before, and knows it by its name.
function missingSentence(tables: Tables, record: string): string {
  const known = readLog(tables).entries.filter((entry) => entry.record === record && entry.name !== "");
  const name = known[known.length - 1]?.name;
  return name === undefined
    ? `no record is called "${record}"`
    : `"${name}" has no row any more: it was deleted, or became one with another record; choose another`;
}
