// Quick looks that are cut short, and edits of which nobody was told: the next look at the whole book leaves it as if
// nothing had come in between.

import fc from "fast-check";
import { expect, test } from "vitest";
import { readHead } from "../../../../shared/engine/head.ts";
import { quickLook } from "../../../../shared/engine/quick/quick-look.ts";
import { watchedColumns } from "../../../../shared/engine/quick/watched-columns.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { applyChanges } from "../../../../shared/table/apply-changes.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { Tables } from "../../../../shared/table/table.ts";
import { openWorld, sentence, type Typed, type World } from "../../../world.ts";
import { ruledDeals } from "../deals.ts";
import { tabOf } from "./answers.ts";
import { handsOf, isPlainIn, type PipelineEdit, plainEdit } from "./pipeline-edits.ts";
import { lookAt, shown, touchOf } from "./touches.ts";

const RUNS = 150;
const TAB = "Board";

function someDeals(): World {
  const world = openWorld({ boards: { [TAB]: ruledDeals } });
  world.add(["ada", "bob", "cleo", "dora"].map((Name) => ({ Name, Budget: 5 })));
  world.run();
  return world;
}

// What the quick look would change, where it is one that tells.
function quickChanges(world: World, before: Tables): readonly Change[] | undefined {
  const touch = touchOf(tabOf(before, TAB), tabOf(world.tables(), TAB));
  if (touch === undefined) return undefined;
  const look = lookAt(world.tables(), { tab: TAB, board: "board" }, { ...touch, ids: "board" });
  const looked = look === undefined ? undefined : quickLook(look, world.nextRun({ knownBy: "event" }));
  return looked?.how === "done" ? looked.changes : undefined;
}

// What people see, and what the history tells, but for the hour.
function meaning(world: World): unknown {
  const hidden = ["ID", "Memory", "Fingerprint", "Since", "Due"];
  const rows = world.names(TAB).map((name) => {
    const cells = Object.entries(world.row(name, TAB)).filter(([header]) => !hidden.includes(header));
    return Object.fromEntries(cells);
  });
  const facts = world.log().map((entry) => `${entry.name} ${entry.n} ${sentence(entry)} ${entry.note}`);
  return { rows, facts: facts.sort() };
}

const edits = fc.array(
  plainEdit.filter((edit) => isPlainIn(ruledDeals, edit)),
  { minLength: 1, maxLength: 3 },
);

test("a quick look that is cut short anywhere is completed by the next look, and seen by the head until then", () => {
  fc.assert(
    fc.property(edits, fc.nat(), (all: readonly PipelineEdit[], cut) => {
      const world = someDeals();
      const hand = handsOf(world, ruledDeals, TAB);
      const before = world.tables();
      for (const edit of all) hand(edit);
      const edited = world.tables();
      const changes = quickChanges(world, before);
      if (changes === undefined || changes.length === 0) return;
      world.apply(changes);
      world.passHour();
      world.run();
      const undisturbed = meaning(world);
      const written = cut % changes.length;
      world.replace(edited);
      world.apply(changes.slice(0, written));
      expect(readHead(world.tables()).open).toBe(written === 0 ? "" : "yes");
      world.run();
      expect(meaning(world)).toEqual(undisturbed);
      expect(world.run()).toMatchObject({ changes: [], entries: [] });
      expect(readHead(world.tables()).open).toBe("");
    }),
    { numRuns: RUNS },
  );
});

const unwatched: fc.Arbitrary<Typed> = fc.constantFrom(
  { Owner: "Bea" },
  { Phone: "030 1234567" },
  { "E-mail": "not an address" },
  { "E-mail": "a@b.example" },
  { "Next step": "call" },
  { "Next step on": "soon" },
);

test("no rule, need or milestone asks for the columns that are not watched", () => {
  const { definition } = someDeals().look();
  const [board] = definition.boards;
  if (board === undefined) throw new Error("the book has no board");
  expect(watchedColumns(definition, board)).toEqual([
    ...["name", "stage", "log", "log_note", "id"],
    ...["budget", "deadline", "temperature", "signed"],
  ]);
});

test("what is typed into columns that are not watched may wait, and a quick look at other rows does it no harm", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), unwatched), { maxLength: 4 }), edits, (typed, all) => {
      const world = someDeals();
      for (const [row, cells] of typed) world.edit(world.names(TAB)[row] ?? "ada", cells, TAB);
      const before = world.tables();
      const hand = handsOf(world, ruledDeals, TAB);
      for (const edit of all) hand(edit);
      const changes = quickChanges(world, before);
      if (changes === undefined) return;
      const run = world.nextRun({ knownBy: "event" });
      const alone = applyChanges(world.tables(), reconcile(world.tables(), run).changes);
      const quick = applyChanges(world.tables(), changes);
      expect(shown(applyChanges(quick, reconcile(quick, run).changes))).toEqual(shown(alone));
    }),
    { numRuns: RUNS },
  );
});
