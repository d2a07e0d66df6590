// One list of changes after the other, written to a spreadsheet by the batch that the store would send, without its turn:
// through Google's own client on the Sheets API of this machine.

import { expect } from "vitest";
import { newSpreadsheet, type Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../../../local/sheets-api/drive/memory-drive.ts";
import { startSheetsApi } from "../../../../local/sheets-api/server/start.ts";
import type { Change } from "../../../../shared/table/change.ts";
import { type Connection, openConnection } from "../../../../sync/google/connection.ts";
import type { Request } from "../../../../sync/google/dressing/drawing.ts";
import { readBook } from "../../../../sync/google/reading/read-book.ts";
import { sureBook } from "../../../../sync/google/reading/sure-book.ts";
import { dressingOf, plannedBatch } from "../../../../sync/google/writing/planned-batch.ts";
import { googleSchema } from "../../../local/sheets-api/google-schema.ts";
import type { Batches } from "../../../stores/google-store.ts";
import { movingClock } from "../moving-clock.ts";

const ID = "1drawn-through-the-api-of-this-machine";

export interface DrawnBook {
  readonly state: Spreadsheet;
  /** The requests of each batch of changes. */
  readonly sent: readonly (readonly Request[])[];
}

/** The spreadsheet after each batch was written; a new one unless one is given. */
export async function drawnThroughApi(batches: Batches, begun?: Spreadsheet): Promise<DrawnBook> {
  const drive = memoryDrive({ now: () => Date.UTC(2026, 10, 20) });
  const plain = newSpreadsheet({ name: "Contract", zone: "Europe/Amsterdam", locale: "en_US" });
  const file = drive.add({ ...(begun ?? plain), id: ID });
  const schema = googleSchema();
  const api = await startSheetsApi({ drive, observe: schema.observe });
  try {
    const connection = await openConnection({
      spreadsheetId: ID,
      access: "write",
      clock: movingClock(),
      environment: { STAGELINE_SHEETS_API: api.url },
    });
    const sent: (readonly Request[])[] = [];
    for (const changes of batches) sent.push(await written(connection, changes, `a seed ${sent.length}`));
    expect(schema.violations()).toEqual([]);
    return { state: file.state(), sent };
  } finally {
    await api.close();
  }
}

async function written(
  connection: Connection,
  changes: readonly Change[],
  seed: string,
): Promise<readonly Request[]> {
  const { spreadsheetId } = connection;
  const whole = changes.flatMap((change) => (change.kind === "layOut" ? [] : [change.tab]));
  const book = await sureBook(connection, await readBook(connection, { whole }));
  const seen = await dressingOf(connection, book, changes);
  const { requests } = plannedBatch(book, changes, {
    seed,
    seen,
    fingerprintIn: () => "the row as it was read",
  });
  if (requests.length === 0) return requests;
  await connection.write(
    "write",
    (sheets) => sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...requests] } }),
    async () => undefined,
  );
  return requests;
}
