import { expect, test } from "vitest";
import type { EntryKind } from "../../../shared/log/entry.ts";
import { type Answers, answers, answerWaits } from "../../../shared/metrics/answers.ts";
import { parseDay } from "../../../shared/value/day.ts";
import { dayMoment, entryOf } from "../../moves.ts";
import { shop } from "../../pipelines.ts";

const everyDay = { workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] } as const;

/** "ada reply-yes@1" on day 1, "ada > lost@3". */
function entriesOf(told: readonly string[]) {
  return told.map((each) => {
    const [record = "", ...rest] = each.split("@")[0]?.split(" ") ?? [];
    const moved = rest[0] === ">";
    const kind = (moved ? "moved" : rest[0]) as EntryKind;
    const at = dayMoment(Number(each.split("@")[1]));
    return entryOf({ record, kind, at, ...(moved ? { to: rest[1] ?? "" } : {}) });
  });
}

function answersTo(...told: readonly string[]): Answers {
  return answers(answerWaits(shop, entriesOf(told), { asOf: dayMoment(10), calendar: everyDay }));
}

test("a reply is answered by the next e-mail, call or meeting, not by a note", () => {
  expect(answersTo("ada reply-yes@1", "ada note@2", "ada call@3")).toEqual({
    replies: 1,
    answered: 1,
    medianHours: 48,
  });
});

test("several replies in a row are one, from the first on", () => {
  expect(answersTo("ada reply-later@1", "ada reply-yes@2", "ada email-out@4", "ada reply-yes@5")).toEqual({
    replies: 2,
    answered: 1,
    medianHours: 72,
  });
});

test("what waits still counts as longer than this", () => {
  // Hours: 24 and 48 answered, 216 open: half are answered by the second.
  const two = ["ada reply-yes@1", "ada call@2", "bob reply-yes@1", "bob call@3"];
  expect(answersTo(...two, "cy reply-yes@1").medianHours).toBe(48);
  expect(answersTo(...two, "cy reply-yes@1", "dan reply-yes@1", "eli reply-yes@1")).toEqual({
    replies: 5,
    answered: 2,
  });
});

test("a no that loses the record, and a win, ask for no answer", () => {
  expect(answersTo("ada reply-no@1", "ada > lost@2").replies).toBe(0);
  expect(answersTo("ada reply-yes@1", "ada > won@2").replies).toBe(0);
  expect(answersTo("ada reply-yes@1", "ada > offer@2").replies).toBe(1);
});

test("a yes whose record was lost before anybody answered was not answered", () => {
  expect(answersTo("ada reply-yes@1", "ada > lost@3")).toEqual({ replies: 1, answered: 0 });
});

test("a reply that was logged twice by two runs at once is one", () => {
  const entries = entriesOf(["ada reply-yes@1", "ada call@2", "ada reply-yes@3"]);
  const [first, second, third] = entries;
  if (first === undefined || second === undefined || third === undefined) throw new Error("three entries");
  const waits = answerWaits(shop, [first, second, { ...third, id: first.id }], {
    ...{ asOf: dayMoment(10), calendar: everyDay },
  });
  expect(waits.map(({ isAnswered }) => isAnswered)).toEqual([true]);
});

test("with a period the replies that came in it count", () => {
  const entries = entriesOf(["ada reply-yes@1", "ada call@2", "bob reply-yes@5", "bob call@7"]);
  const waits = answerWaits(shop, entries, { asOf: dayMoment(10), calendar: everyDay });
  // Day 0 is 1 January 2026.
  expect(answers(waits, { from: parseDay("2026-01-05") })).toEqual({
    replies: 1,
    answered: 1,
    medianHours: 48,
  });
});
