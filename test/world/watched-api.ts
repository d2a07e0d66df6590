// The Sheets API over the spreadsheets of a world, whose requests wait for the scheduler; and everything that touches the
// spreadsheet, as steps in their true order.

import type { Google } from "../../local/apps-script/google.ts";
import { deskGate } from "../../local/apps-script/scheduler/desk-gate.ts";
import type { OutsideDesk } from "../../local/apps-script/scheduler/outside-desk.ts";
import { worldDrive } from "../../local/apps-script/world/world-drive.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { type SheetsApi, startSheetsApi } from "../../local/sheets-api/server/start.ts";
import type { Step } from "../soak/step.ts";
import { toldCells } from "./told-cells.ts";

export interface WatchedApi extends SheetsApi {
  /** Grows. */
  readonly steps: readonly Step[];
}

export async function watchedApi(
  google: Google,
  {
    book,
    desk,
    onward,
  }: {
    readonly book: string;
    readonly desk: OutsideDesk;
    /** Told before a request goes on. */
    readonly onward: () => void;
  },
): Promise<WatchedApi> {
  const steps: Step[] = [];
  const askers = new Map<number, number>();
  let changed: { readonly before: Spreadsheet; readonly after: Spreadsheet } | undefined;
  google.hooks.observe = (step) => {
    if (step.kind === "api") changed = step;
    else steps.push(step);
  };
  const gate = deskGate(desk);
  const api = await startSheetsApi({
    drive: worldDrive(google.world),
    gate: async (call) => {
      askers.set(call.number, desk.moving() ?? 0);
      const verdict = await gate(call);
      onward();
      return verdict;
    },
    observe: (call, { status }) => {
      const { state } = google.spreadsheet(book);
      const { before, after } = changed ?? { before: state, after: state };
      changed = undefined;
      if (status !== 200 || call.params["spreadsheetId"] !== book) return;
      const told = toldCells(call, after);
      steps.push({ kind: "request", program: askers.get(call.number) ?? 0, before, after, told });
    },
  });
  return { ...api, steps };
}
