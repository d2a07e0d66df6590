// Edits while somebody else is at work: each is looked at in the end, by whoever comes next.

import { expect, test } from "vitest";
import { openBoard } from "./sheet-world.ts";

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
