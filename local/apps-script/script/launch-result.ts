// What a function gives back: to a page plain data and nothing else, to a formula cells.

import { isDate } from "node:util/types";
import type { Cell } from "../../../shared/table/cell.ts";
import { serialOfInstant, zoneClock } from "../zone-clock.ts";
import type { Execution } from "./execution.ts";

/**
 * The result as JSON; `undefined` where there is none. The reference of google.script.run allows primitives, arrays
 * and plain objects of them: a Date or a function anywhere fails the call, here with the place where it stands.
 */
export function pageResult(execution: Execution, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  refuseOthers(execution, value, "result");
  return JSON.stringify(value);
}

function refuseOthers(execution: Execution, value: unknown, path: string): void {
  if (
    isDate(value) ||
    typeof value === "function" ||
    typeof value === "symbol" ||
    typeof value === "bigint"
  ) {
    execution.fail(`The script completed but the returned value is not a supported return type: ${path}`);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) refuseOthers(execution, part, `${path}.${name}`);
}

/** Rows of cells; a single value is one cell. */
export function formulaResult(execution: Execution, value: unknown): readonly (readonly Cell[])[] {
  if (!Array.isArray(value)) return [[cell(execution, value)]];
  return value.map((row: unknown) =>
    Array.isArray(row) ? row.map((part) => cell(execution, part)) : [cell(execution, row)],
  );
}

function cell(execution: Execution, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (isDate(value)) return { serial: serialOfInstant(value.getTime(), zoneClock(execution.book().zone)) };
  return execution.fail(`A formula shows no ${typeof value}`);
}
