// A Google spreadsheet through its API as a store: Google's own client talks HTTP to the Sheets API of this machine, and
// each batch is written as a command writes one.

import { memoryDrive } from "../../local/sheets-api/drive/memory-drive.ts";
import { startSheetsApi } from "../../local/sheets-api/server/start.ts";
import { emptyDefinition } from "../../shared/engine/setup/new-boards.ts";
import type { Change } from "../../shared/table/change.ts";
import type { Tables } from "../../shared/table/table.ts";
import { openConnection } from "../../sync/google/connection.ts";
import { readBook } from "../../sync/google/reading/read-book.ts";
import { sureBook } from "../../sync/google/reading/sure-book.ts";
import { changeGoogleBook } from "../../sync/google/writing/change-book.ts";
import { movingClock } from "../sync/google/moving-clock.ts";

/** The tables after each batch was written and the spreadsheet read anew. */
export async function writtenThroughApi(...batches: readonly (readonly Change[])[]): Promise<Tables> {
  const clock = movingClock();
  const drive = memoryDrive({ now: clock.nowMs });
  const { id } = drive.create({ title: "Contract", zone: "Europe/Amsterdam", by: "x" });
  const api = await startSheetsApi({ drive });
  try {
    const environment = { STAGELINE_SHEETS_API: api.url };
    const connection = await openConnection({ spreadsheetId: id, access: "write", clock, environment });
    let count = 0;
    const seed = () => {
      count += 1;
      return `${count} a seed that is long enough`;
    };
    const fingerprints = () => () => "the row as it was read";
    const definition = emptyDefinition({ zone: "Europe/Amsterdam", practice: false });
    for (const changes of batches) {
      const plan = () => ({ changes, definition, result: undefined });
      await changeGoogleBook({ connection, clock, seed, fingerprints }, plan, {});
    }
    const whole = [...new Set(batches.flat().map(({ tab }) => tab))];
    return (await sureBook(connection, await readBook(connection, { whole }))).tables;
  } finally {
    await api.close();
  }
}
