// Edits while somebody else is at work: each is looked at in the end, by whoever comes next.

import { expect, test } from "vitest";
import { openBoard, type SheetWorld } from "./sheet-world.ts";

test("an edit that cannot wait any longer leaves a mark, and the next edit anywhere looks there, too", () => {
  const { ada, ben, google, script, spreadsheet, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  const release = google.holdLock(script, spreadsheet);
  ada.type("Sales!A2", "Dialogue");
  expect(rows("Activity").map((row) => row["Entry"])).toEqual(["created"]);
  release();
  ben.type("Sales!B3", "Bolt");
  expect(rows("Activity").map((row) => `${row["Entry"]} ${row["Name"]}`)).toEqual([
    "created Acme",
    "created Bolt",
    "moved Acme",
  ]);
});

test("an edit that gets the lock in time needs nobody else", () => {
  const { ada, google, script, spreadsheet, rows } = openBoard("sales");
  google.holdLock(script, spreadsheet, 2000);
  ada.type("Sales!B2", "Acme");
  expect(rows("Activity").map((row) => row["Name"])).toEqual(["Acme"]);
});

test("while another program writes, an edit waits for the next one", () => {
  const { ada, ben, google, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  const row = rows("_state").length + 2;
  const until = new Date(google.now() + 50_000).toISOString().replace("Z", "+00:00");
  const { tab } = ada.range("_state!A1");
  ada.act({
    do: "apiEdit",
    at: { tab, row, column: 1 },
    values: [
      ["writer", "the command"],
      ["until", until],
    ],
  });
  ada.type("Sales!A2", "Dialogue");
  expect(rows("Activity").length).toBe(1);
  google.advance(60_000);
  ben.type("Sales!B3", "Bolt");
  expect(rows("Activity").map((entry) => entry["Entry"])).toEqual(["created", "created", "moved"]);
});

test("a run that is killed anywhere is completed by the next look", () => {
  for (let call = 1; call <= 12; call++) {
    const { ada, google, rows, last } = openBoard("sales");
    ada.type("Sales!B2", "Acme");
    let calls = 0;
    google.hooks.interfere = ({ execution }) =>
      execution.functionName === "onEdit" && ++calls === call ? { what: "kill", applied: 3 } : undefined;
    ada.type("Sales!A2", "Dialogue");
    delete google.hooks.interfere;
    ada.answers.push("OK");
    ada.menu("Stageline", "Check this sheet");
    expect(
      rows("Activity").map((row) => row["Entry"]),
      `call ${call}`,
    ).toEqual(["created", "moved"]);
    expect(last("menuCheck").status).toBe("done");
  }
});

/** A live board with Acme and Bolt, where something happens to its rows just before the next writes arrive. */
function shiftedWhile(shift: (world: SheetWorld) => void, edit: (world: SheetWorld) => void): SheetWorld {
  const world = openBoard("sales");
  const { ada, google } = world;
  ada.paste("Sales!A2", [
    ["Dialogue", "Zero"],
    ["", "Acme"],
    ["Dialogue", "Bolt"],
  ]);
  ada.answers.push("OK");
  ada.menu("Stageline", "Practice or live", "Live");
  let isDone = false;
  google.hooks.interfere = ({ execution, request }) => {
    const writes = request.ask === "grid" && request.writes.length > 0;
    if (execution.functionName === "onEdit" && writes && !isDone) {
      isDone = true;
      shift(world);
    }
    return undefined;
  };
  edit(world);
  delete google.hooks.interfere;
  expect(isDone).toBe(true);
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
  return world;
}

function story({ rows }: SheetWorld): readonly string[] {
  return rows("Activity").map((row) => `${row["Entry"]} ${row["Name"]}`);
}

test.each([
  ["inserted", ({ ada }: SheetWorld) => ada.insertRows("Sales!A2")],
  ["deleted", ({ ada }: SheetWorld) => ada.deleteRows("Sales!A2")],
])(
  "rows that are %s while a refused move goes back: each record keeps its own stage and history",
  (_how, shift) => {
    const world = shiftedWhile(shift, ({ ben }) => ben.type("Sales!A3", "Initial Outreach"));
    const stages = Object.fromEntries(world.rows("Sales").map((row) => [row["Name"], row["Stage"]]));
    expect(stages).toMatchObject({ Acme: "Networking Database", Bolt: "Dialogue" });
    expect(story(world).filter((line) => line === "refused Acme").length).toBe(1);
    expect(story(world).filter((line) => line.endsWith(" Bolt"))).toEqual(["created Bolt"]);
    expect(new Set(world.rows("Activity").map((row) => row["Id"])).size).toBe(world.rows("Activity").length);
    expect(world.google.failures()).toEqual([]);
  },
);

test("a record that the page makes does not write over the row that somebody types at the same moment", () => {
  const world = openBoard("sales");
  const { ada, ben, google, rows } = world;
  ada.type("Sales!B2", "Acme");
  let isDone = false;
  google.hooks.interfere = ({ execution, request }) => {
    const writes = request.ask === "grid" && request.writes.length > 0;
    if (execution.functionName === "pageCreate" && writes && !isDone) {
      isDone = true;
      ben.type("Sales!B3", "Bolt");
    }
    return undefined;
  };
  ada.page("pageCreate", { board: "Sales", values: { name: "Crane" }, form: "form of sixteen letters" });
  delete google.hooks.interfere;
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
  expect(isDone).toBe(true);
  expect(rows("Sales").map((row) => row["Name"])).toEqual(["Acme", "Bolt", "Crane"]);
});

test.each([1, 2, 3, 4])(
  "a look that is cut short %i writes into the history leaves no half row there",
  (more) => {
    const { ada, google, spreadsheet, rows } = openBoard("sales");
    ada.answers.push("OK");
    ada.menu("Stageline", "Reminders", "On");
    google.hooks.drops = () => true;
    ada.paste("Sales!A2", [
      ["", "Acme"],
      ["Dialogue", "Bolt"],
    ]);
    const history = google.spreadsheet(spreadsheet).state.tabs.find(({ name }) => name === "Activity")?.id;
    google.hooks.interfere = ({ request }) => {
      const writes = request.ask === "grid" ? request.writes : [];
      const first = writes.findIndex((write) => write.do === "setValues" && write.range.tab === history);
      return first < 0 ? undefined : { what: "kill", applied: first + more };
    };
    google.tick();
    expect(rows("Activity").filter((row) => row["N"] === null || row["Check"] === null)).toEqual([]);
  },
);
