// The files of real data as sheets that somebody made: what adopting takes their columns and stages for, without a
// word from anybody, against the figures that independent programs counted.

import { expect, test } from "vitest";
import type { Cell } from "../../shared/table/cell.ts";
import type { Table } from "../../shared/table/table.ts";
import { parseDay, serialFromDay } from "../../shared/value/day.ts";
import { columnsOf, preview, sheet, stagesOf } from "../shared/engine/adopt/sheets.ts";
import { describeReal, realRows } from "./real-data.ts";

/** Numbers and days as a spreadsheet program reads them from a file. */
function cellOf(text: string): Cell {
  if (text === "") return null;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { serial: serialFromDay(parseDay(text)) };
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function sheetOf(path: string, tab: string): Table {
  const rows = realRows(path);
  const header = Object.keys(rows[0] ?? {});
  return sheet(tab, header, ...rows.map((row) => header.map((name) => cellOf(row[name] ?? ""))));
}

describeReal("deals", () => {
  test("8,800 deals are named by their number, and every stage has its count", () => {
    const found = preview(sheetOf("deals/deals.csv", "Pipeline"));
    expect(columnsOf(found)).toEqual({
      opportunity_id: "name",
      sales_agent: "owner",
      product: "choice",
      account: "text",
      deal_stage: "stage",
      engage_date: "day",
      close_date: "day",
      close_value: "number",
    });
    expect(stagesOf(found)).toEqual([
      "Prospecting open 500",
      "Engaging open 1589",
      "Won won 4238",
      "Lost lost 2473",
    ]);
    expect(found.notes).toEqual(["30 owners were added to Team, without a role"]);
  });

  test("a list of accounts is named by them and gets a usual few stages", () => {
    const found = preview(sheetOf("deals/accounts.csv", "Accounts"));
    expect(found.columns.find(({ key }) => key === "name")?.column.header).toBe("account");
    expect(found.columns.some(({ key }) => key === "stage")).toBe(false);
    expect(found.records).toBe(85);
  });
});
