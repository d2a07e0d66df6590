// A Google spreadsheet through its API as a store: Google's own client talks HTTP to the Sheets API of this machine, and
// each batch is written as a command writes one.

import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../local/sheets-api/drive/memory-drive.ts";
import { startSheetsApi } from "../../local/sheets-api/server/start.ts";
import { emptyDefinition } from "../../shared/engine/setup/new-boards.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { openConnection } from "../../sync/google/connection.ts";
import { readBook } from "../../sync/google/reading/read-book.ts";
import { sureBook } from "../../sync/google/reading/sure-book.ts";
import { changeGoogleBook } from "../../sync/google/writing/change-book.ts";
import { googleSchema } from "../local/sheets-api/google-schema.ts";
import { movingClock } from "../sync/google/moving-clock.ts";

/** Each is drawn once, also where a spreadsheet is opened again. */
let seeds = 0;

/** The tables after each batch was written and the spreadsheet read anew. */
export async function writtenThroughApi(...batches: readonly (readonly Change[])[]): Promise<Tables> {
  return (await bookThroughApi(batches)).tables;
}

/** A spreadsheet after each batch was written; a new one unless one is given. */
export async function bookThroughApi(batches: readonly (readonly Change[])[], begun?: Spreadsheet) {
  const clock = movingClock();
  const drive = memoryDrive({ now: clock.nowMs });
  const plan = { title: "Contract", zone: "Europe/Amsterdam", by: "x" };
  const file = begun === undefined ? drive.create(plan) : drive.add(begun);
  const schema = googleSchema();
  let calls = 0;
  const observe: typeof schema.observe = (call, answer) => {
    calls += 1;
    schema.observe(call, answer);
  };
  const api = await startSheetsApi({ drive, observe });
  try {
    const environment = { STAGELINE_SHEETS_API: api.url };
    const connection = await openConnection({ spreadsheetId: file.id, access: "write", clock, environment });
    const seed = () => {
      seeds += 1;
      return `${seeds} a seed that is long enough`;
    };
    const fingerprints = () => () => "the row as it was read";
    const definition = emptyDefinition({ zone: "Europe/Amsterdam", practice: false });
    for (const changes of batches) {
      const change = () => ({ changes, definition, result: undefined });
      await changeGoogleBook({ connection, clock, seed, fingerprints }, change, {});
    }
    const requests = calls;
    const whole = [...new Set(batches.flat().map(({ tab }) => tab))];
    const { tables } = await sureBook(connection, await readBook(connection, { whole }));
    if (schema.violations().length > 0) throw new Error(schema.violations().join("\n"));
    return { tables, state: file.state(), requests };
  } finally {
    await api.close();
  }
}
