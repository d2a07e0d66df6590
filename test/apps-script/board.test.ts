// A board in a sheet, from the first click to the history: the built add-on on the small Google of this machine.

import { expect, test } from "vitest";
import { openBoard, openSheet } from "./sheet-world.ts";

const SET_UP = ["Pipelines", "Stages", "Fields", "Milestones", "Rules", "Messages", "Team", "Calendar"];

test("the menu opens before anybody allowed anything, and the page makes a board of a built-in pipeline", () => {
  const { ada, google, spreadsheet } = openSheet();
  ada.menu("Stageline", "New board");
  expect(ada.seen.pages.slice(-1)[0]?.html).toContain('data-start="new-board"');
  expect(ada.page("pageNewBoard", { template: "coaching", tab: "Clients" })).toEqual({
    said: 'The board "Clients" is ready: type the names of your clients into it',
  });
  const tabs = google.spreadsheet(spreadsheet).state.tabs;
  const shown = tabs.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  expect(shown).toEqual(["Sheet1", "Clients", "Held"]);
  expect(tabs.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...SET_UP, "Activity", "_definition", "_state"]),
  );
  expect(google.failures()).toEqual([]);
});

test("a name that is typed into a board enters the first stage, and the history says so", () => {
  const { ada, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  expect(rows("Sales")[0]).toMatchObject({ Stage: "Networking Database", Name: "Acme" });
  expect(rows("Activity")[0]).toMatchObject({ Entry: "created", Name: "Acme", N: 1, "Known by": "event" });
  expect(ada.seen.dialogs).toEqual([]);
  expect(ada.seen.toasts.slice(-1)[0]?.message).toBe("Acme is new in Networking Database");
});

test("in practice a move that misses something stands, and the Status note says what is missing", () => {
  const { ada, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  ada.type("Sales!A2", "Initial Outreach");
  expect(rows("Sales")[0]?.["Stage"]).toBe("Initial Outreach");
  expect(rows("Sales")[0]?.["Status note"]).toMatch(/^Initial Outreach needs: Company, /);
});

test("live, the same move goes back, and its reason is shown at once", () => {
  const { ada, rows } = openBoard("sales");
  ada.answers.push("OK");
  ada.menu("Stageline", "Practice or live", "Live");
  ada.type("Sales!B2", "Acme");
  ada.type("Sales!A2", "Initial Outreach");
  expect(rows("Sales")[0]?.["Stage"]).toBe("Networking Database");
  expect(rows("Activity").slice(-1)[0]).toMatchObject({ Entry: "refused", To: "initial_outreach" });
  expect(ada.seen.toasts.slice(-1)[0]?.message).toMatch(/^Acme: Initial Outreach needs: /);
});

test("a second look right after the first changes nothing", () => {
  const { ada, google, spreadsheet } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  ada.type("Sales!A2", "Initial Outreach");
  const before = google.spreadsheet(spreadsheet).state;
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
  expect(google.spreadsheet(spreadsheet).state.tabs).toEqual(before.tabs);
});

test("Ben, who never installed the add-on, moves records as Ada does", () => {
  const { ben, rows } = openBoard("sales");
  ben.type("Sales!B2", "Acme");
  ben.type("Sales!A2", "Dialogue");
  expect(rows("Activity").map((row) => [row["Entry"], row["To"]])).toEqual([
    ["created", "networking_database"],
    ["moved", "dialogue"],
  ]);
});

test("a row that was deleted is taken out of the history's present at the next look", () => {
  const { ada, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  ada.deleteRows("Sales!A2");
  ada.answers.push("OK");
  ada.menu("Stageline", "Check this sheet");
  expect(rows("Activity").map((row) => row["Entry"])).toEqual(["created", "removed"]);
});

test("a stage that is renamed in the set-up is renamed on the board, and moves nobody", () => {
  const { ada, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  const row = rows("Stages").findIndex((stage) => stage["Stage"] === "Networking Database") + 2;
  const column = Object.keys(rows("Stages")[0] ?? {}).indexOf("Stage");
  ada.type(`Stages!${String.fromCharCode(65 + column)}${row}`, "Network");
  expect(rows("Sales")[0]?.["Stage"]).toBe("Network");
  expect(rows("Activity").map((entry) => entry["Entry"])).toEqual(["created", "definition-changed"]);
});

test("an edit is looked at after the board's columns were moved, too", () => {
  const { ada, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  const { tab } = ada.range("Sales!A1");
  ada.act({ do: "insertLines", side: "before", tab, axis: "columns", at: 1, count: 1 });
  ada.type("Sales!B2", "Dialogue");
  expect(rows("Activity").map((row) => row["Entry"])).toEqual(["created", "moved"]);
});

test("a board whose tab was renamed goes on; a copy of its tab waits, and moves nobody", () => {
  const { ada, rows } = openBoard("sales");
  ada.type("Sales!B2", "Acme");
  const { tab } = ada.range("Sales!A1");
  ada.act({ do: "renameTab", tab, name: "Deals" });
  ada.type("Deals!A2", "Dialogue");
  ada.act({ do: "copyTab", tab });
  ada.type("Copy of Deals!A2", "Lost");
  ada.type("Copy of Deals!B2", "Acme again");
  expect(rows("Activity").map((row) => row["Entry"])).toEqual(["created", "moved", "definition-changed"]);
  expect(rows("Held").map((row) => row["Name"])).toEqual(["Copy of Deals"]);
});
