// What programs outside can do next in a run: begin, go on after a wait, or see a request arrive, which may meet with a
// fault or be the last that its program did.

import type { Choice } from "./choices.ts";
import { isLate, mayGoOn, type OutsideLane, type Stood, stoodOf } from "./outside-lane.ts";
import type { RequestFate } from "./outside-program.ts";
import type { OutsidePlan, Together } from "./run-together.ts";

const USUAL_PACE = 0.05;
const FAULTS: readonly RequestFate[] = [
  "put off",
  "put off for a while",
  "failed",
  "unavailable",
  "cut before its effect",
  // What was done and not told is the hardest to get right.
  ...Array<RequestFate>(3).fill("cut after its effect"),
];

/** A request that was on its way for so long that nothing may come before it. */
export function lateRequest(together: Together): Choice | undefined {
  for (const [index, lane] of together.outside.entries()) {
    if (lane.at !== undefined && isLate(together.world, lane.at))
      return goingOn(together, { lane, index }, lane.at);
  }
  return undefined;
}

export function outsideChoices(together: Together): readonly Choice[] {
  const { world, plan } = together;
  return together.outside.flatMap((lane, index): readonly Choice[] => {
    const { at } = lane;
    if (at !== undefined) return mayGoOn(world, at) ? [goingOn(together, { lane, index }, at)] : [];
    const [program] = lane.programs;
    if (program === undefined) return [];
    const go = async () => {
      lane.programs.shift();
      together.report.programs += 1;
      await letRun(together, lane, { name: program.name, run: program.start() });
    };
    return [{ name: `${index} begins ${program.name}`, weight: plan.outside?.pace ?? USUAL_PACE, go }];
  });
}

/** Whether a request is on its way. */
export function isAsking({ outside }: Together): boolean {
  return outside.some(({ at }) => at?.standing.kind === "request");
}

/** When the clock brings those that stand further. */
export function outsideEnds({ world, outside }: Together): readonly number[] {
  return outside.flatMap(({ at }) => (at === undefined || at.dueMs <= world.now ? [] : [at.dueMs]));
}

interface Placed {
  readonly lane: OutsideLane;
  readonly index: number;
}

function goingOn(together: Together, { lane, index }: Placed, at: Stood): Choice {
  const { standing, name } = at;
  if (standing.kind === "request") {
    return { name: `${index} asks ${standing.name}`, weight: 1, go: () => arrive(together, lane, at) };
  }
  const go = async () => {
    standing.over();
    await letRun(together, lane, at);
  };
  return { name: `${index} waited in ${name}`, weight: 1, go };
}

async function arrive(together: Together, lane: OutsideLane, at: Stood): Promise<void> {
  const { random, running, report, outside } = together;
  const { standing, run } = at;
  if (standing.kind !== "request") return;
  const { kill = 0, fault = 0 } = together.plan.outside?.faults ?? {};
  const chance = random();
  report.requests += 1;
  if (running.alive.size > 0 || outside.some((other) => other !== lane && other.at !== undefined)) {
    report.requestOverlaps += 1;
  }
  if (chance < kill) {
    report.programKills += 1;
    const isAfter = random() < 0.5;
    report.trace.push(isAfter ? "killed after its effect" : "killed before its effect");
    delete lane.at;
    await run.kill();
    if (isAfter) await standing.meet("unheard");
    return;
  }
  const fate = chance < kill + fault ? faultDrawn(together) : "served";
  await standing.meet(fate);
  await letRun(together, lane, at);
}

function faultDrawn({ random, report }: Together): RequestFate {
  const fate = FAULTS[Math.floor(random() * FAULTS.length)] ?? "failed";
  report.requestFaults += 1;
  report.trace.push(fate);
  return fate;
}

async function letRun(
  { world, random, plan, running }: Together,
  lane: OutsideLane,
  going: Pick<Stood, "name" | "run">,
): Promise<void> {
  const flights: NonNullable<OutsidePlan["flights"]> = plan.outside?.flights ?? {};
  const alive = [...running.alive.values()].map(({ record }) => record);
  const at = await stoodOf({ world, random, flights }, alive, going);
  if (at === undefined) delete lane.at;
  else lane.at = at;
}
