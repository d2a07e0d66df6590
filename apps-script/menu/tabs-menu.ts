// The set-up tabs in sight or out of it, and what the menu's Help says.

import { setupTabs } from "../../shared/definition/setup/write-setup.ts";
import { outboxTab } from "../../shared/engine/outbox/outbox-tab.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { readMarks } from "../book/marks.ts";
import { withBox } from "../edge.ts";
import { NO_BOARD } from "../look/whole-look.ts";
import { activeSpreadsheet, type Sheet } from "../spreadsheet-app.ts";

const HELP = `A tab with a Stage column is a board: pick the next stage to move a record, pick in Log what happened.

What a stage needs first is said in the Status note. Every change goes into the history, which nobody edits.

Open sidebar: what is to be done today, the record of the selected row, new records, the numbers.
Set-up tabs: stages, fields, rules and people, in plain words; change them, and the boards follow.
Reminders: one account looks after the sheet every hour, also while nobody has it open.
Practice: nothing is put back, only warned about, until you switch to live.`;

export function menuShowSetUp(): void {
  withBox(() => {
    for (const sheet of setUpSheets()) sheet.showSheet();
    return "";
  });
}

export function menuHideSetUp(): void {
  withBox(() => {
    for (const sheet of setUpSheets()) sheet.hideSheet();
    return "";
  });
}

export function menuHelp(): void {
  withBox(() => HELP);
}

function setUpSheets(): readonly Sheet[] {
  const spreadsheet = activeSpreadsheet();
  const marks = readMarks(spreadsheet);
  const keys = new Set([...setupTabs, outboxTab].map(({ key }) => key));
  const sheets = spreadsheet
    .getSheets()
    .filter((sheet) => keys.has(marks.get(sheet.getSheetId())?.key ?? ""));
  if (sheets.length === 0) throw new StagelineError("usage", NO_BOARD);
  return sheets;
}
