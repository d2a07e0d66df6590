// What stands on a board now and wants somebody: answers that the other side waits for, records that are stuck,
// records that nobody owns; and where all of them stand, with what they are worth. Sums are told per currency.

import type { Pipeline, StageKind } from "../definition/pipeline.ts";
import { daysElapsed, type Moment } from "../value/moment.ts";
import { type MoneySum, moneySums } from "../value/money-sums.ts";
import { type BoardState, type Held, type RecordReport, recordReport } from "./board-state.ts";
import { rounded } from "./rounded.ts";

export interface PresentReport {
  /** Records in open stages. */
  readonly open: number;
  /** The longest waiting first. */
  readonly unanswered: readonly UnansweredReport[];
  /** The longest in their stage first. */
  readonly stuck: readonly StuckReport[];
  /** Open records without an owner, the longest in their stage first. */
  readonly unassigned: readonly RecordReport[];
  /** Stages in which records stand that are neither lost nor to be avoided, in the order of the pipeline. */
  readonly stages: readonly StandingReport[];
  /** Name of the field that says what a record is worth; absent where the board has none. */
  readonly valueField?: string;
}

/** A record whose reply we have not answered. */
export interface UnansweredReport extends RecordReport {
  readonly since: Moment;
  /** Days since then, with their fraction. */
  readonly waits: number;
}

/** A record beyond its limit, or one with which nobody was in touch for too long. */
export interface StuckReport extends RecordReport {
  /** Working days beyond the limit of the stage; 0 where it has none or is in time. */
  readonly overDays: number;
  /** Nobody was in touch for longer than the stage allows, and no next step is planned. */
  readonly stale: boolean;
  readonly nextStep: string;
  readonly nextStepOn?: string;
}

export interface StandingReport {
  readonly stage: string;
  readonly kind: StageKind;
  readonly now: number;
  readonly overLimit: number;
  readonly stuck: number;
  /** One sum for each currency. */
  readonly value: readonly MoneySum[];
}

/**
 * The present of a board at `asOf`.
 *
 * @example
 * presentReport(fixtures.offers, fixtures.boardState, { asOf: fixtures.asOf }).open //=> 1
 */
export function presentReport(
  pipeline: Pipeline,
  state: BoardState,
  { asOf, valueField }: { readonly asOf: Moment; readonly valueField?: string | undefined },
): PresentReport {
  const { held } = state;
  const open = held.filter(({ stage }) => stage.kind === "open");
  return {
    open: open.length,
    unanswered: unanswered(state, asOf),
    stuck: held.filter(({ isStuck }) => isStuck).map(stuckReport),
    unassigned: open.filter(({ row }) => row.owner === "").map(recordReport),
    stages: pipeline.stages.flatMap(({ id }) => standing(held.filter(({ stage }) => stage.id === id))),
    ...(valueField === undefined ? {} : { valueField }),
  };
}

function unanswered({ held }: BoardState, asOf: Moment): readonly UnansweredReport[] {
  const waiting = held.flatMap((one) => {
    const { unansweredSince: since } = one;
    if (since === undefined) return [];
    return [{ ...recordReport(one), since, ...rounded({ waits: daysElapsed(since, asOf) }) }];
  });
  return waiting.sort((left, right) => right.waits - left.waits);
}

function stuckReport(one: Held): StuckReport {
  const { overDays, isStale, row } = one;
  return {
    ...recordReport(one),
    overDays,
    stale: isStale,
    nextStep: row.nextStep,
    ...(row.nextStepOn === undefined ? {} : { nextStepOn: row.nextStepOn }),
  };
}

function standing(held: readonly Held[]): readonly StandingReport[] {
  const stage = held[0]?.stage;
  if (stage === undefined) return [];
  return [
    {
      stage: stage.name,
      kind: stage.kind,
      now: held.length,
      overLimit: held.filter(({ overDays }) => overDays > 0).length,
      stuck: held.filter(({ isStuck }) => isStuck).length,
      value: moneySums(held.flatMap(({ row }) => row.value ?? [])),
    },
  ];
}
