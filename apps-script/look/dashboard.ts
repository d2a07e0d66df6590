// The Dashboard, which nobody types in: it is not read, only written whole. The head keeps what was last written, so that
// it is written where a figure or the day is another, and its stamp moves only then.

import { readHead } from "../../shared/engine/head.ts";
import { hostRow, hostRowChanges } from "../../shared/engine/host-rows.ts";
import { refreshDashboard } from "../../shared/report/dashboard/refresh-dashboard.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { hashOf } from "../../shared/value/hash.ts";
import { dayOf, type Moment, type Zone } from "../../shared/value/moment.ts";

const ROW = "dashboard";

/** Now, in the zone of the sheet. */
export interface StampedTime {
  readonly now: Moment;
  readonly zone: Zone;
}

/** What brings the Dashboard up to date with the tables as they will be (`after`); none where it says so already. */
export function renewedDashboard(before: Tables, after: Tables, at: StampedTime): readonly Change[] {
  const { now } = at;
  const { changes } = refreshDashboard(after, at);
  const mark = markOf(changes, now);
  if (hostRow(readHead(before), ROW) === mark) return [];
  return [...changes, ...hostRowChanges(after, { [ROW]: mark })];
}

/** What writes the Dashboard anew, whatever it says, with the charts that somebody deleted: a person asks for it. */
export function writtenDashboard(after: Tables, at: StampedTime): readonly Change[] {
  const { now } = at;
  const { changes } = refreshDashboard(after, at);
  const whole = changes.map((change) =>
    change.kind === "replaceBody" ? { ...change, drawsAgain: true as const } : change,
  );
  return [...whole, ...hostRowChanges(after, { [ROW]: markOf(changes, now) })];
}

function markOf(changes: readonly Change[], now: Moment): string {
  const rows = changes.flatMap((change) => (change.kind === "replaceBody" ? change.rows : []));
  return hashOf("d", [dayOf(now), JSON.stringify(rows)]);
}
