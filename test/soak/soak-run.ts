// One run: two people work in a spreadsheet while triggers and the clock set scripts off, a seed mixes all of it call by
// call, events get lost, calls fail and executions are killed. Then all is calm, and what must hold is asked.

import { runTogether, type TogetherReport } from "../../local/apps-script/scheduler/run-together.ts";
import type { WorkerThreads } from "../../local/apps-script/scheduler/worker-threads.ts";
import { type Random, seededRandom, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import { type AddOnWorld, openAddOnWorld } from "../hands/add-on-world.ts";
import { type Found, faultsOf } from "./faults-of.ts";
import { laneOf } from "./lane.ts";
import { type BookPlan, definitionIn, preparedBook } from "./prepared-book.ts";
import type { Step } from "./step.ts";

export interface SoakRun extends Found {
  readonly report: TogetherReport;
  readonly world: AddOnWorld;
  /** Everything that touched the spreadsheet. */
  readonly steps: readonly Step[];
}

const HOUR_MS = 3_600_000;
const ACTS = 10;
const PLANS: readonly BookPlan[] = [
  { templates: ["shows"], practice: "live", records: 12 },
  { templates: ["speaking"], practice: "practice", records: 16 },
  { templates: ["prospecting", "sales"], practice: "practice", records: 6 },
  { templates: ["photography"], practice: "live", records: 14 },
  { templates: ["coaching"], practice: "live", records: 14 },
];

export async function soakRun(seed: number, threads: WorkerThreads): Promise<SoakRun> {
  const random = seededRandom(seed);
  const world = begunWorld(PLANS[seed % PLANS.length] ?? PLANS[0], seed);
  const { google, ada, ben } = world;
  const steps: Step[] = [];
  google.hooks.observe = (step) => {
    if (step.kind !== "api") steps.push(step);
  };
  const definition = definitionIn(world.state());
  const lane = (person: typeof ada) =>
    laneOf(world, person, { definition, random: drawnFrom(random), acts: ACTS });
  const report = await runTogether(google, {
    seed,
    threads,
    lanes: [lane(ada), lane(ben)],
    ticks: 2,
    pace: 0.1 + 0.3 * random(),
    faults: { kill: 0.008, fail: 0.008, drop: 0.1 },
  });
  for (let tick = 0; tick < 3; tick++) google.advance(HOUR_MS);
  return { report, world, steps, ...faultsOf(world, steps) };
}

// Seeds of the world give the spreadsheet its id: that stays, what is drawn later does not.
function begunWorld(plan: BookPlan | undefined, seed: number): AddOnWorld {
  if (plan === undefined) throw new Error("there is no plan");
  const world = openAddOnWorld({ state: preparedBook(plan) });
  for (let draw = 0; draw < 1000 + seed; draw++) world.google.world.random();
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Reminders", "On");
  return world;
}

function drawnFrom(random: Random): Random {
  return seededRandom(wholeBelow(random, 4_294_967_296));
}
