// What a Range reads and writes in its cells: values, what is displayed, formulas, and clearing.

import type { Cell } from "../../../../shared/table/cell.ts";
import type { GridRange, ScriptRead } from "../../../grid/protocol.ts";
import { scriptValue, writtenValue } from "./cell-values.ts";
import { fittingRows } from "./equal-blocks.ts";
import type { Workbook } from "./workbook.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;
type CellsWhat = Extract<ScriptRead, { ask: "cells" }>["what"];

export function rangeValues(workbook: Workbook, range: GridRange, self: () => Range): Partial<Range> {
  const { execution } = workbook;
  const { realm } = execution;
  const read = (what: CellsWhat, cells: GridRange) =>
    execution.read<"cells">({ ask: "cells", range: cells, what }) as readonly (readonly Cell[])[];
  const corner: GridRange = { ...range, rows: 1, columns: 1 };
  const texts = (what: CellsWhat) => realm.rows(read(what, range), shownText);
  const values = (cells: GridRange) =>
    realm.rows(read("values", cells), (cell) => scriptValue(execution, cell));
  const write = (rows: readonly (readonly unknown[])[]): Range => {
    const written = fittingRows(execution, range, rows).map((row) =>
      row.map((value) => writtenValue(execution, value)),
    );
    execution.write({ do: "setValues", range, values: written });
    return self();
  };
  const clear = (...kinds: readonly ("contents" | "formats" | "notes" | "validations")[]): Range => {
    for (const what of kinds) execution.write({ do: "clear", range, what });
    return self();
  };
  return {
    getValue: () => values(corner)[0]?.[0] ?? "",
    getValues: () => values(range),
    getDisplayValue: () => shownText(read("display", corner)[0]?.[0] ?? null),
    getDisplayValues: () => texts("display"),
    getFormula: () => shownText(read("formulas", corner)[0]?.[0] ?? null),
    getFormulas: () => texts("formulas"),
    setValue: (value: unknown) => write(repeated(range, value)),
    setValues: write,
    clearContent: () => clear("contents"),
    clearFormat: () => clear("formats"),
    clearNote: () => clear("notes"),
    clear: (options?: ClearOptions) => clear(...clearedKinds(options)),
  };
}

interface ClearOptions {
  readonly commentsOnly?: boolean | undefined;
  readonly contentsOnly?: boolean | undefined;
  readonly formatOnly?: boolean | undefined;
  readonly validationsOnly?: boolean | undefined;
}

/** Without options contents and formats go; notes and rules of validation stay (developers.google.com, Range.clear). */
function clearedKinds(
  options: ClearOptions = {},
): readonly ("contents" | "formats" | "notes" | "validations")[] {
  const only = [
    ...(options.contentsOnly === true ? (["contents"] as const) : []),
    ...(options.formatOnly === true ? (["formats"] as const) : []),
    ...(options.commentsOnly === true ? (["notes"] as const) : []),
    ...(options.validationsOnly === true ? (["validations"] as const) : []),
  ];
  return only.length === 0 ? ["contents", "formats"] : only;
}

function repeated(range: GridRange, value: unknown): unknown[][] {
  return Array.from({ length: range.rows }, () => new Array<unknown>(range.columns).fill(value));
}

function shownText(cell: Cell): string {
  return cell === null ? "" : String(cell);
}
