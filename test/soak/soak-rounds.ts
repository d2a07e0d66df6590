// The runs of one test file: each must end without a fault, and all together must have been hard.

import { afterAll, expect, test } from "vitest";
import { openWorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { seedsOf } from "./settings.ts";
import { soakRun } from "./soak-run.ts";
import { added, emptyTally, lineOf, type Tally } from "./tally.ts";

const SHARES = 2;

/** Runs one of the shares of all seeds. */
export function soakShare(share: number): void {
  const threads = openWorkerThreads();
  afterAll(() => threads.close());
  let tally: Tally = emptyTally;

  test.each(seedsOf(share, SHARES))("run %i ends true and whole, with nothing lost", async (seed) => {
    const run = await soakRun(seed, threads);
    tally = added(tally, run);
    expect(run.faults).toEqual([]);
  });

  test("the runs were hard: kills, failures, lost events and calls while others ran, many of each", () => {
    console.log(lineOf(tally));
    expect(tally.kills).toBeGreaterThan(tally.runs);
    expect(tally.failedCalls).toBeGreaterThan(tally.runs);
    expect(tally.droppedEvents).toBeGreaterThan(2 * tally.runs);
    expect(tally.overlaps).toBeGreaterThan(100 * tally.runs);
    expect(tally.allowedLosses + tally.heardLosses).toBeLessThan(1 + tally.runs / 20);
  });
}
