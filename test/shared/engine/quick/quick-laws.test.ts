// Laws of the quick look: whenever it says what an edit means, it says what a look at the whole book would have said,
// to the last cell of every tab; and it does so for whatever people do most.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { observe } from "../../../../shared/engine/observe.ts";
import { openWorld, type World } from "../../../world.ts";
import { ruledDeals } from "../deals.ts";
import { type Edit, handsOn, randomWorld, sessions } from "../edits.ts";
import { type Answer, answered, tabOf } from "./answers.ts";
import { anyEdit, handsOf, isPlainIn, type PipelineEdit, plainEdit } from "./pipeline-edits.ts";
import type { Asked } from "./touches.ts";

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

const acts = fc.record({
  edits: fc.array(anyEdit, { minLength: 1, maxLength: 2 }),
  ids: fc.constantFrom("touched" as const, "board" as const),
  actor: fc.constantFrom("Bea", "Dan", undefined),
});

type Act = {
  readonly edits: readonly PipelineEdit[];
  readonly ids: Asked;
  readonly actor: string | undefined;
};

// Each answer is written, and the next edit made on what it left.
function live(world: World, pipeline: Pipeline, session: readonly Act[]): readonly Answer[] {
  const hand = handsOf(world, pipeline, "Board");
  return session.map(({ edits, ids, actor }) => {
    const before = world.tables();
    for (const edit of edits) hand(edit);
    const answer = answered(world, before, { tab: "Board", board: "board", ids, actor });
    world.replace(answer.after);
    world.passHour();
    return answer;
  });
}

// Where a pipeline makes invoices, or asks what is paid, some moves take the tabs of money.
const FOR_MONEY = [undefined, "what is paid has to be looked up", "a rule takes the whole book"];

describe.each(pipelines)("%s", (_, pipeline) => {
  test("a quick answer is the answer of the whole book, edit after edit", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(acts, { minLength: 1, maxLength: 8 }), (practice, session) => {
        const world = bookOf(pipeline, { practice });
        live(world, pipeline, session);
        // What rules do because of it that takes the whole book comes with the next look at everything.
        expect(observe(world.tables(), world.nextRun()).changes).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("what people do most is answered by the rows alone, edit after edit", () => {
    const plain = plainEdit.filter((edit) => isPlainIn(pipeline, edit));
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), (session) => {
        const world = bookOf(pipeline, { practice: false });
        const asked = session.map((edit) => ({ edits: [edit], ids: "as needed" as const, actor: "Dan" }));
        for (const { why } of live(world, pipeline, asked)) expect(FOR_MONEY).toContain(why);
      }),
      { numRuns: 15 },
    );
  });
});

const TABS = { Deals: "deals", Projects: "projects" } as const;

// Where both boards were touched, as by a row that was cut out of the one and pasted into the other, nobody is quick.
function liveOnTwoBoards(world: World, session: readonly Edit[]): readonly Answer["how"][] {
  const hand = handsOn(world);
  return session.map((edit) => {
    const before = world.tables();
    hand(edit);
    const touched = Object.keys(TABS).filter(
      (tab) => tabOf(before, tab) !== tabOf(world.tables(), tab),
    ) as readonly (keyof typeof TABS)[];
    const [tab, other] = touched;
    if (tab === undefined || other !== undefined) {
      world.run();
      return "whole";
    }
    const answer = answered(world, before, { tab, board: TABS[tab], ids: "board" });
    world.replace(answer.after);
    world.passHour();
    return answer.how;
  });
}

test("of a book with two boards, a quick answer for one is that of the whole book", () => {
  const counts = { done: 0, whole: 0, nothing: 0 };
  fc.assert(
    fc.property(sessions, (session) => {
      const world = randomWorld();
      for (const how of liveOnTwoBoards(world, session)) counts[how] += 1;
      expect(world.look().changes).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(counts.done).toBeGreaterThan(counts.whole / 2);
});
