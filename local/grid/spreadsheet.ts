// A spreadsheet at one moment. Nothing in it is ever changed: a change gives another spreadsheet, which shares every
// tab, row and cell that stayed as it was. So a state can be kept, compared by identity and gone back to, and an edit
// costs the rows that it touches and one list of rows, whatever the size of the tab.

import type { ErrorCell } from "../../shared/table/cell.ts";
import type { GridChart } from "./chart.ts";
import { GridError } from "./grid-error.ts";
import type {
  ConditionalFormat,
  GridRange,
  Metadata,
  NamedRange,
  OtherFormat,
  Protection,
  Validation,
} from "./protocol.ts";
import type { Shift } from "./shift.ts";

/** What a cell holds. A date is a number here; its number format makes it one (`cellValue` in shown-value.ts). */
export type Value = string | number | boolean | null | ErrorCell;

export interface GridCell {
  /** Of a formula, its result. */
  readonly value: Value;
  /** With its "=". */
  readonly formula?: string;
  readonly numberFormat?: string;
  readonly background?: string;
  readonly fontColour?: string;
  readonly isBold?: true;
  readonly wrap?: true;
  readonly otherFormat?: OtherFormat;
  readonly note?: string;
  readonly validation?: Validation;
  /** What a custom function came to the last time, and from what. */
  readonly call?: FinishedCall;
  /** What a custom function elsewhere put here; seen while the cell holds nothing of its own. */
  readonly spilled?: Value;
}

/** A call of a custom function: made again only when its text or one of the cells that went in is another. */
export interface FinishedCall {
  readonly formula: string;
  readonly inputs: readonly CallInput[];
  readonly results: readonly (readonly Value[])[];
  /** What the function threw, where it did: Google shows it beside the cell. */
  readonly failure?: string;
  /** Whether the results came with a file, for a formula that this grid does not compute. */
  readonly isKept?: true;
}

/** A range that went into a call, as it was: its rows by identity. */
export interface CallInput {
  readonly range: GridRange;
  readonly rows: readonly (Row | undefined)[];
}

export interface Row {
  /** From column 1; what is missing at the end is empty. */
  readonly cells: readonly (GridCell | undefined)[];
  /** Whether any cell has a formula, or a rule that names other cells: what must follow when cells move. */
  readonly refers: boolean;
  /** Whether any cell has a formula, or shows what one elsewhere put there. */
  readonly computes: boolean;
  readonly isHidden?: true;
  /** Absent stands for the usual height. */
  readonly heightPixels?: number;
}

/** Absent stands for the usual width, in sight. */
export interface ColumnFrame {
  readonly widthPixels?: number;
  readonly isHidden?: true;
}

/** Rows or columns that were inserted, deleted or moved, and what came before that. */
export interface PastShifts {
  readonly shift: Shift;
  readonly earlier?: PastShifts;
}

/** Rows or columns that fold away together. */
export interface LineGroup {
  readonly axis: Shift["axis"];
  readonly first: number;
  readonly last: number;
  /** From 1; a group within a group is one deeper. */
  readonly depth: number;
  readonly isCollapsed?: true;
}

export interface TabFilter {
  readonly range: GridRange;
  /** By column, the texts whose rows are out of sight. */
  readonly hidden: Readonly<Record<number, readonly string[]>>;
}

