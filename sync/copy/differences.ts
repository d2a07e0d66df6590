// Where a copy differs from what was to be copied: the tabs of ours cell by cell, by what stands in them. What a formula
// comes to is each program's own, so that cells with formulas count as the same; a day and its number, too, since what
// shows it is the cell's format.

import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { DASHBOARD_KEY } from "../../shared/engine/book-layouts.ts";
import { type Cell, cellAddress, isSerialCell } from "../../shared/table/cell.ts";
import type { Table, Tables } from "../../shared/table/table.ts";
import { gridTables } from "./grid-tables.ts";

/** The places of the differences, such as `Deals!B7`. */
export function differences(state: Spreadsheet, there: Tables): readonly string[] {
  return gridTables(state)
    .filter(({ key }) => key !== undefined && key !== DASHBOARD_KEY)
    .flatMap((table) => {
      const other = there.find(({ tab }) => tab === table.tab);
      if (other === undefined) return [`the tab "${table.tab}"`];
      return tableDifferences(table, other, formulasOf(state, table.tab));
    });
}

type IsFormula = (row: number, column: number) => boolean;

function formulasOf(state: Spreadsheet, name: string): IsFormula {
  const tab = state.tabs.find((each) => each.name === name);
  return (row, column) => {
    const cell = tab?.rows[row - 1]?.cells[column];
    return cell?.formula !== undefined || cell?.spilled !== undefined;
  };
}

function tableDifferences(table: Table, other: Table, isFormula: IsFormula): readonly string[] {
  const width = Math.max(0, ...Object.values(table.marks)) + 1;
  const theirs = new Map(rowsOf(other).map(({ at, cells }) => [at, cells]));
  const ours = new Map(rowsOf(table).map(({ at, cells }) => [at, cells]));
  const marks = Object.entries(table.marks).filter(([key, at]) => other.marks[key] !== at);
  return [
    ...(other.key === table.key ? [] : [`the mark of "${table.tab}"`]),
    ...marks.map(([key]) => `the mark of the column "${key}" of "${table.tab}"`),
    ...[...new Set([...ours.keys(), ...theirs.keys()])].flatMap((at) => {
      const [here, there] = [ours.get(at) ?? [], theirs.get(at) ?? []];
      return Array.from({ length: width }, (_, column) => column)
        .filter((column) => !isFormula(at, column) && plain(here[column]) !== plain(there[column]))
        .map((column) => `${table.tab}!${cellAddress(at, column)}`);
    }),
  ];
}

function rowsOf({ header, rows }: Table): Table["rows"] {
  return [{ at: 1, cells: header }, ...rows];
}

function plain(cell: Cell | undefined): string {
  if (cell === undefined || cell === null || cell === "") return "";
  return JSON.stringify(isSerialCell(cell) ? cell.serial : cell);
}
