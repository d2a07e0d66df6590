// Time per department: how long records lie with each role, from the moment in which a record comes to a stage of the
// role to that in which it goes on to another's. Stages of one role that follow each other are one stay. What is parked,
// lost, not to be contacted or at the end of the line lies with nobody: coming there ends a stay. In days by the wall clock.

import { mainLineOf, type Pipeline, type Stage } from "../definition/pipeline.ts";
import { ENDS_HANDED_ON, ENDS_HERE, type Paths } from "../log/paths.ts";
import { type Period, windowOf } from "../log/period.ts";
import { type TimeEstimate, timeEstimate } from "../statistics/time-estimate.ts";
import { nameKey } from "../table/cell.ts";

export interface DepartmentTime {
  /** As the first of its stages calls it. */
  readonly role: string;
  readonly time: TimeEstimate;
  /** Records that lie there now. */
  readonly now: number;
}

const DAY_MS = 86_400_000;
const NOBODY = -1;

/**
 * How long records lie with each role of the pipeline, in the order of its stages; with a period, by the stays that began
 * in it. Unit: stays; a stay that still runs says only "longer than this".
 *
 * Source: house rule; Kaplan & Meier (1958).
 *
 * @example
 * departments({ ...fixtures.offers, stages: fixtures.offers.stages.map((stage) => ({ ...stage, role: "Store" })) },
 *   fixtures.paths("ada: Lead@0 Offer@4 Won@7")).map(({ role, time }) => [role, time.medianDays]) //=> [["Store", 7]]
 */
export function departments(
  pipeline: Pipeline,
  paths: Paths,
  period: Period = {},
): readonly DepartmentTime[] {
  const working = workingStages(pipeline);
  const roles = new Map<string, string>();
  for (const { role = "" } of working) if (!roles.has(nameKey(role))) roles.set(nameKey(role), role);
  const numbers = new Map([...roles.keys()].map((key, number) => [key, number]));
  const stages = new Map(working.map(({ id, role = "" }) => [id, numbers.get(nameKey(role)) ?? NOBODY]));
  const roleOfStage = Int16Array.from(paths.stageIds, (id) => stages.get(id) ?? NOBODY);
  const stays = staysOf(paths, roleOfStage);
  const { startWallMs, endWallMs } = windowOf(period);
  return [...roles.values()].flatMap((role, number): readonly DepartmentTime[] => {
    const own = stays.filter((stay) => stay.role === number);
    const counted = own.filter(({ enteredMs }) => enteredMs >= startWallMs && enteredMs < endWallMs);
    if (own.length === 0) return [];
    const daysOf = (isFinished: boolean) =>
      Float64Array.from(
        counted.filter((stay) => stay.isFinished === isFinished),
        ({ enteredMs, leftMs }) => Math.max(0, leftMs - enteredMs) / DAY_MS,
      );
    const time = timeEstimate({ finished: daysOf(true), open: daysOf(false) });
    return [{ role, time, now: own.filter(({ isNow }) => isNow).length }];
  });
}

// Where somebody has something to do.
function workingStages(pipeline: Pipeline): readonly Stage[] {
  const line = mainLineOf(pipeline);
  const end = line[line.length - 1];
  return pipeline.stages.filter(
    (stage) => stage.role !== undefined && stage !== end && (stage.kind === "open" || stage.kind === "won"),
  );
}

interface Stay {
  readonly role: number;
  readonly enteredMs: number;
  readonly leftMs: number;
  readonly isFinished: boolean;
  readonly isNow: boolean;
}

function staysOf(paths: Paths, roleOfStage: Int16Array): readonly Stay[] {
  const { firstVisit, stage, enteredWallMs, ending, endWallMs } = paths;
  const stays: Stay[] = [];
  for (let record = 0; record < paths.recordIds.length; record++) {
    const to = firstVisit[record + 1] ?? 0;
    for (let visit = firstVisit[record] ?? 0; visit < to; ) {
      const role = roleOfStage[stage[visit] ?? NOBODY] ?? NOBODY;
      const enteredMs = enteredWallMs[visit] ?? 0;
      while (visit < to && (roleOfStage[stage[visit] ?? NOBODY] ?? NOBODY) === role) visit++;
      if (role === NOBODY) continue;
      const isLast = visit === to;
      const leftMs = (isLast ? endWallMs[record] : enteredWallMs[visit]) ?? 0;
      const isFinished = !isLast || ending[record] === ENDS_HANDED_ON;
      stays.push({ role, enteredMs, leftMs, isFinished, isNow: isLast && ending[record] === ENDS_HERE });
    }
  }
  return stays;
}
