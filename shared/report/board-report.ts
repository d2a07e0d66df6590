// Assembles the report of one board from the metrics: every number is computed in metrics/ and only told here,
// under the names of stages instead of their ids, rates and days rounded to six decimals. Nothing is left out
// for being small: how many stand behind a figure is told beside it, and a page decides what to show.

import type { Pipeline } from "../definition/pipeline.ts";
import { calendarOf } from "../engine/run.ts";
import { achievementsOf } from "../log/achievements.ts";
import { firstResponses } from "../log/activities.ts";
import { type Paths, stageNow } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { answerWaits } from "../metrics/answers.ts";
import { branches } from "../metrics/branches.ts";
import { conversions } from "../metrics/conversions.ts";
import { cycles } from "../metrics/cycles.ts";
import { forecast } from "../metrics/forecasts.ts";
import { ledgers } from "../metrics/ledgers.ts";
import { milestones } from "../metrics/milestones.ts";
import { outcomes } from "../metrics/outcomes.ts";
import { postponements } from "../metrics/postponements.ts";
import { responses } from "../metrics/responses.ts";
import { winChances } from "../metrics/win-chances.ts";
import type { RecordPeriod } from "../statistics/course.ts";
import type { PassageRates } from "../statistics/passage-rates.ts";
import type { FieldValue } from "../table/field-type.ts";
import { type BoardState, type BoardStateInput, boardState } from "./board-state.ts";
import type { BoardReport, CycleReport, MilestoneReport } from "./book-report.ts";
import { type Breakdown, breakdownReports } from "./breakdown-reports.ts";
import { departmentReports } from "./department-report.ts";
import { eventsReport } from "./events-report.ts";
import { futureReport } from "./future-report.ts";
import { goalsReport } from "./goals-report.ts";
import { pastReports } from "./past-report.ts";
import { answersReport, peopleReports } from "./people-report.ts";
import { presentReport } from "./present-report.ts";
import { rounded } from "./rounded.ts";
import { stageReports } from "./stage-reports.ts";
import { weekReports } from "./week-reports.ts";

export interface ReportOptions extends Period {
  /** @default 90 */
  readonly withinDays?: number;
  /** Asks, too, what happened in each of so many weeks. */
  readonly weeks?: number;
}

export interface BoardReportInput extends BoardStateInput {
  /** Name of the board's tab. */
  readonly board: string;
  /** Record id → what its row holds, by field id; absent: nothing is known of the fields. */
  readonly values?: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>;
  /** Name of the field that says what a record is worth. */
  readonly valueField?: string;
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
 *   rows: new Map(),
 * }).steps[0]?.rate //=> 0.5
 */
export function boardReport(input: BoardReportInput): BoardReport {
  const { pipeline, board, paths, options = {}, by = [] } = input;
  const { withinDays: _, weeks: __, ...asked } = options;
  const name = namesOf(pipeline);
  const response = responseReport(input);
  const departments = departmentReports(pipeline, paths, options);
  return {
    board,
    pipeline: pipeline.name,
    noun: pipeline.noun,
    records: paths.recordIds.length,
    ...asked,
    stages: stageReports(pipeline, paths, options),
    steps: conversions(pipeline, paths, options).map(({ from, to, ...rates }) => ({
      from: name(from),
      to: name(to),
      ...roundedRates(rates),
    })),
    branches: branches(pipeline, paths, options).map((branch) => ({
      ...rounded(branch),
      from: name(branch.from),
      to: name(branch.to),
    })),
    outcomes: rounded(outcomes(pipeline, paths, options)),
    cycle: cycleReport(pipeline, paths, options),
    ...(response === undefined ? {} : { response }),
    ...(departments.length === 0 ? {} : { departments }),
    ledger: ledgers(pipeline, paths, options)
      .filter(({ entries }) => entries > 0)
      .map((ledger) => ({ ...ledger, stage: name(ledger.stage) })),
    milestones: milestoneReports(input),
    by: by.flatMap((breakdown) => breakdownReports(pipeline, paths, { ...options, breakdown })),
    ...standingReports(input),
  };
}

function standingReports(input: BoardReportInput) {
  const { pipeline, paths, rows, asOf, valueField, options = {} } = input;
  const state = boardState(input);
  const past = pastReports(pipeline, paths, { ...options, today: state.today });
  const { holidays = [], entries } = input;
  const waits = answerWaits(pipeline, entries, { asOf, calendar: calendarOf({ holidays }, pipeline) });
  const answers = answersReport(waits, past);
  const goals = goalsReport({ ...input, today: state.today, period: options });
  const events = eventsReport({ ...input, today: state.today });
  return {
    past,
    ...(options.weeks === undefined
      ? {}
      : { weeks: weekReports(pipeline, paths, { today: state.today, weeks: options.weeks }) }),
    present: presentReport(pipeline, state, { asOf, valueField }),
    future: futureReport(state, forecastOf(input, state)),
    people: peopleReports({ pipeline, paths, rows, state, waits }, past),
    ...(answers === undefined ? {} : { answers }),
    ...(Object.keys(goals).length === 0 ? {} : { goals }),
    ...(events === undefined ? {} : { events }),
  };
}

// The board's name is the seed: the same book tells the same forecast on every machine.
function forecastOf({ pipeline, paths, board }: BoardReportInput, { held }: BoardState) {
  const values = held.flatMap(({ record, row }) =>
    row.value === undefined ? [] : [[record, row.value] as const],
  );
  const chances = new Map(winChances(pipeline, paths).map((chance) => [chance.stage, chance]));
  const told = forecast(paths, { chances, values: new Map(values), seed: board });
  return told && { ...told, wins: rounded(told.wins) };
}

function namesOf({ stages }: Pipeline): (id: string) => string {
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/**
 * The rates of a conversion as reports hold them.
 *
 * @example
 * roundedRates({ entered: 3, converted: 2, rate: 2 / 3, within: { days: 90, mature: 0, converted: 0 } }).rate //=> 0.666667
 */
export function roundedRates<Rates extends PassageRates>(rates: Rates) {
  return { ...rounded(rates), within: rounded(rates.within) };
}

function cycleReport(pipeline: Pipeline, paths: Paths, period: Period): CycleReport {
  const { medianDays, plainMedianWonDays, n } = cycles(pipeline, paths, period);
  return { unit: "days", ...rounded({ median: medianDays, plainMedianWon: plainMedianWonDays }), n };
}

function responseReport({ pipeline, paths, entries, asOf, options = {} }: BoardReportInput) {
  const rates = responses(pipeline, paths, { ...options, responses: firstResponses(entries, asOf) });
  return rates.entered === 0 ? undefined : roundedRates(rates);
}

function milestoneReports(input: BoardReportInput): readonly MilestoneReport[] {
  const { pipeline, paths, entries, asOf, rows, periods = new Map() } = input;
  const achieved = { logged: achievementsOf(entries, asOf), periods };
  const closed = closedRecords(pipeline, paths);
  const names = new Map(pipeline.milestones.map(({ id, name }) => [id, name]));
  const putOff = postponements(entries, asOf);
  return milestones(pipeline, paths, achieved).map(({ completion: _, open, ...score }) => ({
    ...rounded(score),
    open: open.map((id) => names.get(id) ?? id),
    name: rows.get(score.record)?.name ?? "",
    ...(putOff.has(score.record) ? { rescheduled: putOff.get(score.record) ?? 0 } : {}),
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
