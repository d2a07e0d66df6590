// Laws of the rules' turn over all built-in pipelines: it is quiet when it is done, and it does not matter how often
// somebody looks. What may differ between a look every few hours and one after a week: the daily digests, what is put
// into the Outbox late, and who is told of a week in which a record was behind.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { textOf } from "../../../../shared/table/cell.ts";
import { openWorld, type World } from "../../../world.ts";
import { handsOf, isPlainIn, type PipelineEdit, plainEdit } from "../quick/pipeline-edits.ts";
import { ruledFacts, runAt } from "./ruled-board.ts";

const NAMES = ["ada", "bob", "cleo", "dora", "eve", "finn"];
const WEEK_HOURS = 168;

function lived(pipeline: Pipeline, edits: readonly PipelineEdit[]): World {
  const world = openWorld({ boards: { Board: pipeline } });
  world.add(NAMES.map((Name, index) => ({ Name, Stage: pipeline.stages[index]?.name ?? null })));
  world.run();
  const hand = handsOf(world, pipeline, "Board");
  for (const edit of edits.filter((each) => isPlainIn(pipeline, each))) {
    hand(edit);
    world.run();
  }
  return world;
}

function at(hours: number): string {
  return new Date(Date.UTC(2026, 10, 3) + hours * 3_600_000).toISOString().slice(0, 16);
}

function stagesOf(world: World): readonly string[] {
  return world.names("Board").map((name) => `${name}: ${textOf(world.row(name, "Board")["Stage"])}`);
}

// Of who is behind, each look tells for its own week.
function actsOf(world: World, { rules }: Pipeline): readonly string[] {
  const behind = rules.filter(({ when }) => when.on === "behind").map(({ name }) => name);
  const told = ruledFacts(world).filter((fact) => !behind.some((name) => fact.includes(name)));
  return [...told].sort();
}

let acts = 0;
const pipelines = templates.map(({ key, pipeline }) => [key, pipeline] as const);
const edits = fc.array(plainEdit, { minLength: 1, maxLength: 10 });

describe.each(pipelines)("%s", (_, pipeline) => {
  test("a look every half day and one after a week come to the same", () => {
    fc.assert(
      fc.property(edits, (some) => {
        const [often, once] = [lived(pipeline, some), lived(pipeline, some)];
        for (let hours = 12; hours <= WEEK_HOURS; hours += 12) runAt(often, at(hours));
        runAt(once, at(WEEK_HOURS));
        expect(stagesOf(once)).toEqual(stagesOf(often));
        expect(actsOf(once, pipeline)).toEqual(actsOf(often, pipeline));
        acts += actsOf(once, pipeline).length;
      }),
      { numRuns: 5 },
    );
  });

  test("whenever somebody looks, a second look at that time finds nothing to do", () => {
    fc.assert(
      fc.property(edits, fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 4 }), (some, gaps) => {
        const world = lived(pipeline, some);
        let hours = 0;
        for (const gap of gaps) {
          hours += gap;
          runAt(world, at(hours));
          world.waitUntil(`${at(hours)}:00Z`);
          expect(world.look().changes).toEqual([]);
        }
      }),
      { numRuns: 6 },
    );
  });
});

test("the rules had something to do meanwhile", () => {
  expect(acts).toBeGreaterThan(20);
});
