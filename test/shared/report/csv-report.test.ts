import { expect, test } from "vitest";
import { csvTables } from "../../../shared/report/csv-report.ts";
import { bookOf, deals, dealsNamed, threeBoards } from "./book-reports.ts";

function table(name: string, report = threeBoards) {
  const found = csvTables(report).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

test("every row is as long as its header and begins with board, section and day", () => {
  for (const { name, header, rows } of csvTables(threeBoards)) {
    expect(header.slice(0, 3)).toEqual(["Board", "Section", "As of"]);
    for (const row of rows) {
      expect(row).toHaveLength(header.length);
      expect(row.slice(1, 3)).toEqual([name, "2026-11-20"]);
    }
  }
});

test("numbers are numbers, and what is not known is empty", () => {
  const offer = table("stages").rows[1];
  expect(offer).toEqual([
    ...["Deals", "stages", "2026-11-20", "Offer", "open", 40, 12, 0.666667, 0.666667, null, 45, null, 31, 40],
  ]);
});

test("a rate of fewer than five is given all the same: a table is for reckoning on", () => {
  expect(table("boards").rows[1]).toContain(0.342372);
});

test("a name that begins like a formula is made harmless in every table", () => {
  const cells = csvTables(bookOf(dealsNamed("=1+1"))).flatMap(({ rows }) => rows.flat());
  expect(cells.filter((cell) => typeof cell === "string" && cell.startsWith("="))).toEqual([]);
  expect(cells).toContain("'=1+1");
});

test("a section without rows keeps its header", () => {
  expect(table("milestones", bookOf(deals)).rows).toEqual([]);
  expect(table("milestones", bookOf(deals)).header).toContain("Score");
});

test("money is told in units of its currency, one row for each currency", () => {
  expect(table("where they stand").rows.slice(1, 3)).toEqual([
    ["Deals", "where they stand", "2026-11-20", "Offer", "open", 12, 1, 1, 45_200, "EUR", 8],
    ["Deals", "where they stand", "2026-11-20", "Offer", "open", 12, 1, 1, 900_000, "JPY", 1],
  ]);
  expect(table("forecast").rows.map((row) => row.slice(3))).toEqual([
    ["wins", null, 22, 8.36, 5, 12],
    ["Amount", "EUR", 8, 16_200, 7000, 26_000],
    ["Amount", "JPY", 1, 360_000, 0, 900_000],
  ]);
});
