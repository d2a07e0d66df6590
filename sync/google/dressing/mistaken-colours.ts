// Colour rules are taken out by their places in a list, and somebody may have put one in since it was read. What was taken
// out is told by the answer to the batch: a rule of people's among them is put back at once.

import type { sheets_v4 } from "@googleapis/sheets";
import { isOwnColour } from "../../../shared/table/dressing/own-dressing.ts";
import type { Request } from "./drawing.ts";
import { presentColour } from "./present-rules.ts";

/** The requests that put back what a batch took out by mistake, by its requests and the replies to them. */
export function mistakenColours(
  requests: readonly Request[],
  replies: readonly sheets_v4.Schema$Response[],
): readonly Request[] {
  // The last that was taken out comes back first: then each has its place again.
  return requests
    .flatMap(({ deleteConditionalFormatRule: taken }, index): Request[] => {
      const rule = replies[index]?.deleteConditionalFormatRule?.rule;
      if (taken === undefined || rule === undefined || isOwnColour(presentColour(rule).formula)) return [];
      return [{ addConditionalFormatRule: { rule, index: taken.index ?? 0 } }];
    })
    .reverse();
}
