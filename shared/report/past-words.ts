// What happened lately in sentences, each number beside how far it is from the period before. Small numbers go up and
// down by themselves, so nothing is called better or worse.

import type { Flow } from "../metrics/flows.ts";
import { addDays } from "../value/day.ts";
import { outcomeSentence } from "./board-sentences.ts";
import type { BoardReport } from "./book-report.ts";
import { countWords, dayWords, numberWords } from "./number-words.ts";
import type { FlowReport } from "./past-report.ts";
import { cycleSentence } from "./time-sentences.ts";

const WAYS: readonly (readonly [way: keyof Flow, words: string])[] = [
  ["entered", "entered"],
  ["movedOn", "moved on"],
  ["won", "won"],
  ["lost", "lost"],
];

/**
 * What happened in each period, beside the one before.
 *
 * @example
 * const flow = { entered: 3, movedOn: 4, won: 1, lost: 0 };
 * flowSentences({ past: [{ from: parseDay("2026-11-14"), days: 7, ...flow, before: { ...flow, entered: 5 } }] })
 * //=> ["Last 7 days: 3 entered (2 fewer than in the 7 before), 4 moved on (as many), 1 won (as many), 0 lost (as many)"]
 */
export function flowSentences({ past, from, to }: BoardReport): readonly string[] {
  const isAsked = from !== undefined || to !== undefined;
  return past.map((flow) => flowSentence(flow, isAsked ? spanWords(flow) : lastDaysWords(flow)));
}

/**
 * How many were won and lost, and how long a win takes.
 *
 * @example
 * closingSentences({ noun: "deal", outcomes: { won: 0, lost: 0 } })
 * //=> ["Nothing is closed yet: no deal has been won or lost"]
 */
export function closingSentences(board: BoardReport): readonly string[] {
  const cycle = cycleSentence(board);
  return [outcomeSentence(board), ...(cycle === undefined ? [] : [cycle])];
}

function flowSentence(flow: FlowReport, span: string): string {
  if (WAYS.every(([way]) => flow[way] === 0 && flow.before[way] === 0))
    return `${span}: nothing happened, nor in the ${numberWords(flow.days)} before`;
  const told = WAYS.map(([way, words], index) => {
    const than = index === 0 ? ` than in the ${numberWords(flow.days)} before` : "";
    return `${numberWords(flow[way])} ${words} (${differenceWords(flow[way] - flow.before[way], than)})`;
  });
  return `${span}: ${told.join(", ")}`;
}

function differenceWords(difference: number, than: string): string {
  if (difference === 0) return `as many${than.replace("than", "as")}`;
  return `${numberWords(Math.abs(difference))} ${difference > 0 ? "more" : "fewer"}${than}`;
}

function lastDaysWords({ days }: FlowReport): string {
  return `Last ${countWords(days, "day")}`;
}

function spanWords({ from, days }: FlowReport): string {
  return days === 1 ? dayWords(from) : `${dayWords(from)} to ${dayWords(addDays(from, days - 1))}`;
}
