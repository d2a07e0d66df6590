// What a script asks of a spreadsheet: writes, which wait in the script's buffer until something is read, and reads,
// which wait for an answer. All of it is plain data, so that a script may run in this thread or in a worker that
// blocks. Rows and columns count from 1, as Apps Script counts them.

import type { Cell } from "../../shared/table/cell.ts";
import type { ChartPlace, GridChart, KnownChart } from "./chart.ts";

/** A rectangle of cells of one tab. */
export interface GridRange {
  /** The id of the tab. */
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Addressed without a last row, as "A:C" is: what is read of it ends where the tab ends by then. */
  readonly isOpen?: true;
}

/** A rule of data validation, as a cell holds it. */
export interface Validation {
  readonly criteria:
    | { readonly kind: "list"; readonly values: readonly string[]; readonly showsDropdown: boolean }
    | { readonly kind: "range"; readonly range: GridRange; readonly showsDropdown: boolean }
    | { readonly kind: "checkbox" }
    /** Read from a file and kept; this product draws none. It says what is right, or what a file offers as a list. */
    | { readonly kind: "formula"; readonly formula: string; readonly isList?: true };
  /** Whether other values are taken with a warning, or refused. */
  readonly allowsInvalid: boolean;
  readonly helpText?: string;
}

/** A boolean rule of conditional formatting. */
export interface ConditionalFormat {
  readonly ranges: readonly GridRange[];
  readonly condition:
    | { readonly kind: "text is"; readonly text: string }
    | { readonly kind: "formula"; readonly formula: string };
  /** "#rrggbb". */
  readonly background?: string;
  readonly fontColour?: string;
  readonly isBold?: boolean;
}

export type MetadataPlace =
  | { readonly kind: "spreadsheet" }
  | { readonly kind: "tab"; readonly tab: number }
  | { readonly kind: "row"; readonly tab: number; readonly row: number }
  | { readonly kind: "column"; readonly tab: number; readonly column: number };

export interface Metadata {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly isVisibleToAll: boolean;
  readonly place: MetadataPlace;
}

export interface Protection {
  readonly id: number;
  /** The whole tab where absent. */
  readonly range?: GridRange;
  readonly tab: number;
  readonly description: string;
  readonly onlyWarns: boolean;
  /** Who may edit in it all the same, where that was said. */
  readonly editors?: readonly string[];
}

export interface NamedRange {
  readonly name: string;
  /** Only of a range that was named through the API; others go by their name there. */
  readonly id?: string;
  /** Absent where its cells were deleted: `#REF!`. */
  readonly range?: GridRange;
}

export interface TabSummary {
  readonly id: number;
  readonly name: string;
  readonly isHidden: boolean;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** "#rrggbb". */
  readonly colour?: string;
}

export interface SpreadsheetSummary {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  /** In their order. */
  readonly tabs: readonly TabSummary[];
}

/**
 * What a script hands to `setValues`: a text is parsed as if it were typed, so one that begins with "=" is a formula
 * and one that begins with "'" is that text itself.
 */
export type Written = string | number | boolean | null | { readonly serial: number };

/**
 * What else a format says, by the names of the Sheets API: alignment, borders, font, size. It stays with its cell and
 * is drawn by nobody here.
 */
export interface OtherFormat {
  readonly [name: string]: unknown;
}

/** Looks and rules of cells, the same for every cell of a range; what is absent stays. */
export interface Paint {
  readonly numberFormat?: string;
  /** "#rrggbb"; `null` takes the colour away. */
  readonly background?: string | null;
  readonly fontColour?: string | null;
  readonly isBold?: boolean;
  readonly wrap?: boolean;
  /** Points; `null` for the usual size. */
  readonly fontSize?: number | null;
  readonly align?: "center" | "left" | "right" | null;
  readonly otherFormat?: OtherFormat | null;
  readonly note?: string | null;
  readonly validation?: Validation | null;
}

