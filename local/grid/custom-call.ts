// One call of a custom function: the cells that go into it, and what comes back. A call is made again only when one of
// those cells is another, as Google documents it. [developers.google.com/apps-script/guides/sheets/functions]
// A range of one cell goes in as its value, a larger one as rows of values up to the end of the tab.

import { type Cell, isErrorCell, isSerialCell } from "../../shared/table/cell.ts";
import { isBuiltIn } from "./built-in-names.ts";
import { blockOf, mappedRows } from "./cell-block.ts";
import { type CallPart, type FormulaCall, readCall } from "./formula-call.ts";
import type { GridRange } from "./protocol.ts";
import { type Reference, spanOfReference } from "./references.ts";
import { cellValue } from "./shown-value.ts";
import {
  type CallInput,
  type FinishedCall,
  type GridCell,
  heldIn,
  type Spreadsheet,
  type Tab,
  tabById,
  tabNamed,
  type Value,
} from "./spreadsheet.ts";

export type CallArgument = Cell | readonly (readonly Cell[])[];

/** Calls a function by its name in capitals; `undefined` says that nobody has it. What it throws is `#ERROR!`. */
export type CustomFunctions = (
  name: string,
  args: readonly CallArgument[],
) => Cell | readonly (readonly Cell[])[] | undefined;

const GONE: Value = { error: "#REF!" };
const UNKNOWN_NAME: Value = { error: "#NAME?" };
const FAILED: Value = { error: "#ERROR!" };

/** The finished call of a cell: the one that it has, where nothing differs; `undefined` where it calls no function. */
export function finishedCall(
  state: Spreadsheet,
  { tab, cell }: { readonly tab: Tab; readonly cell: GridCell },
  functions: CustomFunctions,
): FinishedCall | undefined {
  const { formula = "" } = cell;
  const call = readCall(formula);
  if (call === undefined || isBuiltIn(call.name)) return cell.call?.isKept === true ? cell.call : undefined;
  const inputs = inputsOf(state, tab, call);
  if (cell.call !== undefined && isSameCall(cell.call, formula, inputs)) return cell.call;
  if (inputs === undefined) return { formula, inputs: [], results: [[GONE]] };
  return { formula, inputs, ...resultsOf(state, { call, inputs }, functions) };
}

/** Whether a formula is a call that a custom function may answer. */
export function isCustomCall(formula: string): boolean {
  const call = readCall(formula);
  return call !== undefined && !isBuiltIn(call.name);
}

function inputsOf(state: Spreadsheet, own: Tab, call: FormulaCall): readonly CallInput[] | undefined {
  const inputs: CallInput[] = [];
  for (const part of call.parts) {
    if (part.kind === "value") continue;
    const { reference } = part;
    const tab = reference.tab === undefined ? own : tabNamed(state, reference.tab);
    const range = tab === undefined ? undefined : rangeIn(tab, reference);
    if (tab === undefined || range === undefined) return undefined;
    inputs.push({ range, rows: tab.rows });
  }
  return inputs;
}

function rangeIn(tab: Tab, reference: Reference): GridRange | undefined {
  const [rows, columns] = [spanOfReference(reference, "rows"), spanOfReference(reference, "columns")];
  if (rows.first > tab.maxRows || columns.first > tab.maxColumns) return undefined;
  return {
    tab: tab.id,
    row: rows.first,
    column: columns.first,
    rows: Math.min(rows.last, tab.maxRows) - rows.first + 1,
    columns: Math.min(columns.last, tab.maxColumns) - columns.first + 1,
  };
}

function resultsOf(
  state: Spreadsheet,
  { call, inputs }: { readonly call: FormulaCall; readonly inputs: readonly CallInput[] },
  functions: CustomFunctions,
): Pick<FinishedCall, "results" | "failure"> {
  const ranges = [...inputs];
  const args = call.parts.map((part) => argumentOf(state, part, ranges));
  try {
    const result = functions(call.name, args);
    if (result === undefined) return { results: [[UNKNOWN_NAME]] };
    const isMatrix = Array.isArray(result);
    return { results: isMatrix ? matrix(result as readonly (readonly Cell[])[]) : [[held(result as Cell)]] };
  } catch (cause) {
    return { results: [[FAILED]], failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

function argumentOf(state: Spreadsheet, part: CallPart, ranges: CallInput[]): CallArgument {
  if (part.kind === "value") return part.value;
  const range = ranges.shift()?.range;
  if (range === undefined) return null;
  const block = mappedRows(blockOf(tabById(state, range.tab), range), cellValue);
  return range.rows * range.columns === 1 ? (block[0]?.[0] ?? null) : block;
}

// A day comes back as its number: the cell's own format shows it.
function held(cell: Cell | undefined): Value {
  if (cell === undefined || cell === "") return null;
  return isSerialCell(cell) ? cell.serial : cell;
}

function matrix(rows: readonly (readonly Cell[])[]): FinishedCall["results"] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  if (rows.length === 0) return [[null]];
  return rows.map((row) => Array.from({ length: width }, (_, index) => held(row[index])));
}

function isSameCall(call: FinishedCall, formula: string, inputs: readonly CallInput[] | undefined): boolean {
  if (call.formula !== formula || inputs === undefined || inputs.length !== call.inputs.length) return false;
  return inputs.every((input, index) => isSameInput(call.inputs[index], input));
}

function isSameInput(before: CallInput | undefined, { range, rows }: CallInput): boolean {
  if (before === undefined || JSON.stringify(before.range) !== JSON.stringify(range)) return false;
  if (before.rows === rows) return true;
  for (let index = range.row - 1; index < range.row - 1 + range.rows; index++) {
    const [was, is] = [before.rows[index], rows[index]];
    if (was === is) continue;
    for (let column = range.column - 1; column < range.column - 1 + range.columns; column++) {
      if (!isSameSeen(was?.cells[column], is?.cells[column])) return false;
    }
  }
  return true;
}

function isSameSeen(left: GridCell | undefined, right: GridCell | undefined): boolean {
  if (left === right) return true;
  const [one, other] = [heldIn(left), heldIn(right)];
  if (typeof one === "number" && left?.numberFormat !== right?.numberFormat) return false;
  return one === other || (isError(one) && isError(other) && one.error === other.error);
}

function isError(value: Value): value is { readonly error: string } {
  return isErrorCell(value);
}
