// A board of orders that is fed by the answers of a form, and the hands of those who fill the form in.

import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { Table } from "../../../../shared/table/table.ts";
import { openWorld, type World } from "../../../world.ts";

export const formTab = "Form Responses 1";

const orders = pipelineFromPlan({
  name: "Orders",
  noun: "order",
  stages: [{ name: "Received" }, { name: "Checked" }, { name: "Closed", kind: "won" }],
  fields: [
    { name: "E-mail", type: "e-mail", aliases: ["Your e-mail address"] },
    { name: "Product", type: "text" },
    { name: "Quantity", type: "number" },
    { name: "Channel", type: "choice", options: ["Web", "Phone"], default: "Web" },
  ],
  rules: [{ name: "Ask", when: "enters Received", does: "remind owner: look at it" }],
});

const HEADER = ["Timestamp", "Your name", "Your e-mail address", "Product", "Quantity"];

/** The day on which the tests begin, as a spreadsheet counts days: Monday 2026-11-02. */
const MONDAY = 46_328;

/** A time of that Monday. */
export function at(hours: number): Cell {
  return { serial: MONDAY + hours / 24 };
}

/** One answer. */
export function answer(hours: number, name: string, quantity: Cell = 1): readonly Cell[] {
  return [at(hours), name, `${name.toLowerCase()}@example.org`, "Lamp", quantity];
}

/** The tab of answers as it stands from now on. */
export function answers(
  world: World,
  rows: readonly (readonly Cell[])[],
  header: readonly Cell[] = HEADER,
): void {
  const table: Table = {
    tab: formTab,
    header,
    rows: rows.map((cells, index) => ({ at: index + 2, cells })),
    marks: {},
    merges: [],
  };
  world.replace([...world.tables().filter(({ tab }) => tab !== formTab), table]);
}

/** A book whose board was fed by the tab before the first answer came. */
export function ordersWorld(): World {
  const world = openWorld({ boards: { Orders: orders } });
  world.run();
  answers(world, []);
  world.edit("Orders", { "Fed by": formTab }, "Pipelines");
  world.run();
  return world;
}
