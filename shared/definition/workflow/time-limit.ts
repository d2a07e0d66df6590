// How long a step waits, in words: "5 working days", "48 hours", "2 weeks", "5 days after Answer due on". It counts
// from the beginning of the step, unless another step or a day is named.

import { unquotedName } from "../cell-words.ts";
import { MOST_LIMIT_DAYS } from "../pipeline.ts";
import type { TimeUnit } from "../rule.ts";
import type { TimeLimit } from "./step.ts";

const LIMIT = /^(\d+)\s+(?:(working|business)\s+)?(hour|day|week)s?(?:\s+after\s+(.+))?$/i;
const DAYS_OF_A_WEEK = 7;

/**
 * The limit that a cell names; `undefined` where it names none.
 *
 * @example
 * limitFromText("2 weeks") //=> { amount: 14, unit: "days" }
 * limitFromText("soon") //=> undefined
 */
export function limitFromText(text: string): TimeLimit | undefined {
  const [, count = "", working, word = "", after] = LIMIT.exec(text) ?? [];
  const isWeek = /^week$/i.test(word);
  const amount = Number(count) * (isWeek ? DAYS_OF_A_WEEK : 1);
  const fits = amount >= 1 && amount <= MOST_LIMIT_DAYS;
  if (!fits || (working !== undefined && !/^day$/i.test(word))) return undefined;
  const unit: TimeUnit = working !== undefined ? "working days" : /^hour$/i.test(word) ? "hours" : "days";
  return { amount, unit, ...(after === undefined ? {} : { after: unquotedName(after) }) };
}

/**
 * The limit in words.
 *
 * @example
 * textFromLimit({ amount: 1, unit: "working days" }) //=> "1 working day"
 */
export function textFromLimit({ amount, unit, after }: TimeLimit): string {
  const time = `${amount} ${amount === 1 ? unit.replace(/s$/, "") : unit}`;
  return after === undefined ? time : `${time} after ${after}`;
}
