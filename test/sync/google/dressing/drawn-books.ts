// One list of changes after the other, written to a spreadsheet by the requests of a plan, through Google's own client on
// the Sheets API of this machine.

import { expect } from "vitest";
import { newSpreadsheet, type Spreadsheet } from "../../../../local/grid/spreadsheet.ts";
import { memoryDrive } from "../../../../local/sheets-api/drive/memory-drive.ts";
import { startSheetsApi } from "../../../../local/sheets-api/server/start.ts";
import { cellBlocks } from "../../../../shared/engine/writing/cell-blocks.ts";
import { dayFormats } from "../../../../shared/engine/writing/day-formats.ts";
import {
  type PlannedSteps,
  plannedSteps,
  type Step,
} from "../../../../shared/engine/writing/planned-steps.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import type { Change } from "../../../../shared/table/change.ts";
import { draftedBook } from "../../../../shared/table/planning/drafted-book.ts";
import { type Connection, openConnection } from "../../../../sync/google/connection.ts";
import type { Drawing, Request } from "../../../../sync/google/dressing/drawing.ts";
import { dressingQuestion } from "../../../../sync/google/dressing/dressing-question.ts";
import { layoutRequests } from "../../../../sync/google/dressing/layout-requests.ts";
import { numberFormatOf } from "../../../../sync/google/dressing/number-format.ts";
import { roomRequests } from "../../../../sync/google/dressing/room-requests.ts";
import { nothingSeen, seenSheets, wholeHeaderIn } from "../../../../sync/google/dressing/seen-sheets.ts";
import { sheetPlaces } from "../../../../sync/google/dressing/sheet-place.ts";
import { takeOffRequests } from "../../../../sync/google/dressing/take-off-requests.ts";
import { type GoogleTab, readBook, sureBook } from "../../../../sync/google/reading/read-book.ts";
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
  const { tabs } = await sureBook(connection, await readBook(connection, { whole }));
  const question = dressingQuestion(tabs, changes);
  const seen =
    question === undefined
      ? nothingSeen
      : seenSheets(
          await connection.read("see what stands", (sheets) =>
            sheets.spreadsheets.get({ spreadsheetId, ...question }),
          ),
        );
  const drafted = draftedBook({ tabs, wholeHeader: wholeHeaderIn(tabs, seen) });
  const planned = plannedSteps(drafted, changes, () => "the row as it was read");
  const places = sheetPlaces(planned.layouts, { seed, tabs });
  const requests = requestsOf({ drafted, layouts: planned.layouts, places, seen }, planned);
  if (requests.length === 0) return requests;
  await connection.write(
    "write",
    (sheets) => sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...requests] } }),
    async () => undefined,
  );
  return requests;
}

function requestsOf(drawing: Drawing, { steps }: PlannedSteps<GoogleTab>): readonly Request[] {
  return [
    ...layoutRequests(drawing),
    ...steps.flatMap((step) => {
      return step.kind === "takeOff" ? takeOffRequests(step, drawing) : cellRequests(drawing, step);
    }),
  ];
}

// As plainly as a test can write cells; the store has a way of its own.
function cellRequests({ places }: Drawing, step: Exclude<Step<GoogleTab>, { kind: "takeOff" }>): Request[] {
  const place = places.of(step.draft);
  const { sheetId } = place;
  const data = (value: Cell) => ({ userEnteredValue: enteredValue(value) });
  if (step.kind !== "cells") {
    const rows = step.rows.map((cells) => ({ values: cells.map(data) }));
    return [{ appendCells: { sheetId, rows, fields: "userEnteredValue" } }];
  }
  const last = Math.max(...step.edits.keys());
  const formats = cellBlocks(dayFormats(step.edits));
  return [
    ...roomRequests(place, last),
    ...cellBlocks(step.edits).map(({ row, column, values }) => ({
      updateCells: {
        start: { sheetId, rowIndex: row - 1, columnIndex: column },
        rows: values.map((cells) => ({ values: cells.map(({ value }) => data(value)) })),
        fields: "userEnteredValue",
      },
    })),
    ...formats.map(({ row, column, values }) => ({
      updateCells: {
        start: { sheetId, rowIndex: row - 1, columnIndex: column },
        rows: values.map((cells) => ({
          values: cells.map((pattern) => ({ userEnteredFormat: { numberFormat: numberFormatOf(pattern) } })),
        })),
        fields: "userEnteredFormat.numberFormat",
      },
    })),
  ];
}

function enteredValue(value: Cell) {
  if (value === null) return {};
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number") return { numberValue: value };
  return "serial" in value ? { numberValue: value.serial } : { stringValue: value.error };
}
