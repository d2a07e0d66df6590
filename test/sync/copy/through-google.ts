// A spreadsheet as it comes back from Google's words: sent to an empty one as a copy is, batch by batch, and read again in
// slices, with no server in between.

import { newSpreadsheet, type Spreadsheet, type Tab } from "../../../local/grid/spreadsheet.ts";
import { batchUpdated } from "../../../local/sheets-api/batch/batch-update.ts";
import { parseMask } from "../../../local/sheets-api/field-mask.ts";
import { rangeFromText } from "../../../local/sheets-api/range-text.ts";
import { spreadsheetResource } from "../../../local/sheets-api/resource/spreadsheet-resource.ts";
import { cellRequests } from "../../../sync/copy/cell-requests.ts";
import { closingRequests, coveringRequests } from "../../../sync/copy/closing-requests.ts";
import { openingRequests } from "../../../sync/copy/opening-requests.ts";
import { type ReadSpreadsheet, readGoogle } from "../../../sync/copy/read-google.ts";
import { targetPlan } from "../../../sync/copy/target-plan.ts";
import type { Connection } from "../../../sync/google/connection.ts";

/** An empty spreadsheet after all requests of a copy. */
export function sent(state: Spreadsheet, isLate: (tab: Tab) => boolean = () => false): Spreadsheet {
  const empty = newSpreadsheet({ name: "Copy", id: "copy", zone: "America/New_York" });
  const plan = targetPlan(state, empty.tabs[0]?.id ?? 0, isLate);
  if (plan === undefined) throw new Error("nothing to copy");
  const batches = [
    openingRequests(plan, { timeZone: state.zone, locale: state.locale }),
    ...plan.early.map((tab) => [...cellRequests(plan, tab)]),
    ...plan.early.map((tab) => coveringRequests(plan, tab)),
    closingRequests(plan),
  ];
  return batches
    .filter((requests) => requests.length > 0)
    .reduce(
      (before, requests) => batchUpdated(before, { requests: JSON.parse(JSON.stringify(requests)) }).state,
      empty,
    );
}

/** The spreadsheet as it is read from Google's words. */
export function reread(state: Spreadsheet): Promise<ReadSpreadsheet> {
  return readGoogle(lineTo(state));
}

// What reading asks of the client, and no more.
function lineTo(state: Spreadsheet): Connection {
  const get = async ({
    ranges = [],
    fields,
  }: {
    readonly ranges?: readonly string[];
    readonly fields: string;
  }) => ({
    data: JSON.parse(
      JSON.stringify(
        spreadsheetResource(state, {
          ranges: ranges.map((text) => rangeFromText(state, text)),
          includesGridData: true,
          mask: parseMask(fields),
        }),
      ),
    ),
  });
  const client = { spreadsheets: { get } };
  return {
    spreadsheetId: state.id,
    read: async (_: string, call: (sheets: unknown) => Promise<{ data: unknown }>) =>
      (await call(client)).data,
  } as unknown as Connection;
}
