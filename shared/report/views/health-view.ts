// How a book is doing: what is wrong in it, by cell, what waits to be taken into the history, and what its host knows of
// it: whether reminders are on and whose they are, when the book was last looked at, how many mails may still be sent.

import { checkedBook } from "../../engine/checked-book.ts";
import type { Run } from "../../engine/run.ts";
import { rulesInForce } from "../../engine/setup/rules-in-force.ts";
import { readLog } from "../../log/log-tab.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import type { Problem } from "../../table/problem.ts";
import type { Tables } from "../../table/table.ts";
import { instantMs, type Moment } from "../../value/moment.ts";
import { countWords, numberWords, waitWords } from "../number-words.ts";

/** What a host knows of a book. */
export interface HostFacts {
  readonly reminders:
    | { readonly state: "off" }
    | { readonly state: "on"; readonly owner: string; readonly isMine: boolean };
  /** When reminders last ran. */
  readonly lastLook?: Moment;
  /** How many mails may still be sent today. */
  readonly mailsLeft?: number;
}

export interface HealthLine {
  readonly label: string;
  readonly value: string;
  /** What would change it, where it may not be meant so; as it stands in the menu. */
  readonly way?: string;
}

export interface HealthView {
  readonly isWell: boolean;
  /** The whole in a sentence. */
  readonly headline: string;
  readonly practice: boolean;
  readonly lines: readonly HealthLine[];
  readonly problems: readonly Problem[];
  /** Problems that were left out. */
  readonly moreProblems: number;
  /** What is not wrong, and may not be what its owner thinks. */
  readonly advice: readonly Problem[];
}

/** Whoever has more to mend begins with these. */
const MOST_PROBLEMS = 100;
const DAY_MS = 86_400_000;

/**
 * The state of a book; nothing is written.
 *
 * @throws {StagelineError} `usage`, when the book has no boards; `log`, when its history has lost a column
 * @example
 * healthView(fixtures.bookTables, fixtures.run, { reminders: { state: "off" } }).lines.map(({ label }) => label)
 * //=> ["Mode", "Reminders", "Records", "History", "Waiting"]
 */
export function healthView(tables: Tables, run: Run, facts: HostFacts): HealthView {
  const { problems, advice, waiting } = checkedBook(tables, run);
  const log = readLog(tables).entries;
  const { practice } = rulesInForce(tables, log, run.zone.name).definition;
  const records = [...replay(log).values()].filter(isHere).length;
  return {
    isWell: problems.length === 0,
    headline: headlineOf(problems.length, advice.length),
    practice,
    lines: [
      practice
        ? {
            label: "Mode",
            value: "practice: it warns, puts nothing back, and every message waits for you",
            way: "Stageline > Practice or live > Live",
          }
        : { label: "Mode", value: "live" },
      ...hostLines(facts, run.now),
      { label: "Records", value: numberWords(records) },
      { label: "History", value: countWords(log.length, "entry") },
      { label: "Waiting", value: waitingWords(waiting) },
    ],
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
    advice,
  };
}

function isHere({ removed }: RecordState): boolean {
  return !removed;
}

function headlineOf(problems: number, advice: number): string {
  if (problems > 0) return `${countWords(problems, "thing")} to put right`;
  return advice > 0 ? "Nothing is wrong; some things are worth a look" : "Nothing is wrong";
}

function hostLines({ reminders, lastLook, mailsLeft }: HostFacts, now: Moment): readonly HealthLine[] {
  return [
    remindersLine(reminders),
    ...(lastLook === undefined
      ? []
      : [{ label: "Last look", value: `${waitWords(daysSince(lastLook, now))} ago` }]),
    ...(mailsLeft === undefined ? [] : [{ label: "E-mails today", value: mailsWords(mailsLeft) }]),
  ];
}

// The head keeps a moment of whichever zone: what is told is how long it really is ago.
function daysSince(lastLook: Moment, now: Moment): number {
  return Math.max(0.01, (instantMs(now) - instantMs(lastLook)) / DAY_MS);
}

function remindersLine(reminders: HostFacts["reminders"]): HealthLine {
  const label = "Reminders";
  if (reminders.state === "on")
    return { label, value: `on, by ${reminders.isMine ? "you" : reminders.owner}` };
  const value = "off: deadlines and follow-ups act only when somebody edits the sheet";
  return { label, value, way: "Stageline > Reminders > On" };
}

function mailsWords(left: number): string {
  if (left > 0) return `${numberWords(left)} more can go out today`;
  return "none can go out today any more; what waits goes tomorrow";
}

function waitingWords(count: number): string {
  return count === 0 ? "nothing: every change is in the history" : `${countWords(count, "change")} of people`;
}
