// A book to give advice on: one board, as its owner would write it down, with rows on it and a history.

import type { Definition, Pipeline } from "../../../../shared/definition/pipeline.ts";
import { type PipelinePlan, pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { bookAdvice } from "../../../../shared/engine/advice/book-advice.ts";
import { historyChanges } from "../../../../shared/engine/history-changes.ts";
import type { Entry } from "../../../../shared/log/entry.ts";
import { sentenceOf } from "../../../../shared/table/problem.ts";
import { momentFromInstant, parseMoment, utc } from "../../../../shared/value/moment.ts";
import { entryOf } from "../../../moves.ts";
import { openWorld, type Typed, type World } from "../../../world.ts";

export interface AdvisedBook {
  readonly pipeline: Pipeline;
  readonly team?: Definition["team"];
  readonly rows?: readonly Typed[];
  readonly history?: readonly Entry[];
  /** What the owner then does to the set-up tabs, by hand. */
  readonly later?: (world: World) => void;
}

const AS_OF = parseMoment("2026-11-20T08:30:00Z");

/** All advice on the book whose board is called as its pipeline, "Tab!Cell: what". */
export function adviceOn({
  pipeline,
  team = [],
  rows = [],
  history = [],
  later,
}: AdvisedBook): readonly string[] {
  const world = openWorld({ boards: { [pipeline.name]: pipeline }, team });
  world.add(rows);
  world.run();
  later?.(world);
  const { definition } = world.run();
  world.apply(historyChanges(world.tables(), history));
  return bookAdvice(world.tables(), definition, AS_OF).map(sentenceOf);
}

/** The plan of a pipeline called Jobs: Ask > Do > Done, with what a test says of it. */
export function jobs(plan: Partial<PipelinePlan>): Pipeline {
  const stages = [{ name: "Ask" }, { name: "Do" }, { name: "Done", kind: "won" as const }];
  return pipelineFromPlan({ name: "Jobs", noun: "job", stages, fields: [], ...plan });
}

const START_MS = Date.parse("2026-03-02T09:00:00Z");
const MINUTE_MS = 60_000;

/** So many records that each walk the same way: stage ids, and how many minutes they stay in each. */
export function walks(
  count: number,
  way: readonly string[],
  stay: { readonly minutes: number; readonly name?: string } = { minutes: 24 * 60 },
): readonly Entry[] {
  return Array.from({ length: count }, (_, number) =>
    way.map((to, index) =>
      entryOf({
        board: "jobs",
        record: `${stay.name ?? "walker"} ${number}`,
        kind: index === 0 ? "created" : "moved",
        n: index + 1,
        to,
        at: momentFromInstant(START_MS + index * stay.minutes * MINUTE_MS, utc),
      }),
    ),
  ).flat();
}
