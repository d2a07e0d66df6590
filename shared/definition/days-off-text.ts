// Days off as people type or paste them: one in a line, with what it is called behind or before it; or several in a line,
// parted by commas. A line that names no day is told, and nothing is guessed.

import { dayFromTypedText } from "../table/day-text.ts";
import { quoted } from "../table/shown-cell.ts";
import type { Day } from "../value/day.ts";

/** A day on which nobody works, and what it is called; empty where nobody said. */
export interface DayOff {
  readonly day: Day;
  readonly what: string;
}

export interface DaysOffReading {
  /** In their order, each day once. */
  readonly daysOff: readonly DayOff[];
  /** Of each line that names no day, a sentence. */
  readonly faults: readonly string[];
}

/** What stands between a day and its name. */
const BETWEEN = /^[\s,;:–—-]+|[\s,;:–—-]+$/g;
const MOST_LINES = 500;

/**
 * The days that a text names.
 *
 * @example
 * daysOffFromText("2026-12-25 Christmas\nEaster Monday, 6 April 2026").daysOff
 * //=> [{ day: "2026-12-25", what: "Christmas" }, { day: "2026-04-06", what: "Easter Monday" }]
 */
export function daysOffFromText(text: string): DaysOffReading {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const read = lines.slice(0, MOST_LINES).map((line) => ({ line, days: daysIn(line) }));
  const found = read.flatMap(({ days }) => days);
  const missed = read.filter(({ days }) => days.length === 0);
  const more = lines.length > MOST_LINES ? [`${lines.length} lines are more than ${MOST_LINES}`] : [];
  return {
    daysOff: [...new Map([...found].reverse().map((each) => [each.day, each])).values()].reverse(),
    faults: [
      ...missed.map(({ line }) => `${quoted(line.trim())} names no day; write it as 2026-12-25`),
      ...more,
    ],
  };
}

function daysIn(line: string): readonly DayOff[] {
  const several = daysBetweenCommas(line);
  if (several.length > 0) return several;
  const words = line.trim().split(/\s+/);
  const whole = dayFromTypedText(line);
  if (whole !== undefined) return [{ day: whole, what: "" }];
  // The shortest that is a day: the weekday before it may be a part of the name, as in "Easter Monday, 6 April 2026".
  for (let length = 1; length < words.length; length++) {
    const others = words.length - length;
    const atFront = dayFromTypedText(plain(words.slice(0, length)));
    if (atFront !== undefined) return [{ day: atFront, what: plain(words.slice(length)) }];
    const atBack = dayFromTypedText(plain(words.slice(others)));
    if (atBack !== undefined) return [{ day: atBack, what: plain(words.slice(0, others)) }];
  }
  return [];
}

function daysBetweenCommas(line: string): readonly DayOff[] {
  const days = line.split(/[,;]/).map((part) => dayFromTypedText(part));
  const found = days.flatMap((day) => (day === undefined ? [] : [{ day, what: "" }]));
  return days.length > 1 && found.length === days.length ? found : [];
}

function plain(words: readonly string[]): string {
  return words.join(" ").replace(BETWEEN, "");
}
