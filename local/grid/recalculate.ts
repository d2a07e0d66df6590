// The results of formulas. Custom functions are called through what the host hands in; their results spill to the right
// and down over empty cells, or are `#REF!` where one is in the way. A formula of any other kind keeps the result that a
// file or `setResult` gave it and is `#N/A` without one: this grid does not compute it.

import { withBlock } from "./cell-block.ts";
import { type CustomFunctions, finishedCall } from "./custom-call.ts";
import {
  type FinishedCall,
  type GridCell,
  type Spreadsheet,
  type Tab,
  tabById,
  type Value,
  withTab,
} from "./spreadsheet.ts";

const BLOCKED: Value = { error: "#REF!" };
const NOT_COMPUTED: Value = { error: "#N/A" };
// Calls that read each other's results settle in as many rounds as they are deep; a circle never does and is left.
const MOST_ROUNDS = 20;

/** The spreadsheet with every call made whose cells changed; the same one where none did. */
export function recalculate(state: Spreadsheet, functions: CustomFunctions): Spreadsheet {
  let current = state;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = recalculatedOnce(current, functions);
    if (next === current) return current;
    current = next;
  }
  return current;
}

/** The spreadsheet with the result of a formula that this grid does not compute. */
export function setResult(
  state: Spreadsheet,
  place: { readonly tab: number; readonly row: number; readonly column: number },
  value: Value,
): Spreadsheet {
  const range = { ...place, rows: 1, columns: 1 };
  const tab = withBlock(tabById(state, place.tab), range, (cell) =>
    cell?.formula === undefined ? cell : { ...cell, value },
  );
  return withTab(state, tab);
}

interface Finished {
  readonly row: number;
  readonly column: number;
  readonly call: FinishedCall | undefined;
  readonly value: Value;
}

function recalculatedOnce(state: Spreadsheet, functions: CustomFunctions): Spreadsheet {
  const tabs = state.tabs.map((tab) => {
    const finished = formulaCells(tab).map(({ row, column, cell }): Finished => {
      const call = finishedCall(state, { tab, cell }, functions);
      return { row, column, call, value: cell.value ?? NOT_COMPUTED };
    });
    return withResults(tab, finished);
  });
  return tabs.every((tab, index) => tab === state.tabs[index]) ? state : { ...state, tabs };
}

function formulaCells(tab: Tab): readonly { row: number; column: number; cell: GridCell }[] {
  return tab.rows.flatMap((row, index) => {
    if (row?.computes !== true) return [];
    return row.cells.flatMap((cell, at) =>
      cell?.formula === undefined ? [] : [{ row: index + 1, column: at + 1, cell }],
    );
  });
}

function withResults(tab: Tab, finished: readonly Finished[]): Tab {
  const spills = new Map<number, Map<number, Value>>();
  const origins = new Map<number, Map<number, Finished>>();
  for (const one of finished) {
    const isFree = one.call === undefined || spilt(tab, one, spills);
    const value = one.call === undefined ? one.value : (one.call.results[0]?.[0] ?? null);
    const row = origins.get(one.row) ?? new Map();
    origins.set(one.row, row.set(one.column, { ...one, value: isFree ? value : BLOCKED }));
  }
  const touched = new Set([...spills.keys(), ...origins.keys()]);
  tab.rows.forEach((row, index) => {
    if (row?.computes === true) touched.add(index + 1);
  });
  return [...touched].reduce((rest, row) => {
    const width = Math.max(tab.rows[row - 1]?.cells.length ?? 0, ...(spills.get(row)?.keys() ?? []));
    const range = { tab: tab.id, row, column: 1, rows: 1, columns: width };
    return withBlock(rest, range, (cell, _, column) =>
      resultCell(cell, origins.get(row)?.get(column), spills.get(row)?.get(column)),
    );
  }, tab);
}

// Notes what the call puts into other cells; nothing where one of them is in the way or beyond the tab.
function spilt(tab: Tab, { row, column, call }: Finished, spills: Map<number, Map<number, Value>>): boolean {
  const results = call?.results ?? [];
  const width = results[0]?.length ?? 1;
  if (row + results.length - 1 > tab.maxRows || column + width - 1 > tab.maxColumns) return false;
  for (let down = 0; down < results.length; down++) {
    for (let right = 0; right < width; right++) {
      if (down + right === 0) continue;
      const cell = tab.rows[row + down - 1]?.cells[column + right - 1];
      const isOwn = cell !== undefined && (cell.value !== null || cell.formula !== undefined);
      if (isOwn || spills.get(row + down)?.has(column + right) === true) return false;
    }
  }
  results.forEach((values, down) => {
    const cells = spills.get(row + down) ?? new Map<number, Value>();
    values.forEach((value, right) => {
      if (down + right > 0) cells.set(column + right, value);
    });
    spills.set(row + down, cells);
  });
  return true;
}

function resultCell(
  cell: GridCell | undefined,
  origin: Finished | undefined,
  spill: Value | undefined,
): GridCell | undefined {
  if (origin !== undefined && cell !== undefined) return withResult(cell, origin);
  const before = cell?.spilled;
  if (isSameValue(before ?? null, spill ?? null)) return cell;
  const { spilled, ...own } = cell ?? { value: null };
  if (spill !== undefined && spill !== null) return { ...own, spilled: spill };
  return Object.keys(own).length === 1 && own.value === null ? undefined : own;
}

function withResult(cell: GridCell, { call, value }: Finished): GridCell {
  if (cell.call === call && isSameValue(cell.value, value) && cell.spilled === undefined) return cell;
  const { call: _, spilled, ...own } = cell;
  return { ...own, value, ...(call === undefined ? {} : { call }) };
}

function isSameValue(left: Value, right: Value): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
