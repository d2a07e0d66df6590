// The worlds with the second, fourth, … seed; and that a world can be had again.

import { expect, test } from "vitest";
import { openWorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { worldShare } from "./world-rounds.ts";
import { worldRun } from "./world-run.ts";

worldShare(1);

test("the same seed gives the same world, choice by choice and cell by cell, ids included", async () => {
  const threads = openWorkerThreads();
  for (const seed of [4, 5]) {
    const [one, other] = [await worldRun(seed, threads, "here"), await worldRun(seed, threads, "here")];
    expect(one.report.trace).toEqual(other.report.trace);
    expect(one.runs).toEqual(other.runs);
    expect(one.state).toEqual(other.state);
  }
  await threads.close();
});
