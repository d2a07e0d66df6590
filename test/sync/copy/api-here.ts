// The Sheets API on this machine, for copies: real requests of the real client over HTTP, in no time, since the clock of
// the connection waits for nobody. Every request and answer is held against Google's own description.

import { newSpreadsheet, type Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../../local/sheets-api/drive/memory-drive.ts";
import type { Gate } from "../../../local/sheets-api/server/gate.ts";
import { startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import type { Connect } from "../../../sync/copy/copy-place.ts";
import type { Clock } from "../../../sync/google/clock.ts";
import { openConnection } from "../../../sync/google/connection.ts";
import { googleSchema } from "../../local/sheets-api/google-schema.ts";

export type ApiHere = Awaited<ReturnType<typeof apiHere>>;

/** `gate` decides what becomes of each call. */
export async function apiHere(gate?: Gate) {
  const drive = memoryDrive({ now: () => Date.UTC(2026, 10, 22, 8) });
  const schema = googleSchema();
  const api = await startSheetsApi({
    drive,
    observe: schema.observe,
    ...(gate === undefined ? {} : { gate }),
  });
  let nowMs = Date.UTC(2026, 10, 22, 8);
  const clock: Clock = {
    nowMs: () => nowMs,
    wait: async (ms) => {
      nowMs += ms;
    },
    random: () => 0.5,
  };
  const environment = { STAGELINE_SHEETS_API: api.url };
  const connect: Connect = (wish) => openConnection({ ...wish, clock, environment });
  let count = 0;
  return {
    ...api,
    drive,
    connect,
    /** What did not fit Google's description. */
    violations: schema.violations,
    /** An empty spreadsheet as somebody makes one; its id. */
    empty: (): string => drive.create({ title: "New", by: "x" }).id,
    /** A spreadsheet that is there; its id. */
    put: (state: Spreadsheet): string => {
      count += 1;
      const id = `${"spreadsheet-of-a-test".padEnd(40, "-")}${count}`;
      return drive.add({ ...state, id }).id;
    },
    state: (id: string): Spreadsheet => drive.find(id)?.state() ?? newSpreadsheet({ name: "gone" }),
  };
}
