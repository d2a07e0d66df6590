// The report of a book as data: one shape that JSON prints as it stands and that text, CSV, HTML and charts are
// drawn from. Numbers are JSON numbers; what is not known is absent, never 0 and never NaN. Rates lie between
// 0 and 1 and are rounded to six decimals in one place (rounded.ts). What the metrics count is told in their own shapes.

import type { StageKind } from "../definition/pipeline.ts";
import type { ComingMessage, ComingMove } from "../engine/rules/coming-moves.ts";
import type { Ledger } from "../metrics/ledgers.ts";
import type { Outcome } from "../metrics/outcomes.ts";
import type { CourseStatus } from "../statistics/course.ts";
import type { PassageRates } from "../statistics/passage-rates.ts";
import type { DepartmentReport } from "./department-report.ts";
import type { EventsReport } from "./events-report.ts";
import type { FutureReport } from "./future-report.ts";
import type { GoalsReport } from "./goals-report.ts";
import type { HandOverReport } from "./hand-over-report.ts";
import type { FlowReport } from "./past-report.ts";
import type { AnswersReport, PersonReport } from "./people-report.ts";
import type { PresentReport } from "./present-report.ts";
import type { WeekReport } from "./week-reports.ts";

export interface BookReport {
  /** The moment up to which the history was read. */
  readonly asOf: string;
  readonly log: { readonly entries: number; readonly hash: string };
  readonly boards: readonly BoardReport[];
  /** What the book moves by itself until the end of tomorrow; absent where that is nothing, or was not asked for. */
  readonly coming?: readonly ComingMove[];
  /** What it sends and reminds of by itself until then; absent like `coming`, and where nobody asked. */
  readonly comingMessages?: readonly ComingMessage[];
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
  /** The roles with which records were, in the order of the stages; absent where none was. */
  readonly departments?: readonly DepartmentReport[];
  /** Of a stage that is left for one off the main line. */
  readonly branches: readonly BranchReport[];
  readonly outcomes: Outcome;
  readonly cycle: CycleReport;
  /** From the first e-mail out to the first reply; absent where nobody was written to. */
  readonly response?: PassageRates;
  /** With the names of stages in place of their ids. */
  readonly ledger: readonly Ledger[];
  readonly milestones: readonly MilestoneReport[];
  readonly by: readonly BreakdownReport[];
  /** What happened lately, each period beside the one before it, the shortest first. */
  readonly past: readonly FlowReport[];
  /** The same week by week; absent where nobody asked. */
  readonly weeks?: readonly WeekReport[];
  readonly present: PresentReport;
  /** What was handed over from here by rule, and nobody took up; absent where there is nothing of the kind. */
  readonly handOvers?: readonly HandOverReport[];
  readonly future: FutureReport;
  /** Who holds what, by the owners that the rows name now. */
  readonly people: readonly PersonReport[];
  /** Of all replies of the longest period of `past`; absent where none came. */
  readonly answers?: AnswersReport;
  /** What the stages are measured by; absent while there is nothing to measure. */
  readonly goals?: GoalsReport;
  /** Of a pipeline of events, once one has a day. */
  readonly events?: EventsReport;
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

/** Unit: records; the headline is `longRun`. */
export interface StepReport extends PassageRates {
  readonly from: string;
  readonly to: string;
  /** Records that reached `from` only by being first seen beyond it. */
  readonly firstSeenLater: number;
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

export interface CycleReport {
  readonly unit: "days";
  /** The time at which the cumulative incidence of winning is half of its final value. */
  readonly median?: number;
  /** Plain median of the won ones: biased short while records are open. */
  readonly plainMedianWon?: number;
  /** Won records with a cycle. */
  readonly n: number;
}

export interface MilestoneReport {
  readonly record: string;
  readonly name: string;
  readonly score: number;
  readonly offer: number;
  /** Names of the milestones that it has not reached yet. */
  readonly open: readonly string[];
  /** How often it was logged as rescheduled; absent: never. */
  readonly rescheduled?: number;
  /** Whether the record is won, lost or not to be contacted: its score stands, nobody waits for more. */
  readonly closed?: boolean;
  /** Absent where the record has no period to keep pace with. */
  readonly status?: CourseStatus;
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
  readonly outcomes: Outcome;
  /** Records by the stage that they stand in now. */
  readonly now: readonly { readonly stage: string; readonly count: number }[];
}
