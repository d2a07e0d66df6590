// What happened week by week, for charts: the weeks that begin on Monday, the one that is not over yet last.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import { type Flow, flowsByWeek } from "../metrics/flows.ts";
import { addDays, type Day } from "../value/day.ts";
import { mondayOf } from "../value/week.ts";

export interface WeekReport extends Flow {
  /** Its Monday. */
  readonly from: Day;
}

/**
 * The last so many weeks, with the one in which `today` lies.
 *
 * @example
 * weekReports(fixtures.offers, fixtures.paths("ada: Lead@0"), { today: parseDay("2026-01-05"), weeks: 2 })
 *   .map(({ from, entered }) => [from, entered]) //=> [["2025-12-29", 1], ["2026-01-05", 0]]
 */
export function weekReports(
  pipeline: Pipeline,
  paths: Paths,
  { today, weeks }: { readonly today: Day; readonly weeks: number },
): readonly WeekReport[] {
  const from = addDays(mondayOf(today), -7 * (weeks - 1));
  return flowsByWeek(pipeline, paths, { from, weeks }).map((flow, week) => ({
    from: addDays(from, 7 * week),
    ...flow,
  }));
}
