// The sections of the flat report that tell what happened lately, what stands and what comes. Money is told in units of
// its currency, not in cents, because a spreadsheet shows it as it stands.

import type { Forecast } from "../metrics/forecasts.ts";
import { numberFromMoney } from "../value/money.ts";
import type { CsvSection } from "./csv-sections.ts";
import type { FlowReport } from "./past-report.ts";

/** What happened lately, what stands and what comes. */
export const standingSections: readonly CsvSection[] = [
  {
    name: "past",
    header: [
      ...["From day", "Days", "Entered", "Moved on", "Won", "Lost"],
      ...["Entered before", "Moved on before", "Won before", "Lost before"],
    ],
    rowsOf: ({ past }) =>
      past.map((flow) => [flow.from, flow.days, ...flowCells(flow), ...flowCells(flow.before)]),
  },
  {
    name: "replies to answer",
    header: ["Record", "Name", "Owner", "Stage", "Days in stage", "Since", "Days waiting"],
    rowsOf: ({ present }) =>
      present.unanswered.map(({ record, name, owner, stage, days, since, waits }) => [
        ...[record, name, owner, stage, days, since, waits],
      ]),
  },
  {
    name: "stuck",
    header: [
      ...["Record", "Name", "Owner", "Stage", "Days in stage", "Working days over limit", "Untouched"],
      ...["Next step", "Next step on"],
    ],
    rowsOf: ({ present }) =>
      present.stuck.map((one) => [
        ...[one.record, one.name, one.owner, one.stage, one.days, one.overDays, one.stale ? "yes" : "no"],
        ...[one.nextStep, one.nextStepOn],
      ]),
  },
  {
    name: "without an owner",
    header: ["Record", "Name", "Stage", "Days in stage"],
    rowsOf: ({ present }) =>
      present.unassigned.map(({ record, name, stage, days }) => [record, name, stage, days]),
  },
  {
    name: "where they stand",
    header: ["Stage", "Kind", "Now", "Over limit", "Stuck", "Worth", "Currency", "Records with worth"],
    rowsOf: ({ present }) =>
      present.stages.flatMap(({ stage, kind, now, overLimit, stuck, value }) => {
        const standing = [stage, kind, now, overLimit, stuck];
        if (value.length === 0) return [[...standing, undefined, undefined, undefined]];
        return value.map((sum) => [...standing, numberFromMoney(sum), sum.currency, sum.records]);
      }),
  },
  {
    name: "next steps",
    header: ["Record", "Name", "Owner", "Stage", "Next step", "Next step on"],
    rowsOf: ({ future }) =>
      future.steps.map(({ record, name, owner, stage, nextStep, on }) => [
        ...[record, name, owner, stage, nextStep, on],
      ]),
  },
  {
    name: "limits",
    header: ["Record", "Name", "Owner", "Stage", "Limit ends"],
    rowsOf: ({ future }) =>
      future.limits.map(({ record, name, owner, stage, due }) => [record, name, owner, stage, due]),
  },
  {
    name: "forecast",
    header: ["What", "Currency", "Records", "Expected", "Low", "High"],
    rowsOf: ({ future, present }) => forecastRows(future.forecast, present.valueField),
  },
  {
    name: "people",
    header: [
      ...["Person", "Open", "Due", "Overdue", "Untouched", "To answer", "Moved on", "Won", "Lost"],
      ...["Replies", "Answered", "Working hours to answer, median"],
    ],
    rowsOf: ({ people }) =>
      people.map((one) => [
        ...[one.person, one.open, one.due, one.overdue, one.untouched, one.unanswered, one.movedOn, one.won],
        ...[one.lost, one.answers?.replies, one.answers?.answered, one.answers?.median],
      ]),
  },
];

function forecastRows(forecast: Forecast | undefined, valueField: string | undefined) {
  if (forecast === undefined) return [];
  const { records, wins, money } = forecast;
  const worth = money.map(({ currency, records: named, ...sum }) => {
    const [expected, low, high] = [sum.expected, sum.low, sum.high].map((amountMinor) =>
      numberFromMoney({ amountMinor, currency }),
    );
    return [valueField, currency, named, expected, low, high];
  });
  return [["wins", undefined, records, wins.expected, wins.low, wins.high], ...worth];
}

function flowCells({ entered, movedOn, won, lost }: FlowReport["before"]): readonly number[] {
  return [entered, movedOn, won, lost];
}
