// Hours in which a message is not sent, as people write them and as the definition keeps them: "20:00-08:00".

import { nameKey } from "../table/cell.ts";
import { timeFromText } from "../table/time-text.ts";

/**
 * The hours that a text means; `undefined` where it means none.
 *
 * @example
 * quietHoursFromText("20:00 to 8:00") //=> "20:00-08:00"
 * quietHoursFromText("at night") //=> undefined
 */
export function quietHoursFromText(text: string): string | undefined {
  const parts = nameKey(text).split(/\s*(?:-|\u2013|\u2014|\bto\b|\buntil\b)\s*/);
  const [from, to] = parts.map(timeOfDay);
  const isSpan = parts.length === 2 && from !== undefined && to !== undefined && from !== to;
  return isSpan ? `${from}-${to}` : undefined;
}

// "20" is an hour, too.
function timeOfDay(text: string): string | undefined {
  return timeFromText(/^\d{1,2}$/.test(text) ? `${text}:00` : text);
}