/** What a script does; a `GridError` where it cannot be, at the flush. */
export type ScriptWrite =
  | {
      readonly do: "setValues";
      readonly range: GridRange;
      readonly values: readonly (readonly Written[])[];
    }
  | { readonly do: "paint"; readonly range: GridRange; readonly paint: Paint }
  | {
      readonly do: "clear";
      readonly range: GridRange;
      readonly what: "all" | "contents" | "formats" | "notes" | "validations";
    }
  | { readonly do: "appendRow"; readonly tab: number; readonly values: readonly Written[] }
  | { readonly do: "insertRows"; readonly tab: number; readonly before: number; readonly count: number }
  | { readonly do: "insertColumns"; readonly tab: number; readonly before: number; readonly count: number }
  | { readonly do: "deleteRows"; readonly tab: number; readonly row: number; readonly count: number }
  | { readonly do: "deleteColumns"; readonly tab: number; readonly column: number; readonly count: number }
  | {
      readonly do: "setTab";
      readonly tab: number;
      readonly name?: string;
      readonly isHidden?: boolean;
      /** "#rrggbb"; `null` takes it away. */
      readonly colour?: string | null;
      readonly frozenRows?: number;
      readonly frozenColumns?: number;
      /** From 1. */
      readonly position?: number;
    }
  | {
      readonly do: "setColumns";
      readonly tab: number;
      readonly column: number;
      readonly count: number;
      readonly isHidden?: boolean;
      readonly widthPixels?: number;
    }
  | { readonly do: "setGridLines"; readonly tab: number; readonly areHidden: boolean }
  | { readonly do: "deleteTab"; readonly tab: number }
  | {
      readonly do: "setConditionalFormats";
      readonly tab: number;
      readonly rules: readonly ConditionalFormat[];
    }
  | {
      readonly do: "protect";
      readonly tab: number;
      readonly range?: GridRange;
      readonly description: string;
      readonly onlyWarns: boolean;
    }
  | { readonly do: "unprotect"; readonly id: number }
  | {
      readonly do: "insertChart";
      readonly tab: number;
      readonly place: ChartPlace;
      readonly content: KnownChart;
    }
  | {
      readonly do: "updateChart";
      readonly id: number;
      readonly place: ChartPlace;
      readonly content: KnownChart;
    }
  | { readonly do: "removeChart"; readonly id: number }
  | {
      readonly do: "addMetadata";
      readonly place: MetadataPlace;
      readonly key: string;
      readonly value: string;
      readonly isVisibleToAll: boolean;
    }
  | { readonly do: "setMetadata"; readonly id: number; readonly value: string }
  | { readonly do: "removeMetadata"; readonly id: number };

/** What a script asks. */
export type ScriptRead =
  | { readonly ask: "spreadsheet" }
  | { readonly ask: "lastRow"; readonly tab: number }
  | { readonly ask: "lastColumn"; readonly tab: number }
  | {
      readonly ask: "cells";
      readonly range: GridRange;
      readonly what: "values" | "display" | "formulas" | "formats" | "notes" | "backgrounds" | "validations";
    }
  | {
      readonly ask: "find";
      readonly range: GridRange;
      readonly text: string;
      readonly matchesEntireCell: boolean;
      readonly matchesCase: boolean;
    }
  | { readonly ask: "conditionalFormats"; readonly tab: number }
  | { readonly ask: "protections"; readonly tab: number }
  | { readonly ask: "charts"; readonly tab: number }
  | { readonly ask: "namedRanges" }
  /** Of the whole spreadsheet; `tab` names those of one tab, its columns and rows included. */
  | { readonly ask: "metadata"; readonly tab?: number; readonly key?: string }
  | { readonly ask: "merges"; readonly tab: number }
  | { readonly ask: "filter"; readonly tab: number }
  /** Makes a tab, and tells of it. */
  | { readonly ask: "insertTab"; readonly name?: string; readonly position?: number };

/** The answers, by what was asked. */
export interface ScriptAnswers {
  readonly spreadsheet: SpreadsheetSummary;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly cells: readonly (readonly (Cell | Validation)[])[];
  readonly find: readonly GridRange[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly protections: readonly Protection[];
  readonly charts: readonly GridChart[];
  readonly namedRanges: readonly NamedRange[];
  readonly metadata: readonly Metadata[];
  readonly merges: readonly GridRange[];
  readonly filter: GridRange | null;
  readonly insertTab: TabSummary;
}

/** What one edit of a person, or of a script, means to those who listen. */
export type GridEvent =
  | {
      readonly kind: "edit";
      readonly range: GridRange;
      /** Of a single cell only, and never of a paste. */
      readonly value?: string | number | boolean;
      readonly oldValue?: string | number | boolean;
    }
  | {
      readonly kind: "change";
      readonly changeType:
        | "EDIT"
        | "INSERT_ROW"
        | "INSERT_COLUMN"
        | "REMOVE_ROW"
        | "REMOVE_COLUMN"
        | "INSERT_GRID"
        | "REMOVE_GRID"
        | "FORMAT"
        | "OTHER";
    }
  | {
      readonly kind: "formSubmit";
      readonly range: GridRange;
      readonly values: readonly string[];
      readonly namedValues: Readonly<Record<string, readonly string[]>>;
    };
