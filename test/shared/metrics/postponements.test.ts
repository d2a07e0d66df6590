import { expect, test } from "vitest";
import { postponements } from "../../../shared/metrics/postponements.ts";
import { dayMoment, entryOf } from "../../moves.ts";

function putOff(record: string, day: number, id: string) {
  return entryOf({ record, kind: "rescheduled", at: dayMoment(day), data: {}, id });
}

test("each time counts on its record, one that is told twice once, and what comes later not yet", () => {
  const log = [
    putOff("ada", 1, "e1"),
    putOff("ada", 1, "e1"),
    putOff("ada", 4, "e2"),
    putOff("bob", 2, "e3"),
    putOff("bob", 9, "e4"),
  ];
  const held = entryOf({ record: "cy", kind: "meeting", at: dayMoment(1), data: {}, id: "e5" });
  expect([...postponements([...log, held], dayMoment(5))]).toEqual([
    ["ada", 2],
    ["bob", 1],
  ]);
});
