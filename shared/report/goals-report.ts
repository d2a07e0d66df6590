// What the stages of a board are measured by, as data under the names of stages and fields. A goal whose field the
// pipeline lacks, or that nobody came to yet, is absent: it is unknown, not 0.

import { CLOSED_WON, closingsOf } from "../log/closings.ts";
import { stageNow } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { touchesOf } from "../log/touches.ts";
import { type Coverage, coverages, MONTH_DAYS } from "../metrics/coverages.ts";
import { type Deliveries, deliveries } from "../metrics/deliveries.ts";
import { type Losses, losses } from "../metrics/losses.ts";
import { type Reason, reasons } from "../metrics/reasons.ts";
import { type Referral, referrals } from "../metrics/referrals.ts";
import { type Replies, replies } from "../metrics/replies.ts";
import { type Research, researches } from "../metrics/researches.ts";
import { type Satisfaction, satisfactions } from "../metrics/satisfactions.ts";
import { type RepOutput, weeklyOutputs } from "../metrics/weekly-outputs.ts";
import type { FieldValue } from "../table/field-type.ts";
import type { Day } from "../value/day.ts";
import type { BoardStateInput } from "./board-state.ts";
import { type GoalFields, goalFieldsOf } from "./goal-fields.ts";
import { rounded } from "./rounded.ts";

export interface GoalsReport {
  /** Of the records in the first stage. */
  readonly research?: Research & { readonly stage: string };
  readonly replies?: Replies;
  /** By the deadline of the records, on entering a stage. */
  readonly deliveries?: Deliveries & { readonly stage: string };
  /** What the rows of the won records say. */
  readonly satisfaction?: Satisfaction;
  /** Of the records with whom one keeps in touch. */
  readonly touched?: Coverage & { readonly stage: string; readonly days: number };
  readonly referrals?: readonly Referral[];
  /** With the names of stages in place of their ids. */
  readonly losses?: Losses;
  readonly wonReasons?: readonly Reason[];
  readonly lostReasons?: readonly Reason[];
  /** With the names of stages in place of their ids. */
  readonly outputs?: readonly RepOutput[];
}

export interface GoalsInput extends BoardStateInput {
  /** Record id → what its row holds, by field id. */
  readonly values?: ReadonlyMap<string, Values>;
  readonly today: Day;
  readonly period: Period;
}

type Values = Readonly<Record<string, FieldValue>>;

/**
 * The goals of a board.
 *
 * @example
 * goalsReport({ ...fixtures.boardInput, today: parseDay("2026-04-11"), period: {} }) //=> {}
 */
export function goalsReport(input: GoalsInput): GoalsReport {
  const fields = goalFieldsOf(input.pipeline);
  return {
    ...research(input, fields),
    ...answers(input),
    ...inTime(input, fields),
    ...satisfaction(input, fields),
    ...touched(input, fields),
    ...referred(input, fields),
    ...lost(input),
    ...told(input, fields),
    ...output(input),
  };
}

function research({ pipeline, paths, values, today }: GoalsInput, { context }: GoalFields): GoalsReport {
  const [first] = pipeline.stages;
  if (context.length === 0 || first === undefined) return {};
  const here = paths.recordIds.filter((_, record) => paths.stageIds[stageNow(paths, record)] === first.id);
  const found = researches(
    here.map((id) => values?.get(id) ?? {}),
    { parts: context, today },
  );
  return found.n === 0 ? {} : { research: { stage: first.name, ...rounded(found) } };
}

function answers({ entries, asOf, period }: GoalsInput): GoalsReport {
  const counts = replies(entries, { asOf, ...period });
  return counts.all === 0 ? {} : { replies: counts };
}

function inTime(input: GoalsInput, { deadline, delivery }: GoalFields): GoalsReport {
  if (deadline === undefined || delivery === undefined) return {};
  const { pipeline, paths, period } = input;
  const deadlines = textsOf(input, deadline.id) as ReadonlyMap<string, Day>;
  const counts = deliveries(pipeline, paths, { ...period, stage: delivery.id, deadlines });
  if (counts.inTime + counts.late + counts.pending === 0) return {};
  return { deliveries: { stage: delivery.name, ...rounded(counts) } };
}

function satisfaction({ pipeline, paths, values, period }: GoalsInput, fields: GoalFields): GoalsReport {
  const id = fields.satisfaction?.id;
  if (id === undefined) return {};
  const { fate } = closingsOf(pipeline, paths, period);
  const won = paths.recordIds.filter((_, record) => fate[record] === CLOSED_WON);
  const marks = satisfactions(won.map((record) => values?.get(record)?.[id]));
  return marks.n === 0 ? {} : { satisfaction: rounded(marks) };
}

function touched({ paths, entries, asOf }: GoalsInput, { loop }: GoalFields): GoalsReport {
  if (loop === undefined) return {};
  const coverage = coverages(paths, { stage: loop.id, touches: touchesOf(entries, asOf) });
  if (coverage.n === 0) return {};
  return { touched: { stage: loop.name, days: MONTH_DAYS, ...rounded(coverage) } };
}

function referred(input: GoalsInput, { referrer }: GoalFields): GoalsReport {
  if (referrer === undefined) return {};
  const { pipeline, paths, period } = input;
  const found = referrals(pipeline, paths, { ...period, referrers: textsOf(input, referrer.id) });
  return found.length === 0 ? {} : { referrals: found };
}

function lost({ pipeline, paths, period }: GoalsInput): GoalsReport {
  const found = losses(pipeline, paths, period);
  if (found.lost === 0) return {};
  const stages = found.stages.map(({ stage, ...counts }) => ({
    ...(stage === undefined ? {} : { stage: nameOf(pipeline, stage) }),
    ...rounded(counts),
  }));
  return { losses: { ...rounded(found), stages } };
}

function told(input: GoalsInput, { wonReason, lostReason }: GoalFields): GoalsReport {
  const { pipeline, paths, period } = input;
  const found = (fate: "won" | "lost", id: string | undefined) =>
    id === undefined ? [] : reasons(pipeline, paths, { ...period, fate, told: textsOf(input, id) });
  const [wonReasons, lostReasons] = [found("won", wonReason?.id), found("lost", lostReason?.id)];
  return {
    ...(wonReasons.length === 0 ? {} : { wonReasons }),
    ...(lostReasons.length === 0 ? {} : { lostReasons }),
  };
}

function output({ pipeline, entries, asOf, rows, period }: GoalsInput): GoalsReport {
  const owners = new Map([...rows].map(([record, { owner }]) => [record, owner]));
  const found = weeklyOutputs(pipeline, entries, { ...period, asOf, owners });
  if (found.length === 0) return {};
  return {
    outputs: found.map((rep) => ({
      ...rounded(rep),
      bins: rep.bins.map((bin) => ({ ...rounded(bin), stage: nameOf(pipeline, bin.stage) })),
    })),
  };
}

function textsOf({ values }: GoalsInput, field: string): ReadonlyMap<string, string> {
  return new Map(
    [...(values ?? [])].flatMap(([record, held]) => {
      const value = held[field];
      return typeof value === "string" && value !== "" ? [[record, value] as const] : [];
    }),
  );
}

function nameOf({ stages }: GoalsInput["pipeline"], id: string): string {
  return stages.find((stage) => stage.id === id)?.name ?? id;
}
