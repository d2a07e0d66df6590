// What is said of a move: where to, how long it usually takes, what comes next.

import { expect, test } from "vitest";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { actOnRecord } from "../../../../shared/engine/record-acts.ts";
import { moveSentence } from "../../../../shared/report/views/move-sentence.ts";
import { openWorld, type World } from "../../../world.ts";

const pipeline = pipelineFromPlan({
  name: "Offers",
  noun: "deal",
  stages: [{ name: "Lead" }, { name: "Offer" }, { name: "Won", kind: "won" }, { name: "Lost", kind: "lost" }],
  fields: [],
  rules: [
    { name: "Ask", when: "4 days after entering Offer", whileIn: ["Offer"], does: "remind owner: ask" },
    { name: "Give up", when: "30 days after entering Offer", whileIn: ["Offer"], does: "move to Lost" },
  ],
});

function openOffers(): World {
  const world = openWorld({ boards: { Deals: pipeline } });
  world.add([{ Name: "Ada" }, { Name: "Bob" }]);
  world.run();
  return world;
}

function saidOfMove(world: World, record: string, stage: string): string {
  const acted = actOnRecord(world.tables(), world.nextRun(), { record, act: { kind: "move", stage } });
  world.apply(acted.changes);
  const move = acted.entries.find(({ kind }) => kind === "moved");
  if (acted.book === undefined || move === undefined) throw new Error("nothing was moved");
  return moveSentence(acted.book, move);
}

test("a move says where to, and what the rules do next", () => {
  // Monday 2 November; four days on it is Friday.
  expect(saidOfMove(openOffers(), "Ada", "Offer")).toBe("Moved to Offer. A reminder comes on Friday");
});

test("where nothing comes by itself and nothing is known yet, the stage is all that is said", () => {
  expect(saidOfMove(openOffers(), "Ada", "Won")).toBe("Moved to Won");
});

test("what is beyond the week is told with its date, and a move by rule by its stage", () => {
  const world = openOffers();
  saidOfMove(world, "Ada", "Offer");
  world.waitUntil("2026-11-07T09:00:00Z");
  world.run();
  saidOfMove(world, "Ada", "Lead");
  world.edit("Ask", { "While in": "Lead" }, "Rules");
  world.run();
  // The thirtieth day is 7 December, and it may be answered until that day is over.
  expect(saidOfMove(world, "Ada", "Offer")).toBe(
    'Moved to Offer. It moves to "Lost" by itself on 8 December 2026',
  );
});

test("how long the stage usually takes is told once enough records have left it", () => {
  const world = openWorld({ boards: { Deals: pipeline } });
  const names = Array.from({ length: 12 }, (_, index) => `Deal ${index}`);
  world.add(names.map((name) => ({ Name: name, Stage: "Offer" })));
  world.run();
  world.waitUntil("2026-11-05T09:00:00Z");
  for (const name of names.slice(0, 11)) world.edit(name, { Stage: "Won" });
  world.run();
  world.add({ Name: "Ada" });
  world.run();
  expect(saidOfMove(world, "Ada", "Offer")).toBe(
    "Moved to Offer. Usually takes 3 days; a reminder comes on Monday",
  );
});
