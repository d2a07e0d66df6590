// The words of "Starts when", looked up rather than taken apart: every phrase that could stand there for these steps
// is known beforehand, so that a step may be called "Answer to customer" and no word in it is mistaken.

import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { splitOutsideQuotes, unquotedName } from "../cell-words.ts";
import type { Step } from "./step.ts";

/** Names that a message lists. */
const MOST_SHOWN = 20;

/** What a step may start after: another step, or one of its answers. */
export interface Cause {
  readonly from: Step;
  /** Absent: as soon as it is done. */
  readonly answer?: string;
}

/** Every phrase that names a cause, by its key. */
export type StartPhrases = ReadonlyMap<string, Cause>;

/** What a cell says: whether the workflow begins here, what it starts after, and what is wrong. */
export interface Starts {
  readonly isStart: boolean;
  readonly causes: readonly Cause[];
  readonly faults: readonly string[];
}

/**
 * The phrases that "Starts when" may hold for these steps.
 *
 * @example
 * startPhrases([]).size //=> 0
 */
export function startPhrases(steps: readonly Step[]): StartPhrases {
  const phrases = new Map<string, Cause>();
  const add = (phrase: string, cause: Cause) => {
    if (!phrases.has(nameKey(phrase))) phrases.set(nameKey(phrase), cause);
  };
  for (const from of steps) add(afterPhrase(from.name), { from });
  for (const from of steps) {
    for (const { name } of from.answers) {
      for (const phrase of answerPhrases(from.name, name)) add(phrase, { from, answer: name });
    }
  }
  return phrases;
}

/**
 * What a cell of "Starts when" says; several starts are parted by ";" or "or".
 *
 * @example
 * startsFromText("start", new Map()) //=> { isStart: true, causes: [], faults: [] }
 */
export function startsFromText(text: string, phrases: StartPhrases): Starts {
  const whole = phrases.get(nameKey(text));
  if (whole !== undefined) return { isStart: false, causes: [whole], faults: [] };
  const parts = splitOutsideQuotes(text, /^(?:;|\s+or\s+)/i).filter((part) => part !== "");
  const read = parts.map((part) => ({ part, cause: phrases.get(keyOf(part)) }));
  const others = read.filter(({ cause }) => cause === undefined).map(({ part }) => part);
  return {
    isStart: others.some(isStartWord),
    causes: read.flatMap(({ cause }) => cause ?? []),
    faults: others.filter((part) => !isStartWord(part)).map((part) => faultOf(part, phrases)),
  };
}

function afterPhrase(step: string): string {
  return `after ${step}`;
}

function answerPhrases(step: string, answer: string): readonly string[] {
  return [
    `${answer} to ${step}`,
    `${answer} of ${step}`,
    `answer ${answer} to ${step}`,
    `answer ${answer} of ${step}`,
  ];
}

function isStartWord(part: string): boolean {
  return nameKey(part) === "start";
}

// Quotes may stand around the whole phrase, or around the names in it.
function keyOf(part: string): string {
  return nameKey(
    unquotedName(part).replace(/"((?:[^"]|"")*)"/g, (quotedText: string) => unquotedName(quotedText)),
  );
}

function faultOf(part: string, phrases: StartPhrases): string {
  const asked = stepAsked(part, phrases);
  if (asked !== undefined && /^no answer /.test(keyOf(part))) {
    return `${quoted(part)} is said at ${quoted(asked.name)}: a time in "No answer within", and this step in "Then"`;
  }
  if (asked !== undefined && asked.answers.length > 0) {
    const answers = asked.answers.map(({ name }) => name).join(", ");
    return `${quoted(part)} is none of the answers to ${quoted(asked.name)}, which are ${answers}`;
  }
  return `${quoted(part)} names no start; write "start", "after <step>" or "<answer> to <step>"; the steps are ${namesIn(phrases)}`;
}

// The step behind one of the words "to" and "of".
function stepAsked(part: string, phrases: StartPhrases): Step | undefined {
  const words = keyOf(part).split(" ");
  for (const [index, word] of words.entries()) {
    if (word !== "to" && word !== "of") continue;
    const cause = phrases.get(nameKey(afterPhrase(words.slice(index + 1).join(" "))));
    if (cause !== undefined) return cause.from;
  }
  return undefined;
}

function namesIn(phrases: StartPhrases): string {
  const names: string[] = [];
  for (const { from, answer } of phrases.values()) {
    if (answer !== undefined) break; // the phrases of the steps come first
    if (names.length === MOST_SHOWN) return `${names.join(", ")}, …`;
    names.push(from.name);
  }
  return names.join(", ");
}
