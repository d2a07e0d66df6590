// The Dashboard brought up to date. It is written only where a figure or the day changed: what stands there is left as
// it is else, its stamp too, so that nothing which hangs on the stamp is computed for nothing.

import type { BodyLook } from "../../table/body-look.ts";
import { type Cell, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import type { Table, Tables } from "../../table/table.ts";
import { hashOf } from "../../value/hash.ts";
import { dayOf, type Moment, type Zone } from "../../value/moment.ts";
import { reportFromTables } from "../report-from-tables.ts";
import { type Line, lineOf } from "./block.ts";
import { dashboardPage } from "./dashboard-page.ts";
import { dashboardKeys, dashboardTab, dashboardTable, freeDashboardName } from "./dashboard-tab.ts";
import { looks } from "./looks.ts";

/** Weeks that are told one by one. */
const WEEKS = 13;
/** The field by which outcomes are told, on boards that have it. */
const BY = "Source";

export interface RefreshedDashboard {
  /** None where it is up to date. */
  readonly changes: readonly Change[];
  /** The name of the tab. */
  readonly tab: string;
  /** Another where a figure or the day is another. */
  readonly mark: string;
}

/**
 * What brings the Dashboard up to date at `now`; where the book has none, what makes it.
 *
 * @throws {StagelineError} `usage`, when the book has no boards
 * @example
 * refreshDashboard(fixtures.bookTables, { now: fixtures.run.now }).changes.map(({ kind }) => kind)
 * //=> ["layOut", "replaceBody"]
 */
export function refreshDashboard(
  tables: Tables,
  { now, zone }: { readonly now: Moment; readonly zone?: Zone },
): RefreshedDashboard {
  const query = { asOf: now, weeks: WEEKS, alsoBy: BY };
  const { report } = reportFromTables(tables, zone === undefined ? query : { ...query, zone });
  const { rows: lines, look, changesDaily } = dashboardPage(report);
  const day = changesDaily ? dayOf(now) : "";
  const mark = hashOf("d", [day, JSON.stringify(lines)]);
  const present = dashboardTable(tables);
  const tab = present?.tab ?? freeDashboardName(tables);
  if (present !== undefined && isCurrent(present, lines, day)) return { changes: [], tab, mark };
  return { changes: writing({ present, tab, now }, lines, look), tab, mark };
}

/**
 * What makes the Dashboard of a book that lost its last board say so.
 *
 * @example
 * const tables = [{ tab: "Dashboard", key: "dashboard", header: [], rows: [], marks: {}, merges: [] }];
 * emptiedDashboard(tables, fixtures.run.now).map(({ kind }) => kind) //=> ["layOut", "replaceBody"]
 */
export function emptiedDashboard(tables: Tables, now: Moment): readonly Change[] {
  const present = dashboardTable(tables);
  if (present === undefined) return [];
  const { rows, areas } = lineOf(["This book has no boards"], { look: looks.title });
  return writing({ present, tab: present.tab, now }, rows, { areas, charts: [] });
}

function writing(
  { present, tab, now }: { readonly present: Table | undefined; readonly tab: string; readonly now: Moment },
  lines: readonly Line[],
  look: BodyLook,
): readonly Change[] {
  const layout = dashboardTab(now, tab);
  const places = present === undefined ? {} : { places: placesOf(present) };
  return [
    { kind: "layOut", tab, layout, ...places },
    { kind: "replaceBody", tab, rows: lines.map(rowOf), look },
  ];
}

function rowOf(line: Line): RowCells {
  return Object.fromEntries(
    line.flatMap((cell, index) => {
      const key = dashboardKeys[index];
      return key === undefined || cell === null ? [] : [[key, cell]];
    }),
  );
}

// Where a tab lost its marks, ours are the columns from the left.
function placesOf({ marks }: Table): Readonly<Record<string, number>> {
  return { ...Object.fromEntries(dashboardKeys.map((key, index) => [key, index])), ...marks };
}

function isCurrent(table: Table, lines: readonly Line[], day: string): boolean {
  const places = placesOf(table);
  const stamp = textOf(table.header[places["stamp"] ?? 1]);
  if (table.key === undefined || stamp.slice(0, day.length) !== day) return false;
  const shown = new Map(table.rows.map(({ at, cells }) => [at, cells]));
  const last = Math.max(lines.length + 1, ...shown.keys());
  for (let at = 2; at <= last; at++) {
    const [line = [], cells = []] = [lines[at - 2], shown.get(at)];
    const isSame = dashboardKeys.every((key, index) => isSameCell(line[index], cells[places[key] ?? index]));
    if (!isSame) return false;
  }
  return true;
}

function isSameCell(wanted: Cell | undefined, present: Cell | undefined): boolean {
  return (wanted ?? "") === (present ?? "");
}
