// People who work together in one sheet: a holding answer, all records of one given to another, and what changed.

import { expect, test } from "vitest";
import type { ChangesView } from "../../shared/report/views/changes-view.ts";
import { BEN, openBoard, type SheetWorld } from "./sheet-world.ts";

/** A live sales board with Ann on it, who has an address. */
function salesWithAnn(): SheetWorld {
  const world = openBoard();
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Practice or live", "Live");
  const values = { name: "Ann", owner: "Zoe", e_mail: "ann@example.org" };
  world.ada.page("pageCreate", { board: "Sales", values, form: "form of Ann in twenty letters" });
  return world;
}

function logged(world: SheetWorld, activity: string, form: string): void {
  const act = { board: "Sales", record: "Ann", activity, note: "", form };
  expect(world.ada.page("pageLog", act)).not.toHaveProperty("problem");
}

const annIn = (rows: SheetWorld["rows"]) => rows("Sales").find((row) => row["Name"] === "Ann");

test("one click answers a reply for now, and it is sent at once by whom reminders run as", () => {
  const world = salesWithAnn();
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Reminders", "On");
  logged(world, "reply-later", "the first reply of Ann");
  const place = { board: "Sales", record: "Ann" };
  expect(world.ada.page("pageHoldingAnswer", place)).toMatchObject({
    said: '"Ann": the holding answer is in the Outbox, and to answer is the next step',
  });
  expect(world.google.outbox.map(({ to, subject }) => `${to}: ${subject}`)).toContain(
    "ann@example.org: Your message has arrived",
  );
  expect(annIn(world.rows)?.["Next step"]).toBe("answer, as promised");
  expect(world.ada.page("pageHoldingAnswer", { ...place, record: "Nobody" })).toMatchObject({
    problem: 'no record is called "Nobody"',
  });
});

test("what others changed is shown since one looked last, and counts as seen when one says so", () => {
  const world = salesWithAnn();
  world.google.install(world.script, BEN, { inSpreadsheet: world.spreadsheet });
  const changes = () => (world.ben.page("pageToday", {}) as { readonly changes: ChangesView }).changes;
  const first = changes();
  expect(first.records).toMatchObject([{ name: "Ann", board: "Sales" }]);
  expect(world.ben.page("pageSeen", { at: first.asOf, seen: first.seen })).toEqual({
    said: "Everything up to now counts as seen",
  });
  expect(changes()).toMatchObject({ records: [], nothing: "Nothing changed" });
  world.google.advance(60_000);
  logged(world, "call", "the first call with Ann");
  expect(changes().records).toMatchObject([{ name: "Ann", lines: [{ sentence: "Call" }] }]);
  // Each has seen what they have seen.
  expect(world.ada.page("pageToday", {})).toHaveProperty("changes.records");
  expect(world.ben.page("pageSeen", { at: "soon", seen: 1 })).toHaveProperty("problem");
});

test("the menu hands over all records of a person to another", () => {
  const world = salesWithAnn();
  const toBen = [{ text: "zoe" }, { text: "Ben" }, "OK"] as const;
  world.ada.answers.push(...toBen);
  world.ada.menu("Stageline", "Hand over all records of a person");
  const shown = () => world.ada.seen.dialogs.at(-1)?.prompt;
  expect(shown()).toBe('1 record of "zoe" is with "Ben" now');
  expect(annIn(world.rows)?.["Owner"]).toBe("Ben");
  world.ada.answers.push("CANCEL", "OK");
  world.ada.menu("Stageline", "Hand over all records of a person");
  expect(shown()).toBe("Nothing was handed over");
});
