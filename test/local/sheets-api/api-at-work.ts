// The API at work for one test: a spreadsheet in memory, the server on a port of its own, and Google's own client on it.
// Every request and answer of the test is checked against Google's description when it ends.

import { sheets, type sheets_v4 } from "@googleapis/sheets";
import { expect, onTestFinished } from "vitest";
import { type NewSpreadsheet, newSpreadsheet, type Spreadsheet } from "../../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../../local/sheets-api/drive/memory-drive.ts";
import { type SheetsApiPlan, startSheetsApi } from "../../../local/sheets-api/server/start.ts";
import { googleSchema } from "./google-schema.ts";

const ID = "1deals";

export type ApiSetting = Omit<SheetsApiPlan, "drive"> & Partial<NewSpreadsheet> & { readonly owner?: string };

export async function apiAtWork(setting: ApiSetting = {}) {
  const { owner, ...plan } = setting;
  const drive = memoryDrive({ now: () => Date.UTC(2026, 10, 2, 9) });
  const file = drive.add(
    newSpreadsheet({ name: "Deals", id: ID, ...plan }),
    owner === undefined ? {} : { owner },
  );
  const schema = googleSchema();
  const api = await startSheetsApi({
    ...plan,
    drive,
    observe: (call, answer) => {
      schema.observe(call, answer);
      plan.observe?.(call, answer);
    },
  });
  onTestFinished(async () => {
    await api.close();
    expect(schema.violations()).toEqual([]);
  });
  return {
    ...api,
    drive,
    id: ID,
    state: (): Spreadsheet => file.state(),
    client: client(api.url),
    values: client(api.url).spreadsheets.values,
    /** A request as it stands, for what the client would never send. */
    send: (path: string, init?: RequestInit) => fetch(`${api.url}${path}`, init),
  };
}

/** Google's client, which repeats nothing by itself here. */
export function client(url: string): sheets_v4.Sheets {
  return sheets({ version: "v4", rootUrl: url, retry: false });
}

/** What a call is refused with: the code and the sentence. */
export async function refused(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { response } = error as { response?: { status: number; data: { error: { message: string } } } };
  if (response === undefined) throw new Error("the call was not refused", { cause: error });
  return `${response.status} ${response.data.error.message}`;
}
