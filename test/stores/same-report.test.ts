// One book in three places: an .xlsx file, a Google spreadsheet that the built command asks through the Sheets API, and the
// cells of that spreadsheet, in which the functions of the add-on compute. Their numbers are the same to the last digit.

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { worldDrive } from "../../local/apps-script/world/world-drive.ts";
import { spreadsheetFromBook } from "../../local/grid/book/spreadsheet-from-book.ts";
import { heldIn, tabNamed, type Value } from "../../local/grid/spreadsheet.ts";
import { type SheetsApi, startSheetsApi } from "../../local/sheets-api/server/start.ts";
import type { BookReport } from "../../shared/report/book-report.ts";
import type { Cell } from "../../shared/table/cell.ts";
import { newPath, startIn } from "../command.ts";
import { type AddOnWorld, openAddOnWorld } from "../hands/add-on-world.ts";
import {
  conversionRow,
  funnelRows,
  milestoneRows,
  timeRows,
} from "../shared/report/cell-functions/report-rows.ts";

const ZONE = "Europe/Amsterdam";
const AS_OF = ["--as-of", "2026-10-11"];
const BOARDS = ["Sales", "Prospecting", "Solar", "Coaching", "Shows", "Speaking", "Photography", "Orders"];

const path = newPath("demo.xlsx");
let world: AddOnWorld;
let api: SheetsApi;

beforeAll(async () => {
  const made = await startIn({ TZ: ZONE }, "demo", path, "--now", "2026-11-22T20:00").ended;
  expect(made).toMatchObject({ exitCode: 0 });
  const state = spreadsheetFromBook(readFileSync(path), { name: "Demo", zone: ZONE });
  world = openAddOnWorld({ state, zone: ZONE });
  api = await startSheetsApi({ drive: worldDrive(world.google.world) });
});

afterAll(() => api.close());

function reported(book: string, ...words: readonly string[]) {
  return startIn({ STAGELINE_SHEETS_API: api.url }, "report", book, ...words).ended;
}

async function fileReport(...words: readonly string[]): Promise<BookReport> {
  const { stdout } = await reported(path, "--as", "json", ...words);
  return JSON.parse(stdout) as BookReport;
}

/** What a formula spills below its header, that somebody types into a tab of its own. */
function spilled(formula: string): readonly (readonly Value[])[] {
  const { ada, state } = world;
  const name = `Mine ${state().tabs.length}`;
  ada.act({ do: "newTab", name });
  ada.type(`'${name}'!A1`, formula);
  const rows = tabNamed(state(), name)?.rows.slice(1) ?? [];
  return rows.map((row) => trimmed(row?.cells.map(heldIn) ?? [])).filter((cells) => cells.length > 0);
}

// An empty text at the end of a row is no cell.
function trimmed(cells: readonly Value[]): readonly Value[] {
  const texts = cells.map((cell) => (cell === null ? "" : cell));
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}

test.each([
  { words: ["--as", "json"] },
  { words: ["--as", "json", "--by", "Owner", "--within", "60"] },
  { words: ["--as", "csv"] },
])("a file and a Google spreadsheet give the same report: $words", async ({ words }) => {
  const file = await reported(path, ...words, ...AS_OF);
  const google = await reported(world.book, ...words, ...AS_OF);
  expect(google).toEqual(file);
  for (const board of BOARDS) expect(file.stdout).toContain(board);
});

test("functions in cells give the numbers of the report, board by board", async () => {
  const { boards, asOf } = await fileReport(...AS_OF);
  expect(boards.map(({ board }) => board).sort()).toEqual([...BOARDS].sort());
  const check = (formula: string, rows: readonly (readonly Cell[])[]) =>
    expect(spilled(formula), formula).toEqual(rows.map((row) => trimmed(row as readonly Value[])));
  for (const board of boards) {
    const given = `Activity!A:N, Stages!A:S, "${board.board}"`;
    check(`=PIPELINE_FUNNEL(${given}, "${asOf}")`, funnelRows(board));
    check(`=STAGE_TIME(${given}, "", "${asOf}")`, timeRows(board));
    for (const step of board.steps.slice(0, 1)) {
      const row = conversionRow(step);
      check(`=STAGE_CONVERSION(${given}, "${step.from}", "${step.to}", "${asOf}")`, [row]);
    }
  }
  for (const board of boards.filter(({ milestones }) => milestones.length > 0)) {
    const given = `Activity!A:N, Stages!A:S, Milestones!A:E, "${board.board}"`;
    check(`=MILESTONE_SCORES(${given}, "${asOf}")`, milestoneRows(board));
  }
});
