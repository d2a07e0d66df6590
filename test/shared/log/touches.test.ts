import { expect, test } from "vitest";
import type { EntryKind } from "../../../shared/log/entry.ts";
import { touchesOf } from "../../../shared/log/touches.ts";
import { dayMoment, entryOf } from "../../moves.ts";

const DAY_MS = 86_400_000;

/** "email-out@1" is an e-mail to Ada on day 1. */
function adaAfter(...told: readonly string[]) {
  const entries = told.map((each) => {
    const [kind = "", day] = each.split("@");
    return entryOf({ record: "ada", kind: kind as EntryKind, at: dayMoment(Number(day)) });
  });
  return touchesOf(entries, dayMoment(100)).get("ada");
}

test("the last contact counts in either direction, a note does not", () => {
  expect(adaAfter("email-out@1", "reply-no@3", "note@9")?.lastWallMs).toBe(Date.UTC(2026, 0, 1) + 3 * DAY_MS);
  expect(adaAfter("note@9", "rescheduled@10")).toBeUndefined();
});

test("a reply waits from its own time until we write, call or meet, in whatever order the log tells it", () => {
  expect(adaAfter("email-out@1", "reply-yes@3")?.unansweredSince).toBe(dayMoment(3));
  expect(adaAfter("reply-yes@3", "call@4", "email-out@1")?.unansweredSince).toBeUndefined();
  expect(adaAfter("reply-yes@3", "note@4")?.unansweredSince).toBe(dayMoment(3));
});

test("of several replies without an answer the first says how long they wait", () => {
  expect(adaAfter("email-out@1", "reply-later@3", "reply-yes@8")?.unansweredSince).toBe(dayMoment(3));
  expect(adaAfter("reply-later@3", "call@5", "reply-yes@8")?.unansweredSince).toBe(dayMoment(8));
});

test("a call and its yes logged at one moment leave nothing to answer", () => {
  expect(adaAfter("call@5", "reply-yes@5")?.unansweredSince).toBeUndefined();
});

test("what was undone or happens later does not count", () => {
  const reply = entryOf({ record: "ada", kind: "reply-yes", at: dayMoment(3) });
  const undone = entryOf({ record: "ada", kind: "undone", at: dayMoment(4), data: { of: reply.id } });
  expect(touchesOf([reply, undone], dayMoment(100)).size).toBe(0);
  expect(touchesOf([reply], dayMoment(2)).size).toBe(0);
});
