// A paste, told in one sentence.

import { expect, test } from "vitest";
import { readBoard } from "../../../../shared/board/board-row.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { addedRecords, addedSentence } from "../../../../shared/engine/duplicates/added-records.ts";
import { openWorld, type Typed, type World } from "../../../world.ts";

const pipeline = pipelineFromPlan({
  name: "Offers",
  noun: "deal",
  stages: [{ name: "Lead" }, { name: "Won", kind: "won" }],
  fields: [{ name: "E-mail", type: "e-mail" }],
});

function openOffers(): World {
  return openWorld({ boards: { Deals: pipeline } });
}

function toldAfter(world: World, rows: readonly Typed[]): string | undefined {
  world.add(rows);
  const { entries, changes, definition } = world.run();
  const readings = definition.boards.flatMap((board) => readBoard(definition, board, world.table()) ?? []);
  const added = addedRecords(definition, readings, { entries, changes });
  return added === undefined ? undefined : addedSentence(added);
}

function person(name: string, email: string): Typed {
  return { Name: name, "E-mail": email };
}

test("of a paste it is told how many were added, and how many look like what was there", () => {
  const world = openOffers();
  toldAfter(world, [person("Ann Lee", "ann@lee.example")]);
  const pasted = [person("Bob Ray", "bob@ray.example"), person("Ann M. Lee", "ann@lee.example")];
  expect(toldAfter(world, pasted)).toBe("2 added, 1 looks like a duplicate");
});

test("of two that are alike and come together, one is the duplicate", () => {
  const rows = [
    person("Ann Lee", "ann@lee.example"),
    person("Ann Lee", "ann@lee.example"),
    person("Cy Ott", ""),
  ];
  expect(toldAfter(openOffers(), rows)).toBe("3 added, 1 looks like a duplicate");
});

test("where all are new to the board, nothing else is said", () => {
  expect(toldAfter(openOffers(), [person("Ann Lee", ""), person("Bob Ray", "")])).toBe("2 added");
});

test("a single record is told by its name, and not counted", () => {
  expect(toldAfter(openOffers(), [person("Ann Lee", "")])).toBeUndefined();
});

test("what waits in Held is told beside it", () => {
  expect(addedSentence({ count: 18, doubles: [], held: 1 })).toBe("18 added, 1 waits in Held");
  expect(addedSentence({ count: 18, doubles: ["r1"], held: 2 })).toBe(
    "18 added, 1 looks like a duplicate, 2 wait in Held",
  );
});
