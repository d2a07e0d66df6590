// When a turn comes.

import { expect, test } from "vitest";
import type { Clock } from "../../../sync/google/clock.ts";
import { paceBy } from "../../../sync/google/pace.ts";
import { movingClock } from "./moving-clock.ts";

test("who comes a second after the last does not wait, and who comes sooner waits for the rest of it", async () => {
  const clock = movingClock();
  const pace = paceBy(clock);
  await pace(async () => clock.wait(1000));
  await pace(async () => clock.wait(300));
  await pace(async () => undefined);
  expect(clock.waits).toEqual([1000, 300, 700]);
});

test("work that fails does not keep the next from its turn", async () => {
  const pace = paceBy(movingClock());
  await expect(pace(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await pace(async () => "next")).toBe("next");
});

test("one works at a time", async () => {
  const pace = paceBy(movingClock());
  let atWork = 0;
  const work = async () => {
    atWork += 1;
    await Promise.resolve();
    atWork -= 1;
    return atWork;
  };
  expect(await Promise.all([pace(work), pace(work), pace(work)])).toEqual([0, 0, 0]);
});

test("a clock that was put back by an hour makes nobody wait for an hour", async () => {
  const waits: number[] = [];
  let now = 3_600_000;
  const clock: Clock = { nowMs: () => now, random: () => 0, wait: async (ms) => void waits.push(ms) };
  const pace = paceBy(clock);
  await pace(async () => undefined);
  now = 0;
  await pace(async () => undefined);
  expect(waits).toEqual([1000]);
});
