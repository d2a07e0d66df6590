// Worlds in which each command is a process of the built `stageline`, ended by its id where it stands; and that such a world
// can be had again.

import { expect, test } from "vitest";
import { openWorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { processSeeds } from "../soak/settings.ts";
import { worldRounds } from "./world-rounds.ts";
import { worldRun } from "./world-run.ts";

worldRounds("apart", processSeeds());

test("the same seed gives the same world of processes", async () => {
  const threads = openWorkerThreads();
  const [one, other] = [await worldRun(3, threads, "apart"), await worldRun(3, threads, "apart")];
  await threads.close();
  expect(one.report.trace).toEqual(other.report.trace);
  expect(one.runs).toEqual(other.runs);
  expect(one.state).toEqual(other.state);
});
