// What comes: the next steps that people planned, the limits that end, and what the open records should bring. It
// looks a week ahead and foretells nothing that a rule might do.

import type { Forecast } from "../metrics/forecasts.ts";
import { addDays, type Day } from "../value/day.ts";
import { type BoardState, type RecordReport, recordReport } from "./board-state.ts";

export interface FutureReport {
  /** The last day that is looked ahead to. */
  readonly until: Day;
  /** Next steps up to that day; those that are overdue first. */
  readonly steps: readonly NextStepReport[];
  /** Open records without a next step that has a day. */
  readonly unplanned: number;
  /** Stays whose limit ends between today and that day; the nearest first. */
  readonly limits: readonly LimitReport[];
  /** Absent where no record is open, or no stage says or shows how often it is won from. */
  readonly forecast?: Forecast;
}

export interface NextStepReport extends RecordReport {
  readonly nextStep: string;
  readonly on: Day;
}

export interface LimitReport extends RecordReport {
  /** The last day in time. */
  readonly due: Day;
}

/** How far the report looks ahead. */
export const LOOKS_AHEAD_DAYS = 7;

/**
 * The week to come on a board.
 *
 * @example
 * futureReport(fixtures.boardState, undefined).until //=> "2026-04-18"
 */
export function futureReport({ held, today }: BoardState, forecast: Forecast | undefined): FutureReport {
  const until = addDays(today, LOOKS_AHEAD_DAYS);
  const steps = held.flatMap((one): readonly NextStepReport[] => {
    const { nextStep, nextStepOn: on } = one.row;
    return on === undefined || on > until ? [] : [{ ...recordReport(one), nextStep, on }];
  });
  const limits = held.flatMap((one): readonly LimitReport[] => {
    const { due } = one;
    return due === undefined || due < today || due > until ? [] : [{ ...recordReport(one), due }];
  });
  return {
    until,
    steps: steps.sort((left, right) => compareDays(left.on, right.on)),
    unplanned: held.filter(({ stage, row }) => stage.kind === "open" && row.nextStepOn === undefined).length,
    limits: limits.sort((left, right) => compareDays(left.due, right.due)),
    ...(forecast === undefined ? {} : { forecast }),
  };
}

function compareDays(left: Day, right: Day): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
