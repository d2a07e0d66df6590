// What people do to a spreadsheet, as plain data, so that a test or a scheduler can hold it, choose it and print it.

import type { ChartPlace } from "../chart.ts";
import type { GridEvent, GridRange, Paint } from "../protocol.ts";
import type { Shift } from "../shift.ts";
import type { Spreadsheet, Value } from "../spreadsheet.ts";

/** One cell, or the cell at the upper left of a block. */
export interface Place {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
}

export interface SortKey {
  readonly column: number;
  /** @default "ascending" */
  readonly order?: "ascending" | "descending";
}

interface Lines {
  readonly tab: number;
  readonly axis: Shift["axis"];
  readonly at: number;
  readonly count: number;
}

export type PersonAct =
  | ({ readonly do: "type"; readonly text: string } & Place)
  /** The delete key: contents go, looks and rules stay. */
  | { readonly do: "clear"; readonly range: GridRange }
  /** Texts from another program; rules of the cells stay and stop nothing. */
  | { readonly do: "paste"; readonly at: Place; readonly texts: readonly (readonly string[])[] }
  /** Cells with all that hangs on them, or their values alone; a larger `to` is filled again and again. */
  | {
      readonly do: "copyPaste";
      readonly from: GridRange;
      readonly to: GridRange;
      readonly what?: "all" | "values";
    }
  | { readonly do: "cutPaste"; readonly from: GridRange; readonly to: Place }
  /** The first row of the range, copied to those below it. */
  | { readonly do: "fillDown"; readonly range: GridRange }
  | ({ readonly do: "checkbox" } & Place)
  | { readonly do: "paint"; readonly range: GridRange; readonly paint: Paint }
  | ({ readonly do: "insertLines"; readonly side: "before" | "after" } & Lines)
  | ({ readonly do: "deleteLines" } & Lines)
  | ({ readonly do: "moveLines"; readonly to: number } & Lines)
  /** Whole rows where the range has all columns; else only the columns of the range. */
  | { readonly do: "sort"; readonly range: GridRange; readonly by: readonly SortKey[] }
  | { readonly do: "newTab"; readonly name?: string }
  | { readonly do: "copyTab" | "deleteTab" | "hideTab" | "showTab"; readonly tab: number }
  | { readonly do: "renameTab"; readonly tab: number; readonly name: string }
  | {
      readonly do: "setFilter";
      readonly range: GridRange;
      readonly hidden?: Readonly<Record<number, readonly string[]>>;
    }
  | { readonly do: "clearFilter"; readonly tab: number }
  /** Dragged elsewhere, or pulled larger. */
  | { readonly do: "placeChart"; readonly chart: number; readonly place: ChartPlace }
  | { readonly do: "deleteChart"; readonly chart: number }
  /** By the Sheets API, with values as they are; no event comes of it. */
  | { readonly do: "apiEdit"; readonly at: Place; readonly values: readonly (readonly Value[])[] }
  /** An answer to the form that belongs to a tab. */
  | { readonly do: "formAnswer"; readonly tab: number; readonly values: readonly string[] };

export interface ActOutcome {
  readonly state: Spreadsheet;
  readonly events: readonly GridEvent[];
}
