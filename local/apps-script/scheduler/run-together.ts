// People act while scripts run, and programs outside ask the API, in an order that a seed draws: whenever every execution
// stands at a service call and every program at a request or a wait, the next thing is one of those, the next act of a
// person, something that begins, or the clock; and now and then somebody is killed where he stands, a call or a request
// fails, an event is lost. The same seed gives the same run.

import type { Google } from "../google.ts";
import { type Random, seededRandom } from "../seeded-random.ts";
import type { ExecutionRecord } from "../world/execution-record.ts";
import type { World } from "../world/world.ts";
import { drawChoice } from "./choices.ts";
import type { Flights, OutsideLane } from "./outside-lane.ts";
import type { OutsideProgram } from "./outside-program.ts";
import { newRunning, type Running } from "./running.ts";
import type { ThreadPool } from "./thread-pool.ts";

/** What a person does; a call of a menu or page is given back, and the person waits for its end. */
export type LaneAct = (() => void) | (() => ExecutionRecord);

export interface TogetherPlan {
  readonly seed: number;
  readonly threads: ThreadPool;
  /** What each person does, in that person's order. */
  readonly lanes: readonly (readonly LaneAct[])[];
  /** How often the clock may go on to the next clock trigger. @default 0 */
  readonly ticks?: number;
  /** How likely a person is to be next, where a service call counts 1. @default 0.15 */
  readonly pace?: number;
  /** @default none */
  readonly faults?: Faults;
  /** How many executions may be alive at once. @default 6 */
  readonly most?: number;
  /** @default nobody */
  readonly outside?: OutsidePlan;
}

export interface OutsidePlan {
  /** What programs run, those of a lane one after the other. */
  readonly lanes: readonly (readonly OutsideProgram[])[];
  /** How likely a program is to begin, where a service call counts 1. @default 0.05 */
  readonly pace?: number;
  readonly flights?: Flights;
  /** Chances from 0 to 1, at a request: that it is the last of its program, or that it meets with a fault. */
  readonly faults?: { readonly kill?: number; readonly fault?: number };
}

/** Chances from 0 to 1: at a call, of a kill, a failure, a cache that forgets; of an event that gets lost. */
export interface Faults {
  readonly kill?: number;
  readonly fail?: number;
  readonly forget?: number;
  readonly drop?: number;
}

export interface TogetherReport {
  acts: number;
  /** Acts that the spreadsheet did not let the person do. */
  refusedActs: number;
  ticks: number;
  executions: number;
  calls: number;
  /** Calls served while another execution was alive. */
  overlaps: number;
  /** The most executions that were alive at once. */
  mostAlive: number;
  kills: number;
  failedCalls: number;
  forgottenCaches: number;
  /** Events that no trigger saw: lost by a fault, or because two were waiting already. */
  droppedEvents: number;
  /** Programs outside that began. */
  programs: number;
  requests: number;
  /** Requests that arrived while an execution or another program was alive. */
  requestOverlaps: number;
  requestFaults: number;
  programKills: number;
  /** Every choice, in order: two runs are the same when these are. */
  readonly trace: string[];
}

/** One person: what is still to do, and the call that is waited for. */
export interface Lane {
  readonly acts: LaneAct[];
  waitsFor?: ExecutionRecord;
}

/** A run under way. */
export interface Together {
  readonly world: World;
  readonly google: Google;
  readonly plan: TogetherPlan;
  readonly random: Random;
  readonly running: Running;
  /** Executions that did not begin yet. */
  readonly waiting: ExecutionRecord[];
  readonly lanes: readonly Lane[];
  readonly outside: readonly OutsideLane[];
  readonly report: TogetherReport;
}

/** @throws what an act throws, but for a refusal of the spreadsheet; what a script throws stays in its execution */
export async function runTogether(google: Google, plan: TogetherPlan): Promise<TogetherReport> {
  const { world } = google;
  const together = newTogether(google, plan);
  const leave = takeOver(together);
  const before = { executions: world.executions.length, dropped: world.droppedEvents };
  const { report } = together;
  try {
    for (let choice = drawChoice(together); choice !== undefined; choice = drawChoice(together)) {
      report.trace.push(choice.name);
      await choice.go();
      report.mostAlive = Math.max(report.mostAlive, together.running.alive.size);
    }
  } finally {
    leave();
  }
  report.executions = world.executions.length - before.executions;
  report.droppedEvents = world.droppedEvents - before.dropped;
  return report;
}

function newTogether(google: Google, plan: TogetherPlan): Together {
  const { world } = google;
  return {
    world,
    google,
    plan,
    random: seededRandom(plan.seed),
    running: newRunning(world, plan.threads),
    waiting: [],
    lanes: plan.lanes.map((lane) => ({ acts: [...lane] })),
    outside: (plan.outside?.lanes ?? []).map((programs) => ({ programs: [...programs] })),
    report: {
      acts: 0,
      refusedActs: 0,
      ticks: 0,
      executions: 0,
      calls: 0,
      overlaps: 0,
      mostAlive: 0,
      kills: 0,
      failedCalls: 0,
      forgottenCaches: 0,
      droppedEvents: 0,
      programs: 0,
      requests: 0,
      requestOverlaps: 0,
      requestFaults: 0,
      programKills: 0,
      trace: [],
    },
  };
}

/** While the run lasts, executions wait for it, and events may be lost; the result ends that. */
function takeOver({ world, waiting, random, plan }: Together): () => void {
  const { runner } = world;
  const { drops } = world.hooks;
  world.runner = (_world, record) => {
    waiting.push(record);
  };
  world.hooks.drops = (event) => drops?.(event) === true || random() < (plan.faults?.drop ?? 0);
  return () => {
    world.runner = runner;
    if (drops === undefined) delete world.hooks.drops;
    else world.hooks.drops = drops;
  };
}
