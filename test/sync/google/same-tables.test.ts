// A spreadsheet read through the API is the very tables that the add-on reads of it, whatever people did to it.

import { expect, test } from "vitest";
import { seededRandom } from "../../../local/apps-script/seeded-random.ts";
import type { Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../../local/sheets-api/drive/memory-drive.ts";
import { startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { isBlank } from "../../../shared/table/cell.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { openConnection } from "../../../sync/google/connection.ts";
import { readBook } from "../../../sync/google/reading/read-book.ts";
import { sureBook } from "../../../sync/google/reading/sure-book.ts";
import { openAddOnWorld } from "../../hands/add-on-world.ts";
import { boardSheets } from "../../hands/board-sheet.ts";
import { everydayHabits, type Habits, randomAct, roughHabits, rowHabits } from "../../hands/random-acts.ts";
import { definitionIn } from "../../soak/prepared-book.ts";
import { bookInGoogle } from "../../stores/google-store.ts";
import { movingClock } from "./moving-clock.ts";

const HABITS: Habits = { ...everydayHabits, ...rowHabits, ...roughHabits, record: 8, block: 4 };
const ACTS = 25;

/** A board on which people and the add-on have been at work. */
function usedSpreadsheet(template: string, seed: number): Spreadsheet {
  const { ada, state } = openAddOnWorld();
  const random = seededRandom(seed);
  ada.page("pageNewBoard", { template, tab: "" });
  for (let number = 1; number <= ACTS; number++) {
    const sheets = boardSheets(state(), definitionIn(state()));
    const what = randomAct(sheets, random, { habits: HABITS, label: `made ${number}` });
    if (what !== undefined) ada.act(what);
  }
  return state();
}

async function readThroughApi(state: Spreadsheet): Promise<Tables> {
  const clock = movingClock();
  const drive = memoryDrive({ now: clock.nowMs });
  drive.add(state);
  const api = await startSheetsApi({ drive });
  try {
    const environment = { STAGELINE_SHEETS_API: api.url };
    const connection = await openConnection({ spreadsheetId: state.id, access: "read", clock, environment });
    return (await sureBook(connection, await readBook(connection))).tables;
  } finally {
    await api.close();
  }
}

/** Nothing is said by a text of nothing. */
function plain(tables: Tables): Tables {
  return tables.map(({ rows, header, ...table }) => ({
    ...table,
    header: header.map((cell) => (isBlank(cell) ? null : cell)),
    rows,
  }));
}

test.each([
  { template: "sales", seed: 1 },
  { template: "solar", seed: 2 },
  { template: "orders", seed: 3 },
  { template: "coaching", seed: 4 },
])("$template is read alike after what people did by chance (seed $seed)", async ({ template, seed }) => {
  const state = usedSpreadsheet(template, seed);
  expect(plain(await readThroughApi(state))).toEqual(plain(bookInGoogle([], state).tables()));
});

test("cells of every kind are read alike: days in columns of amounts, errors, ticks, texts behind an apostrophe", async () => {
  const { ada, state } = openAddOnWorld();
  ada.page("pageNewBoard", { template: "sales", tab: "" });
  const texts = ["'007", "2026-03-01", "=1/0", "TRUE", "12.5", "14:30", "=A2&B2", "'=1+1", "1e5", "50%"];
  const tab = state().tabs.find(({ name }) => name === "Sales")?.id ?? -1;
  const rows = texts.map((text) => Array.from({ length: 29 }, () => text));
  ada.act({ do: "paste", at: { tab, row: 2, column: 2 }, texts: rows });
  expect(plain(await readThroughApi(state()))).toEqual(plain(bookInGoogle([], state()).tables()));
});
