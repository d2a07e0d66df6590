import { expect, test } from "vitest";
import { firstResponses } from "../../../shared/log/activities.ts";
import type { EntryKind } from "../../../shared/log/entry.ts";
import { wallMs } from "../../../shared/value/moment.ts";
import { dayMoment, entryOf } from "../../moves.ts";

function activity(record: string, kind: EntryKind, day: number) {
  return entryOf({ record, kind, at: dayMoment(day) });
}

test("a response is the first e-mail out and the first reply after it", () => {
  const log = [
    activity("ada", "reply-yes", 9),
    activity("ada", "reply-later", 5),
    activity("ada", "email-out", 3),
    activity("ada", "email-out", 2),
    activity("ada", "reply-no", 1),
    activity("bob", "email-out", 4),
    activity("cyd", "reply-yes", 4),
  ];
  expect([...firstResponses(log, dayMoment(100))]).toEqual([
    ["ada", { sentWallMs: wallMs(dayMoment(2)), repliedWallMs: wallMs(dayMoment(5)) }],
    ["bob", { sentWallMs: wallMs(dayMoment(4)) }],
  ]);
});

test("undone activities and those after as of do not count", () => {
  const sent = activity("ada", "email-out", 2);
  const reply = activity("ada", "reply-yes", 5);
  const undone = entryOf({ record: "ada", kind: "undone", at: dayMoment(6), data: { of: reply.id } });
  const late = activity("bob", "email-out", 101);
  expect([...firstResponses([sent, reply, undone, late], dayMoment(100))]).toEqual([
    ["ada", { sentWallMs: wallMs(dayMoment(2)) }],
  ]);
});
