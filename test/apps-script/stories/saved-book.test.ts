// A sheet that is saved as a file is the same book: the command reports of it what the cells of the sheet say, to the
// last digit, and finds nothing to do.

import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bookFromSpreadsheet } from "../../../local/grid/book/book-from-spreadsheet.ts";
import { heldIn } from "../../../local/grid/spreadsheet.ts";
import { newPath, stageline } from "../../command.ts";
import { openBoard, type SheetWorld } from "../sheet-world.ts";

interface ReportedStage {
  readonly stage: string;
  readonly reached: number;
  readonly now: number;
  readonly fromPrevious?: number;
  readonly overall?: number;
}

function lived(): SheetWorld {
  const world = openBoard("sales");
  world.ada.paste("Sales!B2", [["Acme"], ["Bolt"], ["Crane"]]);
  world.ada.type("Sales!A2", "Initial Outreach");
  world.ada.type("Sales!A3", "Initial Outreach");
  world.ada.type("Sales!A3", "Dialogue");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Refresh the Dashboard");
  return world;
}

function saved({ google, spreadsheet }: SheetWorld): string {
  const path = newPath();
  writeFileSync(path, bookFromSpreadsheet(google.spreadsheet(spreadsheet).state));
  return path;
}

/** What the formula shows, row by row, in a tab of its own. */
function spilled({ ada, google, spreadsheet }: SheetWorld, formula: string): readonly (readonly unknown[])[] {
  ada.act({ do: "newTab", name: "Mine" });
  ada.type("Mine!A1", formula);
  const tab = google.spreadsheet(spreadsheet).state.tabs.find(({ name }) => name === "Mine");
  return (tab?.rows ?? []).map((row) => row?.cells.map(heldIn) ?? []);
}

test("the functions in cells and the command's report agree to the last digit", async () => {
  const world = lived();
  const now = String(world.cell("Dashboard!B1"));
  const { json } = await stageline("report", saved(world), "--as", "json", "--now", now);
  const { boards } = json as { readonly boards: readonly { readonly stages: readonly ReportedStage[] }[] };
  const [, ...rows] = spilled(world, '=PIPELINE_FUNNEL(Activity!A:N, Stages!A:S, "Sales", Dashboard!$B$1)');
  const told = boards[0]?.stages.map(({ stage, reached, now: here, fromPrevious, overall }) => {
    return [stage, reached, here, fromPrevious ?? "", overall ?? ""];
  });
  expect(rows.map(([stage, , ...figures]) => [stage, ...figures].map((each) => each ?? ""))).toEqual(told);
  expect(told?.[1]).toEqual(["Initial Outreach", 2, 1, 0.666667, 0.666667]);
});

test("the command finds nothing to do in it", async () => {
  const world = lived();
  const now = String(world.cell("Dashboard!B1"));
  const { json, exitCode } = await stageline("sync", saved(world), "--json", "--now", now);
  expect(json).toEqual({ changed: false, entries: 0, cells: 0, messages: 0, problems: [] });
  expect(exitCode).toBe(0);
});
