// A spreadsheet of the grid written into an empty one of Google's, batch by batch. Until the last batch nobody takes the
// target for a book: the tab and the marks that make it one come with it.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Connection } from "../google/connection.ts";
import { showProgress } from "../progress.ts";
import { cellRequests } from "./cell-requests.ts";
import { closingRequests, coveringRequests } from "./closing-requests.ts";
import { type CopyMark, copyMarkIn, endMark, noteMark } from "./copy-mark.ts";
import type { GoogleTarget } from "./google-target.ts";
import { openingRequests } from "./opening-requests.ts";
import { requestBatches } from "./request-batches.ts";
import type { TargetPlan } from "./target-plan.ts";

type Request = sheets_v4.Schema$Request;

export interface GoogleWriting {
  readonly connection: Connection;
  readonly plan: TargetPlan;
  readonly settings: { readonly timeZone?: string; readonly locale?: string };
  /** What tells this run from others. */
  readonly run: string;
}

/** Writes all of it; how many batches that took. */
export async function writeGoogle({ connection, plan, settings, run }: GoogleWriting): Promise<number> {
  let step = 0;
  const send = (requests: readonly Request[]): Promise<void> => {
    step += 1;
    const own = step;
    const isThere = (mark: CopyMark | undefined) => mark?.run === run && mark.step >= own;
    return sendBatch(connection, [noteMark({ run, step }), ...requests], isThere);
  };
  await send(openingRequests(plan, settings));
  for (const batch of requestBatches(tabRequests(plan))) await send(batch);
  showProgress("Writing the marks");
  await sendBatch(connection, [...closingRequests(plan), endMark()], (mark) => mark === undefined);
  return step + 1;
}

/** Takes out of a target what an unfinished copy left; the id of the one empty sheet then, which is none of those taken. */
export async function emptiedTarget(
  connection: Connection,
  target: GoogleTarget,
  taken: readonly number[],
): Promise<number> {
  const sheetId = Math.max(0, ...target.sheetIds, ...taken) + 1;
  const requests: readonly Request[] = [
    { addSheet: { properties: { sheetId, title: `Copy ${sheetId}` } } },
    ...target.namedRangeIds.map((namedRangeId): Request => ({ deleteNamedRange: { namedRangeId } })),
    ...target.sheetIds.map((id): Request => ({ deleteSheet: { sheetId: id } })),
    endMark(),
  ];
  showProgress("Taking out what the last copy left");
  await sendBatch(connection, requests, (mark) => mark === undefined);
  return sheetId;
}

async function sendBatch(
  connection: Connection,
  requests: readonly Request[],
  isThere: (mark: CopyMark | undefined) => boolean,
): Promise<void> {
  const { spreadsheetId } = connection;
  await connection.write<sheets_v4.Schema$BatchUpdateSpreadsheetResponse>(
    "write the copy",
    (sheets) =>
      sheets.spreadsheets.batchUpdate({
        spreadsheetId,
        fields: "spreadsheetId",
        requestBody: { requests: [...requests] },
      }),
    async () => {
      const found = await connection.read("look whether the copy arrived", (sheets) =>
        sheets.spreadsheets.get({ spreadsheetId, fields: "spreadsheetId,developerMetadata" }),
      );
      return isThere(copyMarkIn(found.developerMetadata)) ? { spreadsheetId } : undefined;
    },
  );
}

function* tabRequests(plan: TargetPlan): Generator<Request> {
  for (const tab of plan.early) {
    showProgress(`Writing the tab "${tab.name}"`);
    yield* cellRequests(plan, tab);
    yield* coveringRequests(plan, tab);
  }
}
