// What a card tells of records that look like its own, and of those that went into it.

import { expect, test } from "vitest";
import { recordCard } from "../../../../shared/report/views/record-card.ts";
import type { World } from "../../../world.ts";
import { dealsWorld } from "../../engine/deals.ts";
import { merge, unmerge } from "../../engine/merging/merging.ts";

function twoAdas(): World {
  const world = dealsWorld();
  world.add([
    { Name: "Ada", "E-mail": "ada@example.org" },
    { Name: "Adah", "E-mail": "ADA@example.org", Log: "Call", "Log note": "asks for two" },
  ]);
  world.run();
  return world;
}

function cardOf(world: World, record: string) {
  return recordCard(world.tables(), { record, now: world.nextRun().now });
}

test("a record that looks like it is told, with what they have in common", () => {
  const world = twoAdas();
  expect(cardOf(world, "Adah").doubles).toEqual([
    {
      board: "Deals",
      record: world.cell("Ada", "ID"),
      name: "Ada",
      sentence: 'the same E-mail "ada@example.org"',
    },
  ]);
});

test("once they are one, the card tells the history of both, and offers to take them apart", () => {
  const world = twoAdas();
  const adah = world.cell("Adah", "ID");
  merge(world, "Adah", "Ada");
  const card = cardOf(world, "Ada");
  expect([card.doubles, card.merged]).toEqual([[], [{ record: adah, name: "Adah" }]]);
  expect(card.history.map(({ sentence, note }) => (note === "" ? sentence : `${sentence}: ${note}`))).toEqual(
    [
      'became one with another record: one with "Adah", which had Name "Adah"',
      'reached the milestone "Called"',
      "Call: asks for two",
      'came in at "Lead"',
      'came in at "Lead"',
    ],
  );
});

test("taken apart, each card tells its own history again", () => {
  const world = twoAdas();
  merge(world, "Adah", "Ada");
  unmerge(world, "Adah");
  expect(cardOf(world, "Adah").merged).toEqual([]);
  expect(
    cardOf(world, "Ada").history.map(({ sentence, undone }) => `${sentence}${undone ? " (undone)" : ""}`),
  ).toEqual([
    "two again: what made it one with another record was taken back",
    "became one with another record (undone)",
    'came in at "Lead"',
  ]);
});
