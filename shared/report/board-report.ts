// Assembles the report of one board from the metrics: every number is computed in metrics/ and only told here,
// under the names of stages instead of their ids, rates and days rounded to six decimals. Nothing is left out
// for being small: how many stand behind a figure is told beside it, and a page decides what to show.

import type { Pipeline } from "../definition/pipeline.ts";
import { achievementsOf } from "../log/achievements.ts";
import { firstResponses } from "../log/activities.ts";
import type { Entry } from "../log/entry.ts";
import { type Paths, stageNow } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { branches } from "../metrics/branches.ts";
import { conversions } from "../metrics/conversions.ts";
import { cycles } from "../metrics/cycles.ts";
import { ledgers } from "../metrics/ledgers.ts";
import { milestones, type RecordPeriod } from "../metrics/milestones.ts";
import { outcomes } from "../metrics/outcomes.ts";
import { responses } from "../metrics/responses.ts";
import type { PassageRates } from "../statistics/passage-rates.ts";
import type { Moment } from "../value/moment.ts";
import type { BoardReport, CycleReport, MilestoneReport, RateReport } from "./book-report.ts";
import { type Breakdown, breakdownReports } from "./breakdown-reports.ts";
import { rounded } from "./rounded.ts";
import { stageReports } from "./stage-reports.ts";

export interface ReportOptions extends Period {
  /** @default 90 */
  readonly withinDays?: number;
}

export interface BoardReportInput {
  readonly pipeline: Pipeline;
  /** Name of the board's tab. */
  readonly board: string;
  readonly paths: Paths;
  /** The log of the board, in any order: milestones and responses are read from it. */
  readonly entries: readonly Entry[];
  readonly asOf: Moment;
  /** Record id → name as now shown. */
  readonly names: ReadonlyMap<string, string>;
  /** Record id → the days between which it is meant to earn its milestones. */
  readonly periods?: ReadonlyMap<string, RecordPeriod>;
  /** Fields to break outcomes down by, with what the records hold now. */
  readonly by?: readonly Breakdown[];
  readonly options?: ReportOptions;
}

/**
 * The report of a board. `records` are all with a history on it by as of, removed ones too.
 *
 * @example
 * boardReport({
 *   pipeline: fixtures.offers,
 *   board: "Offers",
 *   paths: fixtures.paths("ada: Lead Offer", "bob: Lead"),
 *   entries: [],
 *   asOf: fixtures.asOf,
 *   names: new Map(),
 * }).steps[0]?.rate //=> 0.5
 */
export function boardReport(input: BoardReportInput): BoardReport {
  const { pipeline, board, paths, options = {}, by = [] } = input;
  const { from, to } = options;
  const name = namesOf(pipeline);
  const response = responseReport(input);
  return {
    board,
    pipeline: pipeline.name,
    noun: pipeline.noun,
    records: paths.recordIds.length,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    stages: stageReports(pipeline, paths, options),
    steps: conversions(pipeline, paths, options).map((step) => ({
      from: name(step.from),
      to: name(step.to),
      ...rateReport(step),
      firstSeenLater: step.firstSeenLater,
    })),
    branches: branches(pipeline, paths, options).map((branch) => ({
      ...rounded(branch),
      from: name(branch.from),
      to: name(branch.to),
    })),
    outcomes: rounded(outcomes(pipeline, paths, options)),
    cycle: cycleReport(pipeline, paths, options),
    ...(response === undefined ? {} : { response }),
    ledger: ledgers(pipeline, paths, options)
      .filter(({ entries }) => entries > 0)
      .map((ledger) => ({ ...ledger, stage: name(ledger.stage) })),
    milestones: milestoneReports(input),
    by: by.flatMap((breakdown) => breakdownReports(pipeline, paths, { ...options, breakdown })),
  };
}

function namesOf({ stages }: Pipeline): (id: string) => string {
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

function rateReport({ within, ...rates }: PassageRates): RateReport {
  const { entered, converted, dropped, pending, rate, low, high, decided, longRun, longRunLow, longRunHigh } =
    rates;
  return {
    ...{ entered, converted, dropped, pending },
    ...rounded({ rate, low, high, decided, longRun, longRunLow, longRunHigh }),
    within: rounded(within),
  };
}

function cycleReport(pipeline: Pipeline, paths: Paths, period: Period): CycleReport {
  const { medianDays, plainMedianWonDays, n } = cycles(pipeline, paths, period);
  return { unit: "days", ...rounded({ median: medianDays, plainMedianWon: plainMedianWonDays }), n };
}

function responseReport({ pipeline, paths, entries, asOf, options = {} }: BoardReportInput) {
  const rates = responses(pipeline, paths, { ...options, responses: firstResponses(entries, asOf) });
  return rates.entered === 0 ? undefined : rateReport(rates);
}

function milestoneReports(input: BoardReportInput): readonly MilestoneReport[] {
  const { pipeline, paths, entries, asOf, names, periods = new Map() } = input;
  const achieved = { logged: achievementsOf(entries, asOf), periods };
  const closed = closedRecords(pipeline, paths);
  return milestones(pipeline, paths, achieved).map(({ completion: _, ...score }) => ({
    ...rounded(score),
    name: names.get(score.record) ?? "",
    ...(closed.has(score.record) ? { closed: true } : {}),
  }));
}

function closedRecords(pipeline: Pipeline, paths: Paths): ReadonlySet<string> {
  const isOpen = new Set(
    pipeline.stages.filter(({ kind }) => kind === "open" || kind === "parked").map(({ id }) => id),
  );
  return new Set(
    paths.recordIds.filter((_, record) => !isOpen.has(paths.stageIds[stageNow(paths, record)] ?? "")),
  );
}
