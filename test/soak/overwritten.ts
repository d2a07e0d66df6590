// What a script wrote over: every cell of a column that people own, on a board, in which a script put something else than
// what stood there. It is found in the states before and after each write, so no host can forget to tell of it.

import { cellValue } from "../../local/grid/shown-value.ts";
import type { Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import { type Cell, isBlank, nameKey, textOf } from "../../shared/table/cell.ts";
import { columnMarks, tabMark } from "../hands/grid-tables.ts";

export interface CellPlace {
  readonly tab: number;
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

export interface Overwritten extends CellPlace {
  /** Board id. */
  readonly board: string;
  /** Key of the column. */
  readonly key: string;
  /** What stood in the ID and the name of the row. */
  readonly record: string;
  readonly name: string;
  readonly old: Cell;
  readonly present: Cell;
}

const OURS = ["since", "due", "score", "status_note", "id", "memory", "fingerprint"];
const BOARD = /^board_/;

/** People's cells that hold something else after the write than before it, and held something. */
export function overwrittenCells(before: Spreadsheet, after: Spreadsheet): readonly Overwritten[] {
  return before.tabs.flatMap((tab) => {
    const next = after.tabs.find(({ id }) => id === tab.id);
    const key = tabMark(before, tab) ?? "";
    if (!BOARD.test(key) || next?.rows === tab.rows) return [];
    return overwrittenOn({ tab, next, board: key.replace(BOARD, ""), columns: columnMarks(before, tab) });
  });
}

interface Compared {
  readonly tab: Tab;
  readonly next: Tab | undefined;
  readonly board: string;
  readonly columns: Readonly<Record<string, number>>;
}

function overwrittenOn({ tab, next, board, columns }: Compared): readonly Overwritten[] {
  const ofPeople = Object.entries(columns).filter(([key]) => !OURS.includes(key));
  const changed = tab.rows.flatMap((row, index) =>
    index === 0 || row === undefined || row === next?.rows[index] ? [] : [index + 1],
  );
  return changed.flatMap((row) => {
    const textAt = (key: string) => textOf(valueAt(tab, { row, column: (columns[key] ?? -1) + 1 }));
    return ofPeople.flatMap(([key, index]): readonly Overwritten[] => {
      const place = { tab: tab.id, row, column: index + 1 };
      const old = valueAt(tab, place);
      const present = next === undefined ? null : valueAt(next, place);
      if (isBlank(old) || nameKey(textOf(old)) === nameKey(textOf(present))) return [];
      return [{ ...place, board, key, record: textAt("id"), name: textAt("name"), old, present }];
    });
  });
}

/** What a cell holds; `null` where there is none. */
export function valueAt(tab: Tab | undefined, { row, column }: Pick<CellPlace, "row" | "column">): Cell {
  return cellValue(tab?.rows[row - 1]?.cells[column - 1]);
}
