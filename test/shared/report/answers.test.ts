// How often and how fast replies are answered, as reports tell it.

import { expect, test } from "vitest";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { textParts } from "../../../shared/report/board-parts.ts";
import { boardReport } from "../../../shared/report/board-report.ts";
import type { BoardReport } from "../../../shared/report/book-report.ts";
import { sectionLines } from "../../../shared/report/text-board.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { dayMoment, entryOf, moves } from "../../moves.ts";
import { offers } from "../../pipelines.ts";

// Day 88 is Monday 30 March 2026.
const MONDAY = 88;
const AS_OF = dayMoment(MONDAY + 4);

/** Deals of Ada and Bob with a reply each on Monday at midnight, answered after so many hours, or not yet. */
function report(ada: readonly (number | "waits")[], bob: readonly (number | "waits")[]): BoardReport {
  const told = [
    ...ada.map((hours, index) => ({ record: `a${index}`, owner: "Ada", hours })),
    ...bob.map((hours, index) => ({ record: `b${index}`, owner: "Bob", hours })),
  ];
  const entries = told.flatMap(({ record, hours }) => [
    ...moves(`${record}: Lead@80`),
    entryOf({ record, kind: "reply-yes", at: dayMoment(MONDAY) }),
    ...(hours === "waits" ? [] : [entryOf({ record, kind: "call", at: dayMoment(MONDAY + hours / 24) })]),
  ]);
  return boardReport({
    ...{ pipeline: offers, board: "Deals", entries, asOf: AS_OF },
    paths: pathsOf(
      offers.stages.map(({ id }) => id),
      entries,
      AS_OF,
    ),
    rows: new Map(told.map(({ record, owner }) => [record, { name: record, owner, nextStep: "" }])),
  });
}

test("a report says of each person how many replies came, how many were answered, and how fast", () => {
  const { people, answers } = report([2, 4, 6, 8, 50], [3, "waits"]);
  const answersOf = (person: string) => people.find((one) => one.person === person)?.answers;
  expect(answersOf("Ada")).toEqual({ unit: "working hours", replies: 5, answered: 5, median: 6 });
  expect(answersOf("Bob")).toEqual({ unit: "working hours", replies: 2, answered: 1, median: 3 });
  expect(answers).toEqual({ unit: "working hours", replies: 7, answered: 6, median: 6 });
});

test("of fewer than five replies no speed is told", () => {
  const board = report([2, 4, 6, 8, 50], [3, "waits"]);
  const parts = textParts(board, { today: parseDay("2026-04-03"), most: 5 });
  const answers = parts.flatMap(({ sections }) => sections).find(({ title }) => title === "Answers");
  expect(answers === undefined ? [] : sectionLines(answers)).toEqual([
    "Answers",
    "  Person  Replies  Answered  Half within",
    "  Ada           5         5      6 hours",
    "  Bob           2         1",
    "  Of 7 replies in 90 days 6 are answered, half of them within 6 hours",
    "  Hours of working days, 24 in each; what still waits counts as longer",
  ]);
});

test("where no reply came nothing is told of answers", () => {
  const { people, answers } = report([], []);
  expect([people, answers]).toEqual([[], undefined]);
});
