// What the guard makes of the built-in pipelines, and a message's way from an edit to the Outbox in a whole look.

import { expect, test } from "vitest";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { optOutOf } from "../../../../shared/engine/outbox/contact-marks.ts";
import { isDuplicateStage } from "../../../../shared/engine/outbox/guarded-contacts.ts";
import { outboxRows } from "../../../../shared/engine/outbox/outbox-row.ts";
import { openWorld } from "../../../world.ts";
import { bo, cy } from "./outbox-story.ts";

function pipelineOf(key: string): Pipeline {
  const found = templates.find((template) => template.key === key);
  if (found === undefined) throw new Error(`there is no template ${key}`);
  return found.pipeline;
}

test("of all stages that templates avoid, only Duplicate Account is for duplicates", () => {
  const boards = templates.map(({ key, pipeline }) => ({ id: key, tab: key, pipeline: pipeline.id }));
  const pipelines = templates.map(({ pipeline }) => pipeline);
  const definition = { zone: "UTC", practice: false, pipelines, boards, team: [], holidays: [] };
  const found = pipelines.flatMap((pipeline) =>
    pipeline.stages.filter((stage) => isDuplicateStage(definition, pipeline, stage)),
  );
  expect(found.map(({ name }) => name)).toEqual(["Duplicate Account"]);
});

test.each(["sales", "prospecting"])("the opt-out of %s is known", (key) => {
  const pipeline = pipelineOf(key);
  const field = pipeline.fields.find(({ name }) => name === "Do not contact");
  const id = field?.id ?? "";
  expect(optOutOf(pipeline, { values: { [id]: true }, cells: {} })).toBe("Do not contact");
  expect(optOutOf(pipeline, { values: { [id]: false }, cells: { [id]: "no" } })).toBeUndefined();
});

test("a move into another department's stage is a row of the Outbox after one look, and no more after the next", () => {
  const world = openWorld({ boards: { Orders: pipelineOf("orders") }, team: [bo, cy] });
  world.add({ Name: "Lamp", Product: "Lamp", Owner: "Bo" });
  world.run();
  world.edit("Lamp", { Stage: "Check with store" });
  world.run();
  // Digests are about no record.
  const notices = () => outboxRows(world.tables()).filter(({ record }) => record !== "");
  const rows = () => notices().map(({ subject, to, why, state }) => ({ subject, to, why, state }));
  const told = {
    subject: "Check with store: Lamp",
    to: ["bo@own.example", "cy@own.example"],
    why: "Ask the store",
  };
  expect(rows()).toEqual([{ ...told, state: "waiting to send" }]);
  expect(world.run().changes).toEqual([]);
  expect(rows()).toHaveLength(1);
});

test("a message with something missing is a problem at its row, until it is there", () => {
  const world = openWorld({ boards: { Orders: pipelineOf("orders") }, team: [bo, cy] });
  world.add({
    Name: "Lamp",
    Product: "Lamp",
    Owner: "Bo",
    Stage: "Customer Courier",
    "E-mail": "ada@acme.example",
  });
  world.run();
  const missing = '"Lamp": it cannot go yet: "Courier slip link" is empty; "Courier slip number" is empty';
  expect(world.run().problems).toEqual([{ tab: "Outbox", cell: "L2", message: missing }]);
  world.edit("Lamp", { "Courier slip link": "https://slip.example/7", "Courier slip number": "7" });
  expect(world.run().problems).toEqual([]);
  expect(outboxRows(world.tables())[0]).toMatchObject({
    state: "waiting to send",
    text: "Dear Lamp,\n\nthe courier has your order: https://slip.example/7 (slip 7).\n\nBo",
  });
});
