// The worlds of one test file: each must end without a fault, and all together must have been hard. A world that fails is
// had again by its seed.

import { afterAll, expect, test } from "vitest";
import { openWorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { seedsOf } from "../soak/settings.ts";
import type { Way } from "./outside.ts";
import { worldRun } from "./world-run.ts";
import { addedWorld, emptyWorldTally, type WorldTally, worldLine } from "./world-tally.ts";

const SHARES = 2;

/** Runs one of the shares of all worlds whose commands run here. */
export function worldShare(share: number): void {
  worldRounds("here", seedsOf(share, SHARES));
}

/** Runs worlds, and says what they met. */
export function worldRounds(way: Way, seeds: readonly number[]): void {
  const threads = openWorkerThreads();
  afterAll(() => threads.close());
  let tally: WorldTally = emptyWorldTally;

  test.each(seeds)("world %i ends true and whole, with nothing lost", async (seed) => {
    const run = await worldRun(seed, threads, way);
    tally = addedWorld(tally, run);
    expect(run.faults, `to have it again: npm run soak -- 1 ${seed}`).toEqual([]);
  });

  test("the worlds were hard: kills, faults, lost events and requests while others were at work", () => {
    console.log(worldLine(tally));
    if (tally.worlds < FEW) return;
    expect(tally.commandKills).toBeGreaterThan(tally.worlds / 10);
    expect(tally.requestFaults).toBeGreaterThan(tally.worlds / 2);
    expect(tally.kills).toBeGreaterThan(tally.worlds / 10);
    expect(tally.amid).toBeGreaterThan(2 * tally.worlds);
    expect(tally.messages).toBeGreaterThan(tally.worlds / 20);
    expect(tally.done).toBeGreaterThan(tally.commands / 2);
    expect(tally.allowed.length + tally.heard.length).toBeLessThan(2 + tally.worlds / 10);
  });
}

/** So few worlds may be calm by chance. */
const FEW = 20;
