// How often and how fast replies are answered: from the first reply that nobody answered yet to the next thing that we
// do towards the other side. What still waits counts as "longer than this", or whoever answers the easy ones only would
// look quick. A reply that its record's closing settled asks for no answer: a no that lost it, and whatever won it.

import { isReply, isTouch } from "../definition/activity.ts";
import type { Pipeline } from "../definition/pipeline.ts";
import { type Entry, isPathEntry } from "../log/entry.ts";
import { type Period, windowOf } from "../log/period.ts";
import { settledEntries } from "../log/settled-entries.ts";
import { timeFinished } from "../statistics/kaplan-meier.ts";
import { compareMoments, type Moment, wallMs } from "../value/moment.ts";
import type { WorkingCalendar } from "../value/working-calendar.ts";
import { workingHoursBetween } from "../value/working-time.ts";

/** A reply and how long it waited, in hours of working days. */
export interface AnswerWait {
  readonly record: string;
  /** Wall clock of the reply. */
  readonly sinceWallMs: number;
  readonly hours: number;
  /** Whether we answered; else it waits still, or its record was lost meanwhile. */
  readonly isAnswered: boolean;
}

export interface Answers {
  /** Replies that asked for an answer. */
  readonly replies: number;
  readonly answered: number;
  /** Hours of working days by which half are answered; absent while the curve has not come so far. */
  readonly medianHours?: number;
}

/**
 * The waits of all replies of a board by as of, in the order of its records. `entries` are all of the board's, in any order.
 *
 * Source: METRICS, "Stage goals": speed of our answers (house rule).
 *
 * @example
 * answerWaits(fixtures.offers, [fixtures.entry], { asOf: fixtures.run.now, calendar: { workingDays: [1], holidays: [] } }) //=> []
 */
export function answerWaits(
  pipeline: Pipeline,
  entries: Iterable<Entry>,
  { asOf, calendar }: { readonly asOf: Moment; readonly calendar: WorkingCalendar },
): readonly AnswerWait[] {
  const isWanted = (kind: Entry["kind"]) => isTouch(kind) || isPathEntry(kind) || kind === "removed";
  const kinds = new Map(pipeline.stages.map(({ id, kind }) => [id, kind]));
  const waits: AnswerWait[] = [];
  const open = new Map<string, Entry>();
  const end = ({ record, at: since }: Entry, at: Moment, isAnswered: boolean) => {
    open.delete(record);
    const hours = workingHoursBetween(calendar, since, at);
    waits.push({ record, sinceWallMs: wallMs(since), hours, isAnswered });
  };
  const seen = new Set<string>();
  for (const entry of [...settledEntries(entries, { isWanted, asOf })].sort(compareEvents)) {
    // Two runs at once may have told one fact, each at its own time: the first counts.
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    const waiting = open.get(entry.record);
    if (isReply(entry.kind)) {
      // The last word counts: a no after a yes is a no.
      open.set(entry.record, waiting === undefined ? entry : { ...entry, at: waiting.at });
    } else if (waiting === undefined) continue;
    else if (isTouch(entry.kind)) end(waiting, entry.at, true);
    else if (entry.kind === "removed") open.delete(entry.record);
    else if (kinds.get(entry.to ?? "") === "lost" && waiting.kind !== "reply-no")
      end(waiting, entry.at, false);
    else if (isSettling(kinds.get(entry.to ?? ""))) open.delete(entry.record);
  }
  for (const waiting of open.values()) end(waiting, asOf, false);
  return waits;
}

/**
 * What waits come to; with a period, of the replies that came in it.
 *
 * Source: METRICS, "Stage goals" (house rule); Kaplan & Meier (1958).
 *
 * @example
 * answers([{ record: "r1", sinceWallMs: 0, hours: 5, isAnswered: true }]) //=> { replies: 1, answered: 1, medianHours: 5 }
 */
export function answers(waits: readonly AnswerWait[], period: Period = {}): Answers {
  const { startWallMs, endWallMs } = windowOf(period);
  const within = waits.filter(({ sinceWallMs: since }) => since >= startWallMs && since < endWallMs);
  const finished = hoursOf(within.filter(({ isAnswered }) => isAnswered));
  const waiting = hoursOf(within.filter(({ isAnswered }) => !isAnswered));
  const medianHours = timeFinished({ finished, open: waiting }, 0.5);
  return {
    replies: within.length,
    answered: finished.length,
    ...(medianHours === undefined ? {} : { medianHours }),
  };
}

function hoursOf(waits: readonly AnswerWait[]): Float64Array {
  return Float64Array.from(waits, ({ hours }) => hours).sort();
}

function isSettling(kind: Pipeline["stages"][number]["kind"] | undefined): boolean {
  return kind === "won" || kind === "lost" || kind === "avoid";
}

// Of one moment, the reply comes first: whoever logs a call and its yes at once has answered. A move comes last.
function compareEvents(left: Entry, right: Entry): number {
  return compareMoments(left.at, right.at) || rankOf(left) - rankOf(right);
}

function rankOf({ kind }: Entry): number {
  return isReply(kind) ? 0 : isTouch(kind) ? 1 : 2;
}
