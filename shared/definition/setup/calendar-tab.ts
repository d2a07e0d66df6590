// The Calendar tab: the days off of the whole book. Deadlines that count working days step over them.

import { isBlank } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { type Day, serialFromDay } from "../../value/day.ts";
import { type RowFault, setupTab, textColumn } from "./setup-tab.ts";

/** The tab of the days off, one row a day. */
export const calendarTab = setupTab("calendar", "Calendar", [
  textColumn("day", "Day off", { widthCharacters: 12, format: "day", note: "A day on which nobody works" }),
  textColumn("what", "What", { widthCharacters: 30, note: "For yourself, such as New Year's Day" }),
]);

/**
 * The row of a day off.
 *
 * @example
 * holidayCells(parseDay("2026-12-25")).day //=> { serial: 46381 }
 */
export function holidayCells(day: Day): RowCells {
  return { day: { serial: serialFromDay(day) } };
}

/**
 * The day off that a row names, and the faults in it.
 *
 * @example
 * holidayFromCells({ day: "2026-12-25" }).day //=> "2026-12-25"
 */
export function holidayFromCells(cells: RowCells): {
  readonly day?: Day;
  readonly faults: readonly RowFault[];
} {
  if (isBlank(cells["day"])) return { faults: [{ key: "day", message: "the row names no day" }] };
  const { value, fault } = readCell(cells["day"] ?? null, { type: "day" });
  if (typeof value !== "string")
    return { faults: [{ key: "day", message: fault ?? "the cell holds no day" }] };
  return { day: value as Day, faults: [] };
}
