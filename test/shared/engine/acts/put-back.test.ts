// Cells that a host wrote over by mistake hold again what the history knows of them.

import { expect, test } from "vitest";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { putBackCells } from "../../../../shared/engine/acts/put-back.ts";
import { openWorld } from "../../../world.ts";

function lived() {
  const sales = templates.find(({ key }) => key === "sales")?.pipeline;
  if (sales === undefined) throw new Error("there is no template for sales");
  const world = openWorld({ boards: { Deals: sales }, practice: true });
  world.add({ Name: "Acme" });
  world.run();
  world.edit("Acme", { Stage: "Dialogue", Temperature: "Hot" });
  world.run();
  return { world, record: String(world.cell("Acme", "ID")) };
}

test("a stage is that of the history, whatever stands in the cell", () => {
  const { world, record } = lived();
  world.edit("Acme", { Stage: "Lost" });
  expect(putBackCells(world.tables(), [{ tab: "Deals", record, fields: ["stage"] }])).toEqual([
    { kind: "setField", tab: "Deals", record, field: "stage", value: "Dialogue" },
  ]);
});

test("a cell of which the history knows nothing is emptied, and nobody's cell is set for a record that is gone", () => {
  const { world, record } = lived();
  expect(putBackCells(world.tables(), [{ tab: "Deals", record, fields: ["log"] }])).toMatchObject([
    { value: null },
  ]);
  expect(putBackCells(world.tables(), [{ tab: "Deals", record: "r0", fields: ["stage"] }])).toEqual([]);
});
