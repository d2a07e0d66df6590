// What happened lately: the period that was asked for, or the last week and the last 90 days, each beside the period
// of the same length before it.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { type Flow, flows } from "../metrics/flows.ts";
import { addDays, type Day, dayNumber } from "../value/day.ts";

export interface FlowReport extends Flow {
  /** The first day. */
  readonly from: Day;
  readonly days: number;
  /** The same of as many days before. */
  readonly before: Flow;
}

/** How far the report looks back by itself, in days; today is one of them. */
const LOOKS_BACK_DAYS = [7, 90];

/**
 * The flows of a board up to and with `today`.
 *
 * @example
 * pastReports(fixtures.offers, fixtures.paths("ada: Lead@95"), { today: parseDay("2026-04-11") })
 *   .map(({ days, entered }) => [days, entered]) //=> [[7, 1], [90, 1]]
 */
export function pastReports(
  pipeline: Pipeline,
  paths: Paths,
  { today, from, to }: Period & { readonly today: Day },
): readonly FlowReport[] {
  const end = to ?? addDays(today, 1);
  const lengths = from === undefined ? LOOKS_BACK_DAYS : [dayNumber(end) - dayNumber(from)];
  return lengths
    .filter((days) => days > 0)
    .map((days) => {
      const start = addDays(end, -days);
      const before = { from: addDays(start, -days), to: start };
      return {
        from: start,
        days,
        ...flows(pipeline, paths, { from: start, to: end }),
        before: flows(pipeline, paths, before),
      };
    });
}
