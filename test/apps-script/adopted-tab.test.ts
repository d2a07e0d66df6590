// A tab that people made becomes a board where it stands, and a board that is left is their tab again.

import { expect, test } from "vitest";
import { openSheet, type SheetWorld } from "./sheet-world.ts";

function withCustomers(): SheetWorld {
  const world = openSheet();
  world.ada.paste("Sheet1!A1", [
    ["Customer", "Status", "Amount", "Phone", "Next call"],
    ["Acme", "Lead", "1200", "007", "2026-11-20"],
    ["Bolt", "Won", "800", "020 555 01 23", ""],
    ["Crane", "Lead", "", "", ""],
  ]);
  world.ada.select("Sheet1!A1");
  return world;
}

test("the preview says what the columns and stages are taken for, and changes nothing", () => {
  const { ada, google, spreadsheet } = withCustomers();
  const before = google.spreadsheet(spreadsheet).state;
  const preview = ada.page("pageAdoptPreview", {}) as {
    possible: boolean;
    columns: { header: string; becomes: string }[];
    stages: { stage: { name: string }; count: number }[];
  };
  expect(preview.possible).toBe(true);
  expect(preview.columns.find(({ header }) => header === "Status")?.becomes).toMatch(/stage/i);
  expect(preview.stages.map(({ stage, count }) => [stage.name, count])).toEqual([
    ["Lead", 2],
    ["Won", 1],
  ]);
  expect(google.spreadsheet(spreadsheet).state).toEqual(before);
});

test("the tab keeps every cell where it was, and gets ours at the right", () => {
  const { ada, rows, google } = withCustomers();
  const phone = rows("Sheet1")[0]?.["Phone"];
  expect(ada.page("pageAdopt", { tab: "Sheet1" })).toHaveProperty("said");
  const [acme] = rows("Sheet1");
  expect(Object.keys(acme ?? {}).slice(0, 5)).toEqual(["Customer", "Status", "Amount", "Phone", "Next call"]);
  expect(acme).toMatchObject({ Customer: "Acme", Status: "Lead", Amount: 1200, Phone: phone });
  expect(rows("Sheet1").every((row) => /^r/.test(String(row["ID"])))).toBe(true);
  expect(google.failures()).toEqual([]);
});

test("records on it are looked after from then on", () => {
  const { ada, rows } = withCustomers();
  ada.page("pageAdopt", { tab: "Sheet1" });
  ada.type("Sheet1!B2", "Won");
  expect(rows("Activity").slice(-1)[0]).toMatchObject({ Entry: "moved", Name: "Acme", "Known by": "event" });
});

test("a tab that has no stages in it is refused with the reason, and stays as it is", () => {
  const { ada, google, spreadsheet } = openSheet();
  ada.paste("Sheet1!A1", [
    ["Only", "Numbers"],
    ["1", "2"],
  ]);
  const before = google.spreadsheet(spreadsheet).state.tabs;
  const answer = ada.page("pageAdopt", { tab: "Sheet1" }) as { problem?: string };
  expect(answer.problem).toBeTruthy();
  expect(google.spreadsheet(spreadsheet).state.tabs).toEqual(before);
});
