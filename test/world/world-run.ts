// One world: people work in a spreadsheet, the add-on with them or not, and commands come and go; a seed mixes all of it,
// requests meet faults, and whoever is at work may be killed. Then all is calm, somebody looks once more, and what must
// hold is asked.

import type { Google } from "../../local/apps-script/google.ts";
import { runTogether, type TogetherReport } from "../../local/apps-script/scheduler/run-together.ts";
import type { WorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { type Random, seededRandom, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { type Found, faultsOf } from "../soak/faults-of.ts";
import { amidChanges, type Step } from "../soak/step.ts";
import { type CommandKind, drawnKinds, wishOf } from "./commands.ts";
import { type Outside, openOutside, type Way } from "./outside.ts";
import { peopleIn } from "./people.ts";
import type { ProgramRun } from "./programs.ts";
import { type BookOfSeed, begunWorld, bookOf } from "./world-book.ts";
import { worldFaults } from "./world-faults.ts";

export interface WorldRun extends Found {
  readonly report: TogetherReport;
  readonly google: Google;
  readonly state: Spreadsheet;
  readonly runs: readonly ProgramRun[];
  /** Everything that touched the spreadsheet. */
  readonly steps: readonly Step[];
  readonly messages: number;
  /** Requests before which somebody else had changed the spreadsheet since the last one of the same command. */
  readonly amid: number;
}

const HOUR_MS = 3_600_000;
const FAULTS = { kill: 0.008, fail: 0.008, drop: 0.1 };
/** A slow request arrives when the turn in which it was sent is long over. */
const OUTSIDE = { pace: 1, flights: { slow: 0.06, slowMs: 100_000 }, faults: { kill: 0.03, fault: 0.12 } };

export async function worldRun(seed: number, threads: WorkerThreads, way: Way): Promise<WorldRun> {
  const random = seededRandom(seed);
  const begun = bookOf(seed);
  const { keeper, plan, bustle } = begun;
  const world = begunWorld(begun, seed);
  const { google } = world;
  const outside = await openOutside(world, { way, likes: plan.mailedStage, rows: bustle.rows });
  const count = way === "here" ? bustle.commands : 1;
  const place = keeper === "add-on" ? "beside others" : "alone";
  const lane = () =>
    [...drawnKinds(random, { count, place }), ...lastOf(begun)].flatMap((kind) => [
      outside.pause(random() < 0.5 ? 0 : wholeBelow(random, bustle.longestPauseMs)),
      outside.program(kind, drawnFrom(random)),
    ]);
  try {
    const report = await runTogether(google, {
      ...{ seed, threads, faults: FAULTS, ticks: keeper === "nobody" ? 0 : 2 },
      lanes: peopleIn(world, begun, random),
      pace: bustle.pace * (0.5 + random()),
      outside: { lanes: [lane(), lane()], ...OUTSIDE },
    });
    for (let hour = 0; hour < 3; hour++) google.advance(HOUR_MS);
    await syncInCalm(google, outside, { seed, threads, random });
    const { steps, runs, carried } = outside.seen();
    const wishes = runs.flatMap(({ command, number }) => wishOf(command, number));
    const found = faultsOf(world, steps, wishes);
    const state = world.state();
    return {
      ...{ ...found, report, google, state, runs, steps },
      faults: [
        ...found.faults,
        ...worldFaults({ google, state, steps, runs, carried }),
        ...calmFaults(runs.slice(-2)),
      ],
      messages: google.outbox.length + carried.length,
      amid: amidChanges(steps),
    };
  } finally {
    await outside.close();
  }
}

// Where messages come, and no add-on sends them, everybody tries to.
function lastOf({ plan, keeper }: BookOfSeed): readonly CommandKind[] {
  return plan.mailedStage !== undefined && keeper !== "add-on" ? ["sync", "outbox"] : [];
}

async function syncInCalm(
  google: Google,
  outside: Outside,
  {
    seed,
    threads,
    random,
  }: { readonly seed: number; readonly threads: WorkerThreads; readonly random: Random },
): Promise<void> {
  const twice = [1, 2].map(() => outside.program("sync", drawnFrom(random)));
  await runTogether(google, { seed, threads, lanes: [], outside: { lanes: [twice] } });
}

// The first may have something to do, and the second may not; nobody's turn keeps them waiting.
function calmFaults(runs: readonly ProgramRun[]): readonly string[] {
  return runs.flatMap(({ said }, index): readonly string[] => {
    if (said?.how !== "done") return [`a sync in calm ended with ${JSON.stringify(said)}`];
    return said.changed && index > 0 ? ["a second sync in calm changed something"] : [];
  });
}

function drawnFrom(random: Random): Random {
  return seededRandom(wholeBelow(random, 4_294_967_296));
}
