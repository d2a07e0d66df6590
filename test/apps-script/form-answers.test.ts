// A form whose answers become installations: at once where somebody looks after the sheet, at the next look otherwise.

import { expect, test } from "vitest";
import { columnLetters } from "../../shared/table/cell.ts";
import { openBoard, type SheetWorld } from "./sheet-world.ts";

const HOUR_MS = 3_600_000;
const HEADER = ["Timestamp", "Full name", "E-mail", "Address"];

function withForm(): SheetWorld {
  const world = openBoard("solar");
  world.ada.paste("Sheet1!A1", [HEADER]);
  const headers = Object.keys(world.rows("Pipelines")[0] ?? {});
  world.ada.type(`Pipelines!${columnLetters(headers.indexOf("Fed by"))}2`, "Sheet1");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Reminders", "On");
  world.google.advance(2 * HOUR_MS);
  return world;
}

// The clock of Amsterdam in winter.
function stampNow({ google }: SheetWorld): string {
  return new Date(google.now() + HOUR_MS).toISOString().slice(0, 19).replace("T", " ");
}

function submit(world: SheetWorld, name: string, email: string): void {
  const { ada } = world;
  const values = [stampNow(world), name, email, "Kade 1"];
  ada.act({ do: "formAnswer", tab: ada.range("Sheet1!A1").tab, values });
}

test("an answer becomes a record at once, and the tab of answers stays as it is", () => {
  const world = withForm();
  submit(world, "Ada Lovelace", "ada@example.org");
  expect(world.rows("Solar")).toMatchObject([
    { Name: "Ada Lovelace", Stage: "Site Survey", "E-mail": "ada@example.org", Address: "Kade 1" },
  ]);
  expect(Object.keys(world.rows("Sheet1")[0] ?? {})).toEqual(HEADER);
  expect(world.rows("Activity").slice(-1)[0]).toMatchObject({ Entry: "created", "Known by": "event" });
  expect(world.google.failures()).toEqual([]);
});

test("an answer whose event was lost is a record within the hour, and only one", () => {
  const world = withForm();
  world.ada.paste("Sheet1!A2", [[stampNow(world), "Bob", "bob@example.org", "Kade 2"]]);
  world.google.advance(2 * HOUR_MS);
  expect(world.rows("Solar").map(({ Name }) => Name)).toEqual(["Bob"]);
  world.google.advance(2 * HOUR_MS);
  submit(world, "Cy", "cy@example.org");
  expect(world.rows("Solar").map(({ Name }) => Name)).toEqual(["Bob", "Cy"]);
});

test("an answer that cannot be a record is told in Health, and nothing is made of it", () => {
  const world = withForm();
  submit(world, "Ada", "no address");
  expect(world.rows("Solar")).toEqual([]);
  const health = JSON.stringify(world.ada.page("pageHealth", {}));
  expect(health).toContain("no address");
});