export interface Tab {
  readonly id: number;
  readonly name: string;
  readonly isHidden: boolean;
  readonly colour?: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** From row 1; what is missing at the end is empty. */
  readonly rows: readonly (Row | undefined)[];
  readonly columns: readonly (ColumnFrame | undefined)[];
  readonly merges: readonly GridRange[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly protections: readonly Protection[];
  /** The lower ones first. */
  readonly charts: readonly GridChart[];
  readonly filter?: TabFilter;
  readonly groups?: readonly LineGroup[];
  /** What else is said of the tab as a whole, by the names of the Sheets API: hidden gridlines, right to left. */
  readonly otherProperties?: OtherFormat;
  /** What was done to its rows and columns, the last first: where a line of an earlier state is now. */
  readonly shifts?: PastShifts;
}

export interface Spreadsheet {
  readonly id: string;
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  /** As Google writes it: "en_US". */
  readonly locale: string;
  /** The year of a day that is typed without one; a grid reads no clock. */
  readonly presentYear: number;
  readonly tabs: readonly Tab[];
  readonly metadata: readonly Metadata[];
  readonly namedRanges: readonly NamedRange[];
  /** The next id of a tab, protection, chart or metadata; ids are never given twice. */
  readonly nextId: number;
}

export interface NewSpreadsheet {
  readonly name: string;
  /** @default "local-" and the name in the letters of an address */
  readonly id?: string;
  /** @default "Etc/GMT" */
  readonly zone?: string;
  /** @default "en_US" */
  readonly locale?: string;
  /** @default 2026 */
  readonly presentYear?: number;
  /** The names of the tabs. @default ["Sheet1"] */
  readonly tabs?: readonly string[];
}

const DEFAULT_ROWS = 1000;
const DEFAULT_COLUMNS = 26;
const FIRST_LATER_ID = 1001;

/** A new spreadsheet as Google makes it: the first tab has the id 0, each has 1000 rows of 26 columns. */
export function newSpreadsheet(plan: NewSpreadsheet): Spreadsheet {
  const names = plan.tabs ?? ["Sheet1"];
  return {
    id: plan.id ?? `local-${plan.name.replace(/[^A-Za-z0-9]+/g, "-")}`,
    name: plan.name,
    zone: plan.zone ?? "Etc/GMT",
    locale: plan.locale ?? "en_US",
    presentYear: plan.presentYear ?? 2026,
    tabs: names.map((name, index) => newTab(index === 0 ? 0 : FIRST_LATER_ID + index - 1, name)),
    metadata: [],
    namedRanges: [],
    nextId: FIRST_LATER_ID + Math.max(0, names.length - 1),
  };
}

/** An empty tab of the usual size. */
export function newTab(id: number, name: string): Tab {
  return {
    id,
    name,
    isHidden: false,
    frozenRows: 0,
    frozenColumns: 0,
    maxRows: DEFAULT_ROWS,
    maxColumns: DEFAULT_COLUMNS,
    rows: [],
    columns: [],
    merges: [],
    conditionalFormats: [],
    protections: [],
    charts: [],
  };
}

/** @throws {GridError} where there is no such tab, as when somebody deleted it */
export function tabById(state: Spreadsheet, id: number): Tab {
  const tab = state.tabs.find((candidate) => candidate.id === id);
  if (tab === undefined) throw new GridError(`Sheet ${id} not found`);
  return tab;
}

/** The tab with that name, by the letters and not their case, as Google tells names of tabs apart. */
export function tabNamed(state: Spreadsheet, name: string): Tab | undefined {
  const wanted = name.toLowerCase();
  return (
    state.tabs.find((tab) => tab.name === name) ?? state.tabs.find((tab) => tab.name.toLowerCase() === wanted)
  );
}

/** The first of so many ids in a row that no tab, protection, chart or metadata has; some were chosen by whoever made a thing. */
export function freshId(state: Spreadsheet, count = 1): number {
  const taken = new Set(
    state.tabs.flatMap(({ id, protections, charts }) => [
      id,
      ...protections.map((protection) => protection.id),
      ...charts.map((chart) => chart.id),
    ]),
  );
  for (const { id } of state.metadata) taken.add(id);
  let first = state.nextId;
  for (let id = first; id < first + count; id++) {
    if (taken.has(id)) first = id + 1;
  }
  return first;
}

export function withTab(state: Spreadsheet, tab: Tab): Spreadsheet {
  return { ...state, tabs: state.tabs.map((candidate) => (candidate.id === tab.id ? tab : candidate)) };
}

/** The cell in a row and a column, both from 1; `undefined` where it is empty and plain. */
export function cellAt(tab: Tab, row: number, column: number): GridCell | undefined {
  return tab.rows[row - 1]?.cells[column - 1];
}

/** What is seen in a cell: its own value, or what a formula elsewhere put there. */
export function heldIn(cell: GridCell | undefined): Value {
  if (cell === undefined) return null;
  return cell.value ?? cell.spilled ?? null;
}

/** The last row and column that hold anything; 0 where the tab is empty. Formats and notes do not count. */
export function usedSize(tab: Tab): { readonly rows: number; readonly columns: number } {
  const known = usedSizes.get(tab.rows);
  if (known !== undefined) return known;
  let [rows, columns] = [0, 0];
  tab.rows.forEach((row, index) => {
    const width = row === undefined ? 0 : usedWidth(row);
    if (width === 0) return;
    rows = index + 1;
    columns = Math.max(columns, width);
  });
  const size = { rows, columns };
  usedSizes.set(tab.rows, size);
  return size;
}

/** The last row that holds anything; 0 where the tab is empty. Told from the end on, so that a full tab costs no more. */
export function lastUsedRow(tab: Tab): number {
  let row = tab.rows.length;
  for (; row > 0; row--) {
    const present = tab.rows[row - 1];
    if (present !== undefined && usedWidth(present) > 0) break;
  }
  return row;
}

const usedSizes = new WeakMap<readonly (Row | undefined)[], { rows: number; columns: number }>();
const usedWidths = new WeakMap<Row, number>();

function usedWidth(row: Row): number {
  const known = usedWidths.get(row);
  if (known !== undefined) return known;
  const width = row.cells.findLastIndex((cell) => isUsed(cell)) + 1;
  usedWidths.set(row, width);
  return width;
}

function isUsed(cell: GridCell | undefined): boolean {
  return cell !== undefined && (heldIn(cell) !== null || cell.formula !== undefined);
}
