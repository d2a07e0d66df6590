// The adoption of a tab as one act on a book that has boards already.

import { expect, test } from "vitest";
import type { Definition } from "../../../../shared/definition/pipeline.ts";
import { type AdoptedInBook, adoptInBook } from "../../../../shared/engine/adopt/adopt-in-book.ts";
import type { AdoptWishes } from "../../../../shared/engine/adopt/adopted-pipeline.ts";
import { presentDefinition } from "../../../../shared/engine/setup/present-definition.ts";
import { plainTab } from "../../../../shared/table/tab-facts.ts";
import { fixtures } from "../../../fixtures.ts";
import type { World } from "../../../world.ts";
import { worldWith } from "../deals.ts";

function adopt(world: World, wishesIn: (present: Definition) => AdoptWishes = () => ({})): AdoptedInBook {
  world.replace([...world.tables(), fixtures.crmTable]);
  const present = presentDefinition(world.tables(), { zone: "UTC", practice: true });
  const wanted = { present, tab: "CRM", facts: plainTab, wishes: wishesIn(present) };
  const adopted = adoptInBook(world.tables(), world.nextRun({ actor: "Robin" }), wanted);
  world.apply(adopted.changes);
  return adopted;
}

test("what people did on the other boards before is theirs", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  adopt(world);
  expect(world.log().find(({ name, kind }) => name === "Ada" && kind === "moved")?.who).toBe("unknown");
  expect(world.run().changes).toEqual([]);
});

test("a board that is to follow a pipeline of the book follows that one, and makes none", () => {
  const { definition } = adopt(worldWith("Ada"), ({ pipelines: [deals] }) =>
    deals === undefined ? {} : { pipeline: deals },
  );
  expect(definition.pipelines).toHaveLength(1);
  expect(definition.boards.map(({ pipeline }) => pipeline)).toEqual(["deals", "deals"]);
});

test("what is refused changes nothing", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Stage: "Lost" });
  const merged = { ...fixtures.crmTable, tab: "Merged", merges: ["A2:A3"] };
  world.replace([...world.tables(), merged]);
  const present = presentDefinition(world.tables(), { zone: "UTC", practice: true });
  const wanted = { present, tab: "Merged", facts: plainTab, wishes: {} };
  expect(adoptInBook(world.tables(), world.nextRun(), wanted).changes).toEqual([]);
});

test("a set-up with a mistake is not built on", () => {
  const world = worldWith("Ada");
  world.edit("Won", { Kind: "wonn" }, "Stages");
  expect(() => adopt(world)).toThrow("the set-up of this book has a mistake to mend first: Stages: ");
});
