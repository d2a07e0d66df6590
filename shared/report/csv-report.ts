// The report as flat tables for a spreadsheet or a database: every row says its board, section and day, so that
// rows of many weeks can be stacked. Numbers stay numbers, unrounded beyond the report; what is not known is
// `null`, an empty cell, never 0. Names are made safe: a spreadsheet runs a cell that begins with "=".

import { safeForCsv } from "../value/safe-text.ts";
import type { BookReport } from "./book-report.ts";
import { departmentTables } from "./csv-departments.ts";
import { eventTables } from "./csv-events.ts";
import { goalSections } from "./csv-goals.ts";
import { handOverTables } from "./csv-hand-overs.ts";
import { type CsvSection, type CsvValue, numberSections } from "./csv-sections.ts";
import { standingSections } from "./csv-standing.ts";

export type CsvCell = string | number | null;

const sections: readonly CsvSection[] = [
  ...[...numberSections, ...standingSections, ...handOverTables],
  ...[...departmentTables, ...goalSections, ...eventTables],
];

export interface CsvTable {
  /** The section that its rows tell, such as "steps". */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/**
 * One table for each section, with the rows of all boards; a section without rows keeps its header.
 *
 * @example
 * csvTables({ asOf: "2026-11-20T23:59:59+00:00", boards: [] }).map((table) => table.name).slice(0, 8)
 * //=> ["boards", "stages", "steps", "branches", "ledger", "milestones", "breakdown", "breakdown now"]
 */
export function csvTables(report: BookReport): readonly CsvTable[] {
  const asOf = report.asOf.slice(0, 10);
  return sections.map(({ name, header, rowsOf }) => ({
    name,
    header: ["Board", "Section", "As of", ...header],
    rows: report.boards.flatMap((board) =>
      rowsOf(board).map((row) => [board.board, name, asOf, ...row].map(csvCell)),
    ),
  }));
}

function csvCell(value: CsvValue): CsvCell {
  if (value === undefined) return null;
  return typeof value === "string" ? safeForCsv(value) : value;
}
