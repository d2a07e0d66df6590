// The words of a daily digest: what is new or due for one person, most urgent first, on plain lines that read as well in
// a mail program as on a phone. What is somebody else's says whose it is.

import type { Person } from "../../definition/pipeline.ts";
import { nameKey } from "../../table/cell.ts";
import type { Day } from "../../value/day.ts";
import { dayInWords } from "../../value/day-words.ts";
import { countOf } from "../../value/noun.ts";
import { oneLine } from "../../value/safe-text.ts";
import type { Duty, DutyKind } from "./duties.ts";
import type { HandOff } from "./hand-offs.ts";

/** A record that will move by itself. */
export interface ComingLine {
  readonly board: string;
  readonly name: string;
  readonly stage: string;
  readonly owner: string;
  readonly sentence: string;
}

export interface DigestContent {
  readonly duties: readonly Duty[];
  readonly handOffs: readonly HandOff[];
  readonly coming: readonly ComingLine[];
}

/** A mail with more lines under one title is not read. */
const MOST_LINES = 25;

const TITLES: Readonly<Record<DutyKind, string>> = {
  reply: "Replies to answer",
  overdue: "Overdue",
  soon: "Due today or tomorrow",
  reminder: "Reminders",
};

/**
 * Subject and text of a digest.
 *
 * @example
 * digestText({ name: "Ada" }, parseDay("2026-11-20"), { duties: [], handOffs: [], coming: [] }).subject
 * //=> "20 November 2026: nothing waits"
 */
export function digestText(
  person: Pick<Person, "name">,
  day: Day,
  { duties, handOffs, coming }: DigestContent,
): { readonly subject: string; readonly text: string } {
  const of = (kind: DutyKind) => duties.filter((duty) => duty.kind === kind);
  const whose = (owner: string) => whoseWords(person, owner);
  const dutyLines = (kind: DutyKind) =>
    of(kind).map((duty) => `${placeOf(duty)}: ${duty.sentence}${whose(duty.owner)}`);
  const sections = [
    section(TITLES.reply, dutyLines("reply")),
    section(TITLES.overdue, dutyLines("overdue")),
    section(TITLES.soon, dutyLines("soon")),
    section(TITLES.reminder, dutyLines("reminder")),
    section(
      "New in your hands",
      handOffs.map((each) => `${placeOf(each)}: ${each.sentence}`),
    ),
    section(
      "Moves by itself, unless somebody acts",
      coming.map((each) => `${placeOf(each)}: ${each.sentence}${whose(each.owner)}`),
    ),
  ];
  const greeting = `${oneLine(person.name)}, this is new or due on ${dayInWords(day)}.`;
  return {
    subject: `${dayInWords(day)}: ${countsOf(of, handOffs.length + coming.length)}`,
    text: [greeting, ...sections.filter((lines) => lines !== "")].join("\n\n"),
  };
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length - MOST_LINES;
  return [
    title,
    ...lines.slice(0, MOST_LINES).map((line) => `- ${line}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join("\n");
}

function placeOf({
  name,
  board,
  stage,
}: {
  readonly name: string;
  readonly board: string;
  readonly stage: string;
}) {
  return `${oneLine(name)} (${board}, ${stage})`;
}

function whoseWords({ name }: Pick<Person, "name">, owner: string): string {
  if (owner === "") return "; nobody owns it";
  return nameKey(owner) === nameKey(name) ? "" : `; owner: ${oneLine(owner)}`;
}

function countsOf(of: (kind: DutyKind) => readonly Duty[], others: number): string {
  const [replies, overdue] = [of("reply").length, of("overdue").length];
  const [soon, reminders] = [of("soon").length, of("reminder").length];
  const told = [
    ...(replies === 0 ? [] : [`${countOf(replies, "reply")} to answer`]),
    ...(overdue === 0 ? [] : [`${overdue} overdue`]),
    ...(soon === 0 ? [] : [`${soon} due`]),
    ...(reminders === 0 ? [] : [countOf(reminders, "reminder")]),
    ...(others === 0 ? [] : [`${others} new or coming`]),
  ];
  return told.length === 0 ? "nothing waits" : told.join(", ");
}
