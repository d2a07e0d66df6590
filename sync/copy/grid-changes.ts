// Changes to rows of ours that are there, and rows added at the end of a tab, done in a spreadsheet of the grid: what the
// head and the Outbox of a copy say differs a little from what they said in its original.

import { withBlock } from "../../local/grid/cell-block.ts";
import {
  type Spreadsheet,
  type Tab,
  tabNamed,
  usedSize,
  type Value,
  withTab,
} from "../../local/grid/spreadsheet.ts";
import { type Cell, isSerialCell, textOf } from "../../shared/table/cell.ts";
import type { Append, Change, SetField } from "../../shared/table/change.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { gridMarks } from "./grid-tables.ts";

/** The spreadsheet after the changes. */
export function withGridChanges(state: Spreadsheet, changes: readonly Change[]): Spreadsheet {
  return changes.reduce((before, change) => {
    const tab = tabNamed(before, change.tab);
    if (tab === undefined) throw new StagelineError("guard", `there is no tab "${change.tab}"`);
    const { columns } = gridMarks(before, tab);
    switch (change.kind) {
      case "setField":
        return withTab(before, withField(tab, columns, change));
      case "append":
        return withTab(before, withRows(tab, columns, change));
      default:
        throw new StagelineError("guard", `a copy changes cells and adds rows, and does not ${change.kind}`);
    }
  }, state);
}

type Columns = Readonly<Record<string, number>>;

function withField(tab: Tab, columns: Columns, { record, field, value }: SetField): Tab {
  const [id, column] = [columns["id"], columns[field]];
  const row =
    id === undefined ? -1 : tab.rows.findIndex((each) => textOf(held(each?.cells[id]?.value)) === record);
  if (row < 0 || column === undefined) {
    throw new StagelineError("guard", `${tab.name} has no "${field}" of the record "${record}"`);
  }
  return withCell(tab, { row: row + 1, column: column + 1 }, value);
}

function withRows(tab: Tab, columns: Columns, { rows }: Append): Tab {
  const first = usedSize(tab).rows + 1;
  const roomy = { ...tab, maxRows: Math.max(tab.maxRows, first + rows.length - 1) };
  const cells = rows.flatMap((row, index) =>
    Object.entries(row).flatMap(([key, value]) => {
      const column = columns[key];
      return column === undefined ? [] : [{ place: { row: first + index, column: column + 1 }, value }];
    }),
  );
  return cells.reduce((before, { place, value }) => withCell(before, place, value), roomy);
}

function withCell(tab: Tab, place: { readonly row: number; readonly column: number }, value: Cell): Tab {
  return withBlock(tab, { tab: tab.id, ...place, rows: 1, columns: 1 }, (cell) => ({
    ...(cell ?? {}),
    value: isSerialCell(value) ? value.serial : value,
  }));
}

function held(value: Value | undefined): Cell {
  return value ?? null;
}
