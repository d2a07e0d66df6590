// A board at as of, read once for all parts of its report: the present stays with their rows. A record whose row is
// gone, or has no name yet, is told by what is known of it.

import type { Pipeline } from "../definition/pipeline.ts";
import { calendarOf } from "../engine/run.ts";
import type { Entry } from "../log/entry.ts";
import type { Paths } from "../log/paths.ts";
import { type Touches, touchesOf } from "../log/touches.ts";
import { durations } from "../metrics/durations.ts";
import { type PresentStay, presentStays } from "../metrics/present-stays.ts";
import type { Day } from "../value/day.ts";
import { dayOf, daysElapsed, type Moment } from "../value/moment.ts";
import { isTooFew } from "./number-words.ts";
import type { RecordRow } from "./record-row.ts";

export interface BoardStateInput {
  readonly pipeline: Pipeline;
  readonly paths: Paths;
  /** The log of the board, in any order. */
  readonly entries: readonly Entry[];
  readonly asOf: Moment;
  /** Record id → what its row holds now. */
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly holidays?: readonly Day[];
}

/** The present stay of a record and its row. */
export interface Held extends PresentStay {
  readonly row: RecordRow;
  readonly isStuck: boolean;
  /** The reply that waits for our answer; what was asked before a record was won is settled by winning it. */
  readonly unansweredSince?: Moment;
}

export interface BoardState {
  readonly today: Day;
  /** Neither lost nor to be avoided; the longest in their stage first. */
  readonly held: readonly Held[];
}

/** One record in a list: a program finds it by its id, a person by its name. */
export interface RecordReport {
  readonly record: string;
  readonly name: string;
  /** Empty where nobody owns it. */
  readonly owner: string;
  readonly stage: string;
  /** Days in the stage, whole ones. */
  readonly days: number;
}

const NO_ROW: RecordRow = { name: "", owner: "", nextStep: "" };

/**
 * What stands on the board.
 *
 * Stuck is a record beyond the limit of its stage, or one that went stale.
 *
 * @example
 * boardState({ ...fixtures.boardInput, entries: [] }).held[0]?.stage.name //=> "Offer"
 */
export function boardState(input: BoardStateInput): BoardState {
  const { pipeline, paths, entries, asOf, rows, holidays = [] } = input;
  const touches = touchesOf(entries, asOf);
  const usual = durations(pipeline, paths).flatMap(({ stage, latest: { p80Days, n } }) =>
    p80Days === undefined || isTooFew(n) ? [] : [[stage, p80Days] as const],
  );
  const planned = [...rows].flatMap(([record, { nextStepOn }]) =>
    nextStepOn === undefined ? [] : [[record, nextStepOn] as const],
  );
  const stays = presentStays(pipeline, paths, {
    calendar: calendarOf({ holidays }, pipeline),
    usualDays: new Map(usual),
    touches,
    planned: new Map(planned),
  });
  return {
    today: dayOf(asOf),
    held: stays.map((stay) => ({
      ...stay,
      row: rows.get(stay.record) ?? NO_ROW,
      isStuck: stay.overDays > 0 || stay.isStale,
      ...unanswered(stay, { asOf, touches }),
    })),
  };
}

function unanswered(
  { record, wonDays = Infinity }: PresentStay,
  { asOf, touches }: { readonly asOf: Moment; readonly touches: ReadonlyMap<string, Touches> },
): Pick<Held, "unansweredSince"> {
  const since = touches.get(record)?.unansweredSince;
  return since === undefined || daysElapsed(since, asOf) > wonDays ? {} : { unansweredSince: since };
}

/**
 * A record as lists tell it.
 *
 * @example
 * recordReport({ record: "r1", stage: { name: "Offer" }, days: 3.7, row: { name: "Ada", owner: "Bo" } })
 * //=> { record: "r1", name: "Ada", owner: "Bo", stage: "Offer", days: 3 }
 */
export function recordReport({ record, stage, days, row }: Held): RecordReport {
  return { record, name: row.name, owner: row.owner, stage: stage.name, days: Math.floor(days) };
}
