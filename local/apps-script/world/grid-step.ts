// One thing that touched a spreadsheet, as whoever keeps a ledger is told of it, in its true order: what a script read or
// wrote, what a person did, what a call of the Sheets API changed, and what became of the events of it. States never
// change, so a ledger may keep all of them.

import type { GridEvent, ScriptRead, ScriptWrite } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import type { ApiCall } from "../../sheets-api/server/api-call.ts";

export type GridStep =
  | {
      readonly kind: "read";
      readonly execution: number;
      readonly read: ScriptRead;
      readonly after: Spreadsheet;
    }
  | {
      readonly kind: "write";
      readonly execution: number;
      readonly write: ScriptWrite;
      readonly before: Spreadsheet;
      readonly after: Spreadsheet;
    }
  | {
      readonly kind: "act";
      /** E-mail. */
      readonly person: string;
      readonly before: Spreadsheet;
      readonly after: Spreadsheet;
      readonly events: readonly GridEvent[];
    }
  | {
      readonly kind: "api";
      readonly call: ApiCall;
      readonly before: Spreadsheet;
      readonly after: Spreadsheet;
    }
  /** Whether any trigger hears of an event. */
  | { readonly kind: "event"; readonly event: GridEvent; readonly fate: "heard" | "unheard" };
