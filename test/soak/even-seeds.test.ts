// The runs with the second, fourth, … seed; and that a run can be had again.

import { expect, test } from "vitest";
import { openWorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { soakShare } from "./soak-rounds.ts";
import { soakRun } from "./soak-run.ts";

soakShare(1);

test("the same seed gives the same run, choice by choice and cell by cell", async () => {
  const threads = openWorkerThreads();
  const [one, other] = [await soakRun(2, threads), await soakRun(2, threads)];
  await threads.close();
  expect(one.report.trace).toEqual(other.report.trace);
  expect(one.world.state().tabs).toEqual(other.world.state().tabs);
});
