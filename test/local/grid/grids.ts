// Small spreadsheets for the tests of the grid, and what is seen in them. Ranges are told as people tell them, "B2:C4",
// on the first tab; a tab's name stands before them, "Log!A1".

import { rangeOf } from "../../../local/book/formula-text.ts";
import { act } from "../../../local/grid/people/acts.ts";
import type { PersonAct, Place } from "../../../local/grid/people/person-act.ts";
import type { GridEvent, GridRange, Paint, Written } from "../../../local/grid/protocol.ts";
import { readGrid } from "../../../local/grid/script/read-grid.ts";
import { writeGrid } from "../../../local/grid/script/write-grid.ts";
import { newSpreadsheet, type Spreadsheet, tabNamed } from "../../../local/grid/spreadsheet.ts";
import type { Cell } from "../../../shared/table/cell.ts";

/** A spreadsheet whose first tab holds these values from A1 on, as a script writes them. */
export function gridOf(
  values: readonly (readonly Written[])[],
  plan: { readonly locale?: string; readonly tabs?: readonly string[] } = {},
): Spreadsheet {
  const empty = newSpreadsheet({ name: "Test", tabs: ["Sales"], ...plan });
  const width = Math.max(1, ...values.map((row) => row.length));
  if (values.length === 0) return empty;
  const whole = values.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
  const range = { tab: 0, row: 1, column: 1, rows: values.length, columns: width };
  return writeGrid(empty, { do: "setValues", range, values: whole });
}

/** The first tab with colours by rule, frozen parts, a colour of its own, and two wide columns out of sight. */
export function framedTab(state: Spreadsheet): Spreadsheet {
  const rules = [
    {
      ranges: [at(state, "A2:A9"), at(state, "C2")],
      condition: { kind: "text is", text: 'a "b"' },
      isBold: true,
    },
    {
      ranges: [at(state, "B2:B9")],
      condition: { kind: "formula", formula: "=$B2=1" },
      background: "#aabbcc",
    },
  ] as const;
  const coloured = writeGrid(state, { do: "setConditionalFormats", tab: 0, rules });
  const framed = writeGrid(coloured, {
    do: "setTab",
    tab: 0,
    colour: "#3366cc",
    frozenRows: 1,
    frozenColumns: 2,
  });
  return writeGrid(framed, {
    do: "setColumns",
    tab: 0,
    column: 2,
    count: 2,
    widthPixels: 180,
    isHidden: true,
  });
}

/** The range that a text names. */
export function at(state: Spreadsheet, text: string): GridRange {
  const [cells = "", name] = text.split("!").reverse();
  const tab = name === undefined ? state.tabs[0] : tabNamed(state, name);
  if (tab === undefined) throw new Error(`there is no tab "${name}"`);
  const { firstRow, firstColumn, lastRow, lastColumn } = rangeOf(cells);
  return {
    tab: tab.id,
    row: firstRow,
    column: firstColumn + 1,
    rows: Math.min(lastRow, tab.maxRows) - firstRow + 1,
    columns: Math.min(lastColumn + 1, tab.maxColumns) - firstColumn,
  };
}

export function placeOf(state: Spreadsheet, text: string): Place {
  const { tab, row, column } = at(state, text);
  return { tab, row, column };
}

/** A facet of the cells of a range: their values where none is named. */
export function seen(
  state: Spreadsheet,
  range: string,
  what: "values" | "display" | "formulas" | "formats" | "notes" | "backgrounds" | "validations" = "values",
): readonly (readonly unknown[])[] {
  return readGrid(state, { ask: "cells", range: at(state, range), what }).answer;
}

/** The value of one cell. */
export function valueAt(state: Spreadsheet, cell: string): Cell {
  return seen(state, cell)[0]?.[0] as Cell;
}

export function write(
  state: Spreadsheet,
  range: string,
  values: readonly (readonly Written[])[],
): Spreadsheet {
  return writeGrid(state, { do: "setValues", range: at(state, range), values });
}

export function paint(state: Spreadsheet, range: string, look: Paint): Spreadsheet {
  return writeGrid(state, { do: "paint", range: at(state, range), paint: look });
}

export function type(state: Spreadsheet, cell: string, text: string): Spreadsheet {
  return act(state, { do: "type", ...placeOf(state, cell), text }).state;
}

export function eventsOf(state: Spreadsheet, what: PersonAct): readonly GridEvent[] {
  return act(state, what).events;
}

/** Acts one after the other. */
export function after(state: Spreadsheet, ...acts: readonly PersonAct[]): Spreadsheet {
  return acts.reduce((present, what) => act(present, what).state, state);
}

export const dropdown = (...values: readonly string[]) =>
  ({
    validation: { criteria: { kind: "list", values, showsDropdown: true }, allowsInvalid: false },
  }) as const;
