// Two records that are one count once, from the moment on at which they became one.

import { expect, test } from "vitest";
import { achievementsOf } from "../../../shared/log/achievements.ts";
import type { Entry } from "../../../shared/log/entry.ts";
import { survivorsOf, toldOfSurvivors } from "../../../shared/log/merged-histories.ts";
import { pathsOf } from "../../../shared/log/paths-builder.ts";
import { replay } from "../../../shared/log/replay.ts";
import { touchesOf } from "../../../shared/log/touches.ts";
import { dayMoment, entryOf, moves } from "../../moves.ts";
import { offers } from "../../pipelines.ts";

const stageIds = offers.stages.map(({ id }) => id);

function merged(record: string, into: string, day: number, data: Entry["data"] = {}): Entry {
  return entryOf({
    record,
    kind: "merged",
    n: 9,
    at: dayMoment(day),
    data: { into, board: "board", ...data },
  });
}

function recordsAt(entries: readonly Entry[], day: number): readonly string[] {
  return pathsOf(stageIds, entries, dayMoment(day)).recordIds;
}

const twoOnes = [...moves("ada: Lead Offer", "adah: Lead"), merged("adah", "ada", 5)];

test("of two records that are one, the one that stayed counts", () => {
  expect(recordsAt(twoOnes, 6)).toEqual(["ada"]);
});

test("as of a day before, they are two", () => {
  expect(recordsAt(twoOnes, 4)).toEqual(["ada", "adah"]);
});

test("once they were taken apart, they are two again", () => {
  const apart = entryOf({
    record: "adah",
    kind: "undone",
    at: dayMoment(7),
    data: { of: merged("adah", "ada", 5).id },
  });
  expect(recordsAt([...twoOnes, apart], 6)).toEqual(["ada"]);
  expect(recordsAt([...twoOnes, apart], 8)).toEqual(["ada", "adah"]);
});

test("a row that is brought back counts for itself again", () => {
  const back = entryOf({ record: "adah", kind: "restored", n: 9, at: dayMoment(7) });
  expect(recordsAt([...twoOnes, back], 8)).toEqual(["ada", "adah"]);
});

test("a record that was parked is one with the other until it moves on", () => {
  const parked = [...moves("ada: Lead", "adah: Lead"), merged("adah", "ada", 5, { parked: "lost" })];
  const moved = entryOf({ record: "adah", kind: "moved", to: "lead", n: 10, at: dayMoment(7) });
  expect(replay(parked).get("adah")?.removed).toBe(false);
  expect(recordsAt(parked, 6)).toEqual(["ada"]);
  expect(recordsAt([...parked, moved], 8)).toEqual(["ada", "adah"]);
});

test("what was logged on the one that went counts for the one that stayed, and from then on only", () => {
  const call = entryOf({ record: "adah", kind: "call", at: dayMoment(2) });
  const touched = (day: number) => {
    const told = toldOfSurvivors([...twoOnes, call], dayMoment(day));
    return [...touchesOf(told, dayMoment(day)).keys()];
  };
  expect(touched(4)).toEqual(["adah"]);
  expect(touched(6)).toEqual(["ada"]);
});

test("a record that went into one that went on itself is told of the last", () => {
  const chain = [...moves("a: Lead", "b: Lead", "c: Lead"), merged("c", "b", 4), merged("b", "a", 5)];
  expect(survivorsOf(chain, dayMoment(6))).toEqual(
    new Map([
      ["c", { record: "a", board: "board" }],
      ["b", { record: "a", board: "board" }],
    ]),
  );
});

test("the one that stayed takes over what was logged and reached, at the times at which it was", () => {
  const taken = entryOf({
    record: "ada",
    kind: "merged",
    at: dayMoment(5),
    data: {
      from: "adah",
      "field:budget": "500",
      activities: `reply-yes@${dayMoment(2)}`,
      "milestone:offered": dayMoment(3),
    },
  });
  expect(replay([...moves("ada: Lead"), taken]).get("ada")).toMatchObject({
    fields: { budget: "500" },
    activities: [{ kind: "reply-yes", at: dayMoment(2) }],
    lastTouch: dayMoment(2),
    milestones: { offered: dayMoment(3) },
  });
});

test("milestones that were taken over count, as long as the two are one", () => {
  const taken = entryOf({
    record: "ada",
    kind: "merged",
    at: dayMoment(5),
    data: { from: "adah", "milestone:called": dayMoment(2) },
  });
  const apart = entryOf({ record: "ada", kind: "undone", at: dayMoment(7), data: { of: taken.id } });
  const reached = (day: number) => achievementsOf([taken, apart], dayMoment(day)).get("ada");
  expect([reached(4), reached(6), reached(8)]).toEqual([undefined, new Set(["called"]), undefined]);
});
