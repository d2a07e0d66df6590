// Hours in which a message is not sent: it waits until they are over. They are told by the wall clock of the book, and
// may span midnight.

import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import type { Moment } from "../../value/moment.ts";

const HOURS = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/;

/**
 * Whether a moment lies in such hours; the first minute does, the last one does not.
 *
 * @example
 * isQuiet("20:00-08:00", parseMoment("2026-11-20T07:59:00+01:00")) //=> true
 * isQuiet("20:00-08:00", parseMoment("2026-11-20T08:00:00+01:00")) //=> false
 */
export function isQuiet(hours: string, now: Moment): boolean {
  const [, from = "", to = ""] = HOURS.exec(hours) ?? [];
  const time = now.slice(11, 16);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/**
 * The ids of entries whose messages wait at that moment, because their hours are quiet.
 *
 * @example
 * quietMessages([], { definition: fixtures.book, now: fixtures.run.now }).size //=> 0
 */
export function quietMessages(
  entries: readonly Entry[],
  { definition, now }: { readonly definition: Definition; readonly now: Moment },
): ReadonlySet<string> {
  const quiet = new Set<string>();
  for (const { id, messages } of definition.pipelines) {
    for (const { id: message, quietHours } of messages) {
      if (quietHours !== undefined && isQuiet(quietHours, now)) quiet.add(`${id} ${message}`);
    }
  }
  if (quiet.size === 0) return quiet;
  const pipelines = new Map(definition.boards.map(({ id, pipeline }) => [id, pipeline]));
  const isWaiting = ({ kind, board, data }: Entry) =>
    kind === "message" && quiet.has(`${pipelines.get(board)} ${data["message"]}`);
  return new Set(entries.filter(isWaiting).map(({ id }) => id));
}
