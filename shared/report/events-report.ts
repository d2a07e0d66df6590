// The events of a board: what is still open before each that is booked, what it takes, and what the months take. Two
// that hold the same date and room are told of each other, booked or not. An event whose day is over asks nothing more.

import type { Milestone, Pipeline } from "../definition/pipeline.ts";
import { type FlaggableRecord, sameFlags } from "../engine/board/same-flags.ts";
import { openMilestonesOf } from "../engine/rules/open-milestones.ts";
import { achievementsOf } from "../log/achievements.ts";
import { stageNow } from "../log/paths.ts";
import { type EventLoad, type EventMonth, eventMonths } from "../metrics/event-months.ts";
import { milestones } from "../metrics/milestones.ts";
import { type Day, dayFromText } from "../value/day.ts";
import { type MoneySum, moneySums } from "../value/money-sums.ts";
import type { BoardStateInput } from "./board-state.ts";
import { type EventFields, eventFieldsOf } from "./event-fields.ts";
import type { GoalsInput } from "./goals-report.ts";

export interface EventsReport {
  /** Booked and still to come, the nearest first. */
  readonly upcoming: readonly EventReport[];
  /** Booked, and over by now, the latest first: what each took. */
  readonly over: readonly EventReport[];
  /** Still to come, booked or not, and the same as another one in all that should differ; the nearest first. */
  readonly same: readonly SameReport[];
  /** Of all that were or are booked, the earliest first. */
  readonly months: readonly EventMonth[];
}

export interface EventReport {
  readonly record: string;
  readonly name: string;
  /** Empty where nobody owns it. */
  readonly owner: string;
  readonly stage: string;
  readonly on: Day;
  /** Names of the milestones that it has still before it; absent once it is over, and where the pipeline has none. */
  readonly open?: readonly string[];
  /** People that it needs. */
  readonly staff?: number;
  /** One sum for each currency. */
  readonly costs: readonly MoneySum[];
}

export interface SameReport {
  readonly record: string;
  readonly name: string;
  readonly on: Day;
  /** Such as 'the same Event on and Room as "Jazz"'. */
  readonly told: string;
}

/**
 * The events of a board; `undefined` where its pipeline is not one of events, or none has a day.
 *
 * @example
 * eventsReport({ ...fixtures.boardInput, today: parseDay("2026-04-11") }) //=> undefined
 */
export function eventsReport(
  input: BoardStateInput & Pick<GoalsInput, "values" | "today">,
): EventsReport | undefined {
  const fields = eventFieldsOf(input.pipeline);
  if (fields === undefined) return undefined;
  const events = eventsOf(input, fields).sort((left, right) => (left.on < right.on ? -1 : 1));
  const isToCome = ({ on }: StandingEvent) => on >= input.today;
  const booked = events.filter(({ stage }) => stage.kind === "won");
  const same = sameFlags(input.pipeline, events.map(flaggableOf));
  if (events.length === 0) return undefined;
  return {
    upcoming: booked.filter(isToCome).map((event) => ({
      ...eventReport(input, event),
      ...(input.pipeline.milestones.length === 0 ? {} : { open: openNames(input, event) }),
    })),
    over: booked
      .filter((event) => !isToCome(event))
      .map((event) => eventReport(input, event))
      .reverse(),
    same: events.filter(isToCome).flatMap(({ record, name, on }) => {
      const told = same.get(record);
      return told === undefined ? [] : [{ record, name, on, told }];
    }),
    months: eventMonths(booked.map(({ on, ...load }) => ({ day: on, ...load }))),
  };
}

interface StandingEvent extends Omit<EventLoad, "day"> {
  readonly record: string;
  readonly name: string;
  readonly stage: Pipeline["stages"][number];
  readonly on: Day;
  readonly values: FlaggableRecord["values"];
  /** Ids of the milestones that its history lacks. */
  readonly unreached: ReadonlySet<string>;
}

function eventsOf(
  { pipeline, paths, entries, asOf, rows, values }: BoardStateInput & Pick<GoalsInput, "values">,
  fields: EventFields,
): StandingEvent[] {
  const logged = achievementsOf(entries, asOf);
  const scores = new Map(
    milestones(pipeline, paths, { logged, periods: new Map() }).map(({ record, open }) => [record, open]),
  );
  return paths.recordIds.flatMap((record, number): readonly StandingEvent[] => {
    const stage = pipeline.stages.find(({ id }) => id === paths.stageIds[stageNow(paths, number)]);
    const held = values?.get(record) ?? {};
    const day = held[fields.day.id];
    const on = typeof day === "string" ? dayFromText(day) : undefined;
    if (stage === undefined || on === undefined) return [];
    const name = rows.get(record)?.name ?? "";
    const unreached = new Set(scores.get(record) ?? []);
    return [{ record, name, stage, on, values: held, unreached, ...loadOf(fields, held) }];
  });
}

function loadOf({ staff, costs }: EventFields, values: StandingEvent["values"]): Omit<EventLoad, "day"> {
  const needed = values[staff?.id ?? ""];
  return {
    ...(typeof needed === "number" ? { staff: needed } : {}),
    costs: costs.flatMap(({ id, name }) => {
      const amount = values[id];
      return typeof amount === "object" ? [{ field: name, ...amount }] : [];
    }),
  };
}

function eventReport({ rows }: BoardStateInput, event: StandingEvent): EventReport {
  const { record, name, stage, on, staff, costs } = event;
  return {
    ...{ record, name, owner: rows.get(record)?.owner ?? "", stage: stage.name, on },
    ...(staff === undefined ? {} : { staff }),
    costs: moneySums(costs.map(({ amountMinor, currency }) => ({ amountMinor, currency }))),
  };
}

function openNames({ pipeline }: BoardStateInput, { values, unreached }: StandingEvent): readonly string[] {
  const hasReached = ({ id }: Milestone) => !unreached.has(id);
  return openMilestonesOf(pipeline, { values, hasReached }).map((milestone) => milestone.name);
}

function flaggableOf({ record, name, stage, values }: StandingEvent): FlaggableRecord {
  return { record, name, stage: stage.id, values };
}
