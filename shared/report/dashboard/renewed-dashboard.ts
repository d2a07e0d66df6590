// The Dashboard kept up to date by whoever looks after the book. Hosts in Google do not read it, so the head keeps what was
// last written: it is written where a figure or the day is another, and its stamp moves only then. A tab that somebody
// deleted is not made again until somebody asks for it.

import { readHead } from "../../engine/head.ts";
import { hostRow, hostRowChanges } from "../../engine/host-rows.ts";
import type { Change } from "../../table/change.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment, Zone } from "../../value/moment.ts";
import { dashboardTable } from "./dashboard-tab.ts";
import { emptiedDashboard, refreshDashboard } from "./refresh-dashboard.ts";

const ROW = "dashboard";
const NO_BOARDS = "no boards";

/** Now, in the zone of the book. */
export interface StampedTime {
  readonly now: Moment;
  readonly zone: Zone;
}

/**
 * What brings the Dashboard up to date with the tables as they will be (`after`), or makes the first one; none where it
 * says so already, and where somebody deleted it. Where the last board was left, it says so.
 *
 * @example
 * const at = { now: fixtures.run.now, zone: utc };
 * renewedDashboard([], fixtures.bookTables, at).map(({ kind }) => kind) //=> ["layOut", "replaceBody", "append"]
 */
export function renewedDashboard(before: Tables, after: Tables, at: StampedTime): readonly Change[] {
  const written = hostRow(readHead(before), ROW);
  if (!after.some(({ key }) => key?.startsWith("board_"))) return ofNoBoards(after, written, at.now);
  if (written !== "" && dashboardTable(before) === undefined) return [];
  const { changes, mark } = refreshDashboard(after, at);
  if (written === mark) return [];
  return [...changes, ...hostRowChanges(after, { [ROW]: mark })];
}

function ofNoBoards(after: Tables, written: string, now: Moment): readonly Change[] {
  const changes = written === NO_BOARDS ? [] : emptiedDashboard(after, now);
  return changes.length === 0 ? [] : [...changes, ...hostRowChanges(after, { [ROW]: NO_BOARDS })];
}

/**
 * What writes the Dashboard anew, because somebody asks for it.
 *
 * @example
 * writtenDashboard(fixtures.bookTables, { now: fixtures.run.now, zone: utc }).length //=> 3
 */
export function writtenDashboard(after: Tables, at: StampedTime): readonly Change[] {
  const { changes, mark } = refreshDashboard(after, at);
  return [...changes, ...hostRowChanges(after, { [ROW]: mark })];
}
