// Who may move what, and who did it: by typing, where Google names nobody, and from the page, where it does.

import { expect, test } from "vitest";
import { ADA, BEN, openBoard, type SheetWorld } from "../sheet-world.ts";

/** A live board that only a manager may move to Date Held on; Ada is one, Ben is not. */
function gated(): SheetWorld {
  const world = openBoard("photography");
  const at = (tab: string, header: string, row: number) => {
    const column = Object.keys(world.rows(tab)[0] ?? {}).indexOf(header);
    return `${tab}!${String.fromCharCode(65 + column)}${row}`;
  };
  world.ada.paste(at("Team", "Person", 2), [
    ["Ada", ADA, "manager"],
    ["Ben", BEN, "helper"],
  ]);
  world.ada.type(at("Stages", "Who may move here", 3), "manager");
  world.google.install(world.script, BEN);
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Practice or live", "Live");
  world.ada.type("Photography!B2", "Wedding");
  return world;
}

function move(world: SheetWorld, who: "ada" | "ben"): Readonly<Record<string, unknown>> {
  const record = world.rows("Photography")[0]?.["ID"];
  const request = { board: "Photography", record, stage: "Date Held", values: { event_on: "2027-05-01" } };
  return world[who].page("pageMove", request) as Readonly<Record<string, unknown>>;
}

function lastEntry({ rows }: SheetWorld): Readonly<Record<string, unknown>> {
  return rows("Activity").slice(-1)[0] ?? {};
}

test("typed by somebody whom Google does not name, a move that takes a role goes back with the way to do it", () => {
  const world = gated();
  world.ada.type("Photography!A2", "Date Held");
  const [wedding] = world.rows("Photography");
  expect(wedding).toMatchObject({ Stage: "Outreach", Name: "Wedding" });
  expect(wedding?.["Status note"]).toMatch(/^only manager may move to "Date Held"; move it from the sidebar/);
  expect(lastEntry(world)).toMatchObject({ Entry: "refused", Who: "unknown" });
});

test("from the page, whoever has the role moves it, and the history says who", () => {
  const world = gated();
  expect(move(world, "ada")["said"]).toMatch(/^Moved to Date Held(?:\. |$)/);
  const moved = world.rows("Activity").find(({ Entry }) => Entry === "moved");
  expect(moved).toMatchObject({ Who: "Ada", "Known by": "sidebar" });
});

test("from the page, whoever has another role is told whom to ask, and nothing is changed", () => {
  const world = gated();
  const before = world.rows("Photography");
  expect(move(world, "ben")["problem"]).toMatch(/^only manager may move to "Date Held", and "Ben" is not; /);
  expect(world.rows("Photography")).toEqual(before);
});

test("what is typed says unknown, and what is done from the page says who, on one record", () => {
  const world = openBoard("coaching");
  world.ben.type("Coaching!B2", "Ann");
  const record = world.rows("Coaching")[0]?.["ID"];
  world.ada.page("pageMove", { board: "Coaching", record, stage: "Left", values: { left_because: "no" } });
  const path = world.rows("Activity").filter(({ Entry }) => Entry === "created" || Entry === "moved");
  expect(path.map((row) => [row["Who"], row["Known by"]])).toEqual([
    ["unknown", "event"],
    [ADA, "sidebar"],
  ]);
});

test("a board in practice only warns, whoever types", () => {
  const world = gated();
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Practice or live", "Practice");
  world.ada.type("Photography!A2", "Date Held");
  expect(world.rows("Photography")[0]).toMatchObject({ Stage: "Date Held" });
  expect(world.ada.seen.toasts.slice(-1)[0]?.message).toMatch(
    /^Wedding: Outreach → Date Held; only manager may move to "Date Held"; /,
  );
});
