// A small pipeline whose rules are written as an owner writes them, and what became of its records in short.

import type { RulePlan } from "../../../../shared/definition/templates/template.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import type { Entry } from "../../../../shared/log/entry.ts";
import { openWorld, type World, type WorldPlan } from "../../../world.ts";

/** Jobs: Lead, Offer, Wait, Done; beside it Lost. */
export function ruledPipeline(rules: readonly RulePlan[]) {
  return pipelineFromPlan({
    name: "Jobs",
    noun: "job",
    stages: [
      { name: "Lead" },
      { name: "Offer" },
      { name: "Wait", kind: "parked", onMainLine: false },
      { name: "Done", kind: "won" },
      { name: "Lost", kind: "lost" },
    ],
    fields: [
      { name: "Event on", type: "day" },
      { name: "Paid", type: "yes/no" },
    ],
    rules,
  });
}

/** A book of such jobs, whose first run is on Monday 2 November 2026 at nine. */
export function ruledWorld(rules: readonly RulePlan[], plan: Partial<WorldPlan> = {}): World {
  return openWorld({ boards: { Jobs: ruledPipeline(rules) }, ...plan });
}

/** A look at that time. */
export function runAt(world: World, at: string) {
  world.waitUntil(`${at}:00Z`);
  return world.run();
}

/** What rules did: "11-07T00:00 moved offer > lost", "11-04T00:00 remind: ask". */
export function ruledFacts(world: World): readonly string[] {
  return world
    .log()
    .filter(({ data }) => data["rule"] !== undefined)
    .map(factWords);
}

function factWords({ at, kind, from, to, note, data }: Entry): string {
  const when = at.slice(5, 16);
  if (kind === "moved") return `${when} ${from} > ${to}`;
  if (kind === "field") return `${when} ${data["field"]} = ${data["to"]}`;
  return `${when} ${data["do"]}: ${note}`;
}
