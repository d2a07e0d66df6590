// The built-in pipelines give no advice but what is true of them.

import { expect, test } from "vitest";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { bookAdvice } from "../../../../shared/engine/advice/book-advice.ts";
import { openWorld } from "../../../world.ts";
import { adviceOn } from "./advised.ts";

test.each(
  templates.filter(({ key }) => key !== "prospecting").map(({ key, pipeline }) => ({ key, pipeline })),
)("a new book of $key needs no advice", ({ pipeline }) => {
  expect(adviceOn({ pipeline })).toEqual([]);
});

test("prospecting alone is told that there is no board to make its deals on", () => {
  const pipeline = templates.find(({ key }) => key === "prospecting")?.pipeline;
  expect(pipeline && adviceOn({ pipeline })).toEqual([
    'Rules!F2: "Make the deal" makes no record: the book has no pipeline "Sales"; there are "Prospecting"',
  ]);
});

test("all eight in one book need none", () => {
  const world = openWorld({
    boards: Object.fromEntries(templates.map(({ pipeline }) => [pipeline.name, pipeline])),
  });
  const { definition } = world.run();
  expect(bookAdvice(world.tables(), definition, world.nextRun().now)).toEqual([]);
});
