// What can come next in a run, and how likely each is. Where nothing can, the clock goes on to the end of the first
// wait; where nobody waits either, the run is over.

import { GridError } from "../../grid/grid-error.ts";
import { wholeBelow } from "../seeded-random.ts";
import { hasEnded } from "../world/execution-record.ts";
import { lockEnd } from "../world/serve.ts";
import { isAsking, lateRequest, outsideChoices, outsideEnds } from "./outside-choices.ts";
import type { Lane, Together } from "./run-together.ts";
import { isReady, type Standing, waitEnd } from "./running.ts";

export interface Choice {
  readonly name: string;
  readonly weight: number;
  readonly go: () => Promise<void> | void;
}

const USUAL_PACE = 0.15;
const USUAL_MOST = 6;
const TICK_WEIGHT = 0.1;
const CALM_WEIGHT = 0.3;
const LONGEST_PAUSE_MS = 300;
const LONGEST_LINGER_MS = 10_000;
const MAY_FAIL = ["grid", "readProperties", "writeProperties", "readCache", "writeCache", "sendMail"];

/** The next thing to happen; `undefined` at the end of the run. */
export function drawChoice(together: Together): Choice | undefined {
  const late = lateRequest(together);
  if (late !== undefined) return late;
  const choices = [
    ...calls(together),
    ...beginnings(together),
    ...acts(together),
    ...outsideChoices(together),
    ...ticks(together),
    ...calm(together),
  ];
  if (choices.length === 0) return passingTime(together);
  let rest = together.random() * choices.reduce((sum, { weight }) => sum + weight, 0);
  for (const choice of choices) {
    rest -= choice.weight;
    if (rest < 0) return choice;
  }
  return choices.at(-1);
}

function calls(together: Together): readonly Choice[] {
  const { world, running } = together;
  const ready = [...running.alive.values()].filter((standing) => isReady(world, standing));
  return ready.map((standing) => {
    const { record, request } = standing;
    return { name: `call ${record.id} ${request.ask}`, weight: 1, go: () => meet(together, standing) };
  });
}

/** A call is served, or meets with a fault. */
function meet({ world, plan, random, running, report }: Together, standing: Standing): Promise<void> | void {
  const { kill = 0, fail = 0, forget = 0 } = plan.faults ?? {};
  const { request } = standing;
  const writes = request.ask === "grid" ? request.writes.length : 0;
  const chance = random();
  report.calls += 1;
  if (running.alive.size > 1) report.overlaps += 1;
  if (chance < kill) {
    report.kills += 1;
    world.lockLingers = wholeBelow(random, 2) * wholeBelow(random, LONGEST_LINGER_MS);
    report.trace.push("killed");
    return running.kill(standing, wholeBelow(random, writes + 1));
  }
  if (chance < kill + fail && MAY_FAIL.includes(request.ask)) {
    report.failedCalls += 1;
    report.trace.push("failed");
    return running.fail(standing, wholeBelow(random, writes + 1));
  }
  if (request.ask === "readCache" && random() < forget) {
    report.forgottenCaches += 1;
    world.stores.caches.clear();
  }
  return running.serve(standing);
}

function beginnings(together: Together): readonly Choice[] {
  const { plan, running, waiting } = together;
  if (running.alive.size >= (plan.most ?? USUAL_MOST)) return [];
  return waiting.map((record, index) => ({
    name: `begin ${record.id} ${record.functionName}`,
    weight: 1,
    go: () => {
      waiting.splice(index, 1);
      return running.start(record);
    },
  }));
}

function acts({ world, plan, random, lanes, report }: Together): readonly Choice[] {
  return lanes.flatMap((lane, index) => {
    const isWaiting = lane.waitsFor !== undefined && !hasEnded(lane.waitsFor);
    if (lane.acts.length === 0 || isWaiting) return [];
    const go = () => {
      report.acts += 1;
      world.now += wholeBelow(random, LONGEST_PAUSE_MS);
      if (actNext(lane) === "refused") report.refusedActs += 1;
    };
    return [{ name: `act of ${index}`, weight: plan.pace ?? USUAL_PACE, go }];
  });
}

/** A row may be gone, or a rule strict: the person reads the message and goes on. */
function actNext(lane: Lane): "done" | "refused" {
  const act = lane.acts.shift();
  try {
    const call = act?.();
    if (call === undefined) delete lane.waitsFor;
    else lane.waitsFor = call;
    return "done";
  } catch (error) {
    if (error instanceof GridError) return "refused";
    throw error;
  }
}

// No request is on its way for an hour.
function ticks(together: Together): readonly Choice[] {
  const { google, plan, report } = together;
  if (report.ticks >= (plan.ticks ?? 0) || isAsking(together)) return [];
  const go = () => {
    report.ticks += 1;
    google.tick();
  };
  return [{ name: "tick", weight: TICK_WEIGHT, go }];
}

// While a program outside waits, people may as well do nothing for that long, and a script's call may take its time.
function calm(together: Together): readonly Choice[] {
  if (outsideEnds(together).length === 0) return [];
  const passing = passingTime(together);
  return passing === undefined ? [] : [{ ...passing, weight: CALM_WEIGHT }];
}

function passingTime(together: Together): Choice | undefined {
  const { world, running } = together;
  const ends = [
    ...[...running.alive.values()].map((standing) =>
      Math.min(waitEnd(standing), lockEnd(world, standing.record, standing.request)),
    ),
    ...outsideEnds(together),
  ].filter((end) => end > world.now);
  if (ends.length === 0) return undefined;
  const go = () => {
    world.now = Math.min(...ends);
  };
  return { name: "time passes", weight: 1, go };
}
