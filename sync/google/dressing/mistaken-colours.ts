// Colour rules are taken out by their places in a list, and somebody may have put one in since it was read. What was taken
// out is told by the answer to the batch: a rule of people's among them is put back at once.

import type { sheets_v4 } from "@googleapis/sheets";
import { isOwnColour } from "../../../shared/table/dressing/own-dressing.ts";
import type { Connection } from "../connection.ts";
import type { Request } from "./drawing.ts";
import { presentColour } from "./present-rules.ts";

/** The replies to the requests of a batch. */
export type Replies = readonly sheets_v4.Schema$Response[];

/** What of the answer to a batch tells which colour rules it took out; nothing where it takes out none. */
export function takenColours(requests: readonly Request[]): readonly string[] {
  return requests.some(isTaking) ? ["replies(deleteConditionalFormatRule(rule))"] : [];
}

/** The requests that put back what a batch took out by mistake, by its requests and the replies to them. */
export function mistakenColours(requests: readonly Request[], replies: Replies): readonly Request[] {
  const places = requests
    .filter(isTaking)
    .map(({ deleteConditionalFormatRule }) => deleteConditionalFormatRule?.index);
  const rules = replies.flatMap(({ deleteConditionalFormatRule }) => deleteConditionalFormatRule?.rule ?? []);
  // The last that was taken out comes back first: then each has its place again.
  return rules
    .flatMap((rule, at): Request[] => {
      if (isOwnColour(presentColour(rule).formula)) return [];
      return [{ addConditionalFormatRule: { rule, index: places[at] ?? 0 } }];
    })
    .reverse();
}

/** Puts back what a batch took out by mistake. */
export async function putBackColours(
  connection: Connection,
  taken: { readonly requests: readonly Request[]; readonly replies: Replies },
): Promise<void> {
  const requests = [...mistakenColours(taken.requests, taken.replies)];
  if (requests.length === 0) return;
  const { spreadsheetId } = connection;
  await connection.write(
    "put back a colour rule",
    (sheets) => sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
    // A rule that is there twice colours no cell in another way; one that is missing does.
    async () => undefined,
  );
}

function isTaking({ deleteConditionalFormatRule }: Request): boolean {
  return deleteConditionalFormatRule !== undefined;
}
