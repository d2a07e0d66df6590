// What cells hold, as a script reads and writes it. A date comes out as a `Date` at that wall time in the spreadsheet's
// zone, and goes in as the serial of that zone; an empty cell is ""; an error is its text.

import { isDate } from "node:util/types";
import { type Cell, isErrorCell, isSerialCell } from "../../../../shared/table/cell.ts";
import type { Written } from "../../../grid/protocol.ts";
import { instantOfSerial, serialOfInstant, zoneClock } from "../../zone-clock.ts";
import type { Execution } from "../execution.ts";

export type ScriptValue = string | number | boolean | Date;

export function scriptValue(execution: Execution, cell: Cell): ScriptValue {
  if (typeof cell !== "object") return cell;
  if (cell === null) return "";
  if (isErrorCell(cell)) return cell.error;
  if (isSerialCell(cell)) return execution.realm.date(instantOfSerial(cell.serial, bookZone(execution)));
  return cell satisfies never;
}

/**
 * What the script hands to `setValue`. Google writes other objects as some text of theirs; here they are refused, for
 * nobody means that.
 */
export function writtenValue(execution: Execution, value: unknown): Written {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (!isDate(value)) return execution.fail(`A cell takes no ${typeof value}: ${String(value)}`);
  if (Number.isNaN(value.getTime())) return execution.fail("A cell takes no date that is not one");
  return { serial: serialOfInstant(value.getTime(), bookZone(execution)) };
}

function bookZone(execution: Execution) {
  return zoneClock(execution.book().zone);
}
