// What the page points at: a cell, or the row of a record, shown in the sheet.

import * as z from "zod/mini";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { recordNamed } from "../../shared/engine/named-record.ts";
import { textOf } from "../../shared/table/cell.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { openBook } from "../book/open-book.ts";
import { activeSpreadsheet, type Spreadsheet } from "../spreadsheet-app.ts";
import { answered, nothing, type Refusal, recordShape, text } from "./answer.ts";

interface Said {
  readonly said: string;
}

/** The row that is selected; no tab and row 0 where nothing is. */
export interface SelectedRow {
  readonly tab: string;
  readonly row: number;
}

/** "C7", or nothing for the tab alone. */
const cellAddress = text.check(z.regex(/^(?:[A-Z]{1,3}[1-9]\d{0,6})?$/));

/** Which row is selected, and nothing else: asked whenever somebody comes back to the page, and quick. */
export function pageSelection(request: Record<string, never>): SelectedRow | Refusal {
  return answered(nothing, request, () => selectedRow(activeSpreadsheet()));
}

export function selectedRow(spreadsheet: Spreadsheet): SelectedRow {
  const cell = spreadsheet.getCurrentCell();
  return cell === null ? { tab: "", row: 0 } : { tab: cell.getSheet().getName(), row: cell.getRow() };
}

export function pageShowCell(request: { readonly tab: string; readonly cell: string }): Said | Refusal {
  return answered(z.object({ tab: text, cell: cellAddress }), request, ({ tab, cell }) => {
    const sheet = activeSpreadsheet().getSheetByName(tab);
    if (sheet === null) throw new StagelineError("usage", `there is no tab "${tab}"`);
    sheet.showSheet();
    sheet.activate();
    if (cell !== "") sheet.getRange(cell).activate();
    return { said: cell === "" ? tab : `${tab}!${cell}` };
  });
}

export function pageShowRecord(request: { readonly board: string; readonly record: string }): Said | Refusal {
  return answered(z.object(recordShape), request, ({ board, record }) => {
    const { tables, tabs } = openBook();
    const { definition } = readSetup(tables, lastDefinition(tables));
    const found = recordNamed(tables, definition, { board, record });
    const open = tabs.find(({ table }) => table.tab === found.tab);
    const id = open?.table.marks["id"] ?? -1;
    const row = open?.table.rows.find(({ cells }) => textOf(cells[id]) === found.id);
    if (open === undefined || row === undefined) {
      throw new StagelineError("usage", `"${found.name}" stands in no row any more`);
    }
    open.sheet.activate();
    open.sheet.getRange(row.at, 1).activate();
    return { said: found.name };
  });
}
