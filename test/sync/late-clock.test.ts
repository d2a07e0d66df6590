// A command on a machine whose clock is a little late, on a book that was written by one that is right.

import { expect, test } from "vitest";
import { actOnRecord } from "../../shared/engine/record-acts.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import { instantMs, parseMoment } from "../../shared/value/moment.ts";
import { runIn } from "../../sync/book-zone.ts";
import type { RunSource } from "../../sync/run-source.ts";
import { worldWith } from "../shared/engine/deals.ts";

/** The book after a move by a clock that shows another time than the last entry of the history. */
function movedBy(differenceMs: number) {
  const world = worldWith("Ada");
  const [last = ""] = readLog(world.tables())
    .entries.map(({ at }) => at)
    .slice(-1);
  const source: RunSource = {
    nowMs: () => instantMs(parseMoment(last)) + differenceMs,
    wait: async () => {},
    seed: () => "a seed that is long enough",
  };
  const run = runIn({ tables: world.tables(), knownBy: "command", source }, {});
  world.apply(
    actOnRecord(world.tables(), run, { record: "Ada", act: { kind: "move", stage: "Parked" } }).changes,
  );
  return { world, at: readLog(world.tables()).entries.at(-1)?.at, last };
}

test("a move comes after what is in the history already, also by a clock that is minutes late", () => {
  for (const minutes of [0, 1, 9]) {
    const { world, at, last } = movedBy(-minutes * 60_000);
    expect([at, world.cell("Ada", "Stage")]).toEqual([last, "Parked"]);
  }
});

test("a clock that is right is believed, and one entry that is dated far ahead changes nothing", () => {
  const { at, last } = movedBy(60_000);
  expect(instantMs(parseMoment(at)) - instantMs(parseMoment(last))).toBe(60_000);
  const late = movedBy(-3_600_000);
  expect(instantMs(parseMoment(late.at)) - instantMs(parseMoment(late.last))).toBe(-3_600_000);
});
