// The report of a book as data: one shape that JSON prints as it stands and that text, CSV, HTML and charts are
// drawn from. Numbers are JSON numbers; what is not known is absent, never 0 and never NaN. Rates lie between
// 0 and 1 and are rounded to six decimals here, in one place (`roundRate`), and nowhere else.

import type { StageKind } from "../definition/pipeline.ts";

export interface BookReport {
  /** The moment up to which the history was read. */
  readonly asOf: string;
  readonly log: { readonly entries: number; readonly hash: string };
  readonly boards: readonly BoardReport[];
}

export interface BoardReport {
  readonly board: string;
  readonly pipeline: string;
  /** What a record is called, such as "deal". */
  readonly noun: string;
  readonly records: number;
  /** The period that was asked for, as days; absent: all of history. */
  readonly from?: string;
  readonly to?: string;
  /** The main line in order, then the other stages that any record was in. */
  readonly stages: readonly StageReport[];
  readonly steps: readonly StepReport[];
  /** Of a stage that is left for one off the main line. */
  readonly branches: readonly BranchReport[];
  readonly outcomes: OutcomeReport;
  readonly cycle: CycleReport;
  /** From the first e-mail out to the first reply; absent where nobody was written to. */
  readonly response?: ResponseReport;
  readonly ledger: readonly LedgerReport[];
  readonly milestones: readonly MilestoneReport[];
  readonly by: readonly BreakdownReport[];
}

export interface StageReport {
  readonly stage: string;
  readonly kind: StageKind;
  /** Records that entered it or a stage after it on the main line. Stages off the main line: that entered it. */
  readonly reached: number;
  /** Records that stand in it now. */
  readonly now: number;
  /** reached ÷ reached of the stage before it. */
  readonly fromPrevious?: number;
  /** reached ÷ reached of the first stage. */
  readonly overall?: number;
  /** What the owner aims at for the step to the next stage. */
  readonly targetRate?: number;
  readonly time: TimeReport;
  /** The same of all visits of a record together. */
  readonly cumulativeTime?: TimeReport;
}

/** Days in the latest visit. `median` and `p80` count open visits as unfinished; `plainMedian` leaves them out. */
export interface TimeReport {
  readonly unit: "days";
  readonly median?: number;
  readonly p80?: number;
  readonly plainMedian?: number;
  /** Records with a visit. */
  readonly n: number;
}

export interface StepReport extends RateReport {
  readonly from: string;
  readonly to: string;
  /** Records that reached `from` only by being first seen beyond it. */
  readonly firstSeenLater: number;
}

/** Of the records that entered: those written to, `converted` by answering. */
export type ResponseReport = RateReport;

/** What became of records that entered; entered = converted + dropped + pending. */
export interface RateReport {
  readonly entered: number;
  readonly converted: number;
  readonly dropped: number;
  readonly pending: number;
  /** converted ÷ entered, so far. */
  readonly rate?: number;
  /** Wilson 95 % interval of `rate`. */
  readonly low?: number;
  readonly high?: number;
  /** converted ÷ (converted + dropped). */
  readonly decided?: number;
  /** Cumulative incidence at the end of the observed time: the headline. */
  readonly longRun?: number;
  readonly longRunLow?: number;
  readonly longRunHigh?: number;
  readonly within: WithinReport;
}

export interface WithinReport {
  readonly days: number;
  /** Records that entered at least `days` ago. */
  readonly mature: number;
  /** Of the mature ones, those that converted within `days`. */
  readonly converted: number;
  readonly rate?: number;
  /** Wilson 95 % interval of `rate`. */
  readonly low?: number;
  readonly high?: number;
}

export interface BranchReport {
  readonly from: string;
  readonly to: string;
  /** Visits of `from` that ended in `to`. */
  readonly count: number;
  /** Visits of `from` that ended; a page shows `share` only beside it. */
  readonly ended?: number;
  /** count ÷ ended. */
  readonly share?: number;
}

export interface OutcomeReport {
  readonly won: number;
  readonly lost: number;
  readonly winRate?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface CycleReport {
  readonly unit: "days";
  /** The time at which the cumulative incidence of winning is half of its final value. */
  readonly median?: number;
  /** Plain median of the won ones: biased short while records are open. */
  readonly plainMedianWon?: number;
  /** Won records with a cycle. */
  readonly n: number;
}

/** entries = advanced + branched + parked + movedBack + lost + avoided + handedOn + removed + here, always. */
export interface LedgerReport {
  readonly stage: string;
  readonly entries: number;
  readonly advanced: number;
  readonly branched: number;
  readonly parked: number;
  readonly movedBack: number;
  readonly lost: number;
  readonly avoided: number;
  readonly handedOn: number;
  readonly removed: number;
  readonly here: number;
}

export type MilestoneStatus = "launched" | "ahead" | "on course" | "behind" | "not started";

export interface MilestoneReport {
  readonly record: string;
  readonly name: string;
  readonly score: number;
  readonly offer: number;
  /** Whether the record is won, lost or not to be contacted: its score stands, nobody waits for more. */
  readonly closed?: boolean;
  /** Absent where the record has no period to keep pace with. */
  readonly status?: MilestoneStatus;
  /** score ÷ (offer × share of the period gone). */
  readonly pace?: number;
  /** The day on which the present pace reaches the offer. */
  readonly projected?: string;
}

/** One value of a field, by what the records hold now (not by what they held when they moved). */
export interface BreakdownReport {
  readonly field: string;
  readonly value: string;
  readonly records: number;
  readonly outcomes: OutcomeReport;
  /** Records by the stage that they stand in now. */
  readonly now: readonly { readonly stage: string; readonly count: number }[];
}

/**
 * A rate as reports print it: six decimals, `undefined` kept.
 *
 * @example
 * roundRate(2 / 3) //=> 0.666667
 */
export function roundRate(rate: number | undefined): number | undefined {
  return rate === undefined ? undefined : Math.round(rate * 1e6) / 1e6;
}
