// The functions for cells give the numbers of the report, computed in the sheet by the script that is pushed.

import { expect, test } from "vitest";
import { heldIn } from "../../local/grid/spreadsheet.ts";
import { reportFromTables } from "../../shared/report/report-from-tables.ts";
import { parseMoment } from "../../shared/value/moment.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { openBoard, type SheetWorld } from "./sheet-world.ts";

function livedBoard(): SheetWorld {
  const world = openBoard("sales");
  const { ada } = world;
  ada.paste("Sales!B2", [["Acme"], ["Bolt"], ["Crane"], ["Drill"]]);
  for (const [row, stage] of [
    [2, "Initial Outreach"],
    [3, "Initial Outreach"],
    [2, "Dialogue"],
    [4, "Lost"],
  ] as const)
    ada.type(`Sales!A${row}`, stage);
  ada.answers.push("OK");
  ada.menu("Stageline", "Refresh the Dashboard");
  ada.act({ do: "newTab", name: "Mine" });
  return world;
}

/** What a formula spills, row by row. */
function spilled({ ada, google, spreadsheet }: SheetWorld, formula: string): readonly (readonly unknown[])[] {
  ada.type("Mine!A1", formula);
  const tab = google.spreadsheet(spreadsheet).state.tabs.find(({ name }) => name === "Mine");
  return (tab?.rows ?? []).map((row) => row?.cells.map(heldIn) ?? []);
}

function report({ google, spreadsheet, cell }: SheetWorld) {
  const asOf = parseMoment(cell("Dashboard!B1"));
  const { report: made } = reportFromTables(gridTables(google.spreadsheet(spreadsheet).state), { asOf });
  return made.boards.find(({ board }) => board === "Sales");
}

test("PIPELINE_FUNNEL spills the stages of the report", () => {
  const world = livedBoard();
  const [headers = [], ...rows] = spilled(
    world,
    '=PIPELINE_FUNNEL(Activity!A:N, Stages!A:S, "Sales", Dashboard!$B$1)',
  );
  const column = (name: string) => headers.findIndex((header) => String(header).toLowerCase() === name);
  expect(rows.map((row) => [row[column("stage")], row[column("reached")], row[column("now")]])).toEqual(
    report(world)?.stages.map(({ stage, reached, now }) => [stage, reached, now]),
  );
});

test("a wrong name is one sentence in the cell, not a number", () => {
  const world = livedBoard();
  const [[first] = []] = spilled(
    world,
    '=STAGE_TIME(Activity!A:N, Stages!A:S, "Nowhere", "", Dashboard!$B$1)',
  );
  expect(first).toEqual({ error: "#ERROR!" });
});

test("STAGE_CONVERSION and MILESTONE_SCORES answer with a row of headers", () => {
  const world = livedBoard();
  const [headers] = spilled(
    world,
    '=STAGE_CONVERSION(Activity!A:N, Stages!A:S, "Sales", "Networking Database", "Initial Outreach", Dashboard!$B$1)',
  );
  expect(headers?.length).toBeGreaterThan(3);
  const [scores] = spilled(
    world,
    '=MILESTONE_SCORES(Activity!A:N, Stages!A:S, Milestones!A:E, "Sales", Dashboard!$B$1)',
  );
  expect(scores?.length).toBeGreaterThan(1);
});
