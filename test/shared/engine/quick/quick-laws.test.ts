// Laws of the quick look: whenever it says what an edit means, it says what a look at the whole book would have said,
// to the last cell of every tab; and it does so for whatever people do most.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { quickLook } from "../../../../shared/engine/quick/quick-look.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { openWorld, type World } from "../../../world.ts";
import { ruledDeals } from "../deals.ts";
import { anyEdit, handsOf, isPlainIn, type PipelineEdit, plainEdit } from "./pipeline-edits.ts";
import { lookAt, shown, touchOf } from "./touches.ts";

const team = [
  { id: "bea", name: "Bea", roles: ["Sales"] },
  { id: "dan", name: "Dan", roles: ["Store", "Accounts"] },
];

const pipelines: readonly (readonly [string, Pipeline])[] = [
  ...templates.map(({ key, pipeline }) => [key, pipeline] as const),
  ["deals with rules", ruledDeals],
];

function bookOf(pipeline: Pipeline, book: { readonly practice: boolean }): World {
  const world = openWorld({ boards: { Board: pipeline }, team, practice: book.practice });
  const names = ["ada", "bob", "cleo", "dora", "eve", "finn"];
  world.add(names.map((Name, index) => ({ Name, Stage: pipeline.stages[index]?.name ?? null })));
  world.run();
  return world;
}

interface Answer {
  readonly how: "done" | "whole" | "nothing";
  readonly why?: string;
  readonly after: Tables;
}

// What a host does after an edit; a quick answer is held against the whole one.
function answered(
  world: World,
  before: Tables,
  how: { readonly ids: "touched" | "board"; readonly actor?: string },
): Answer {
  const tables = world.tables();
  const run = world.nextRun({ knownBy: "event", ...(how.actor === undefined ? {} : { actor: how.actor }) });
  const whole = () => applyChanges(tables, reconcile(tables, run).changes);
  const touch = touchOf(tabOf(before), tabOf(tables));
  if (touch === undefined) return { how: "nothing", after: whole() };
  const look = lookAt(tables, { tab: "Board", board: "board" }, { ...touch, ids: how.ids });
  const looked = look === undefined ? undefined : quickLook(look, run);
  if (looked?.how !== "done")
    return { how: "whole", why: looked?.why ?? "the header changed", after: whole() };
  const after = applyChanges(tables, looked.changes);
  const { entries, problems } = reconcile(tables, run);
  expect(shown(after)).toEqual(shown(whole()));
  expect(looked.entries).toEqual(entries);
  for (const problem of looked.problems) expect(problems).toContainEqual(problem);
  return { how: "done", after };
}

function tabOf(tables: Tables) {
  const table = tables.find(({ tab }) => tab === "Board");
  if (table === undefined) throw new Error("the board is gone");
  return table;
}

const acts = fc.record({
  edits: fc.array(anyEdit, { minLength: 1, maxLength: 2 }),
  ids: fc.constantFrom("touched" as const, "board" as const),
  actor: fc.constantFrom("Bea", "Dan", undefined),
});

type Act = {
  readonly edits: readonly PipelineEdit[];
  readonly ids: "touched" | "board";
  readonly actor: string | undefined;
};

// Each answer is written, and the next edit made on what it left.
function live(world: World, pipeline: Pipeline, session: readonly Act[]): readonly Answer[] {
  const hand = handsOf(world, pipeline, "Board");
  return session.map(({ edits, ids, actor }) => {
    const before = world.tables();
    for (const edit of edits) hand(edit);
    const answer = answered(world, before, { ids, ...(actor === undefined ? {} : { actor }) });
    world.replace(answer.after);
    world.passHour();
    return answer;
  });
}

describe.each(pipelines)("%s", (_, pipeline) => {
  test("a quick answer is the answer of the whole book, edit after edit", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(acts, { minLength: 1, maxLength: 8 }), (practice, session) => {
        const world = bookOf(pipeline, { practice });
        live(world, pipeline, session);
        const { changes } = world.look();
        expect(changes).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("what people do most is answered by the rows alone, edit after edit", () => {
    const plain = plainEdit.filter((edit) => isPlainIn(pipeline, edit));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), (session) => {
        const world = bookOf(pipeline, { practice: false });
        const asked = session.map((edit) => ({ edits: [edit], ids: idsFor(edit), actor: "Dan" }));
        for (const { why } of live(world, pipeline, asked)) expect(why).toBe(undefined);
      }),
      { numRuns: 15 },
    );
  });
});

// A row without an ID takes all of them; for the others the host asks how often they stand there.
function idsFor(edit: PipelineEdit): "touched" | "board" {
  return edit.do === "add" ? "board" : "touched";
}
