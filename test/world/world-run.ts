// One world: people work in a spreadsheet, the add-on with them or not, and commands come and go; a seed mixes all of it,
// requests meet faults, and whoever is at work may be killed. Then all is calm, somebody looks once more, and what must
// hold is asked.

import type { Google } from "../../local/apps-script/google.ts";
import {
  type LaneAct,
  type OutsidePlan,
  runTogether,
  type TogetherReport,
} from "../../local/apps-script/scheduler/run-together.ts";
import type { WorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { type Random, seededRandom, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import type { AddOnWorld } from "../hands/add-on-world.ts";
import { type Found, faultsOf } from "../soak/faults-of.ts";
import { laneOf } from "../soak/lane.ts";
import { definitionIn } from "../soak/prepared-book.ts";
import { drawnKinds, wishOf } from "./commands.ts";
import { openOutside } from "./outside.ts";
import type { ProgramRun } from "./programs.ts";
import { begunWorld, bookOf, type Keeper, wake } from "./world-book.ts";
import { worldFaults } from "./world-faults.ts";

export interface WorldRun extends Found {
  readonly seed: number;
  readonly keeper: Keeper;
  readonly report: TogetherReport;
  readonly google: Google;
  readonly state: Spreadsheet;
  readonly runs: readonly ProgramRun[];
  readonly messages: number;
}

const HOUR_MS = 3_600_000;
const ACTS = 6;
const COMMANDS: Readonly<Record<Way, number>> = { here: 3, apart: 2 };
const FAULTS = { kill: 0.008, fail: 0.008, drop: 0.1 };
const OUTSIDE: Pick<OutsidePlan, "pace" | "flights" | "faults"> = {
  pace: 0.1,
  flights: { slow: 0.05 },
  faults: { kill: 0.03, fault: 0.08 },
};

/** Commands run in this process, or each in one of its own. */
export type Way = "here" | "apart";

export async function worldRun(seed: number, threads: WorkerThreads, way: Way): Promise<WorldRun> {
  const random = seededRandom(seed);
  const { keeper } = bookOf(seed);
  const world = begunWorld(seed);
  const { google, book } = world;
  const outside = await openOutside(world, way);
  const lane = () =>
    drawnKinds(random, COMMANDS[way]).map((kind) => outside.program(kind, drawnFrom(random)));
  try {
    const report = await runTogether(google, {
      ...{ seed, threads, faults: FAULTS, ticks: keeper === "nobody" ? 0 : 2 },
      lanes: peopleIn(world, keeper, random),
      pace: 0.1 + 0.3 * random(),
      outside: { lanes: keeper === "add-on" ? [lane()] : [lane(), lane()], ...OUTSIDE },
    });
    for (let hour = 0; hour < 3; hour++) google.advance(HOUR_MS);
    const calm = [1, 2].map(() => outside.program("sync", drawnFrom(random)));
    await runTogether(google, { seed, threads, lanes: [], outside: { lanes: [calm] } });
    const { steps, runs, carried } = outside.seen();
    const found = faultsOf(
      world,
      steps,
      runs.flatMap(({ command, number }) => wishOf(command, number)),
    );
    const faults = [
      ...found.faults,
      ...worldFaults({ google, state: world.state(), steps, runs, carried }),
      ...calmFaults(runs.slice(-2)),
    ];
    const messages = google.outbox.length + carried.length;
    return {
      ...found,
      faults,
      seed,
      keeper,
      report,
      state: google.spreadsheet(book).state,
      google,
      runs,
      messages,
    };
  } finally {
    await outside.close();
  }
}

/** What the two people do. */
function peopleIn(world: AddOnWorld, keeper: Keeper, random: Random): readonly (readonly LaneAct[])[] {
  const definition = definitionIn(world.state());
  const tools = keeper === "add-on" ? {} : ({ with: "hands only" } as const);
  return [world.ada, world.ben].map((person, index) => {
    const acts: LaneAct[] = [
      ...laneOf(world, person, { definition, random: drawnFrom(random), acts: ACTS, ...tools }),
    ];
    const wakes = keeper === "add-on asleep" && index === 0 && random() < 0.5;
    if (wakes) acts.splice(wholeBelow(random, ACTS), 0, () => wake(world));
    return acts;
  });
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
