// An edit, as Google tells it: a hint to look, never the fact itself. Most edits matter to nobody but the one who made
// them, and cost one question to the cache. One that matters is looked at under the lock; where the lock is not free,
// it leaves a mark, and whoever has the lock looks at it, too.

import type { Range } from "../spreadsheet-app.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";
import { underLock } from "./document-lock.ts";
import { type KeptLook, keptLook } from "./kept-look.ts";
import { type EditedPlace, leaveMark, takeMarks } from "./look-again.ts";
import { isWatched, type QuickAnswer, quickEdit } from "./quick-edit.ts";
import { saidOf } from "./said.ts";
import { COPIED, lookAtAll } from "./whole-look.ts";

const FIRST_WAIT_MS = 100;
const SECOND_WAIT_MS = 4000;
/** Rounds of marks that one run looks at: others will come. */
const MOST_ROUNDS = 3;

/** Looks at the edit of a range; what there is to say of it. */
export function lookAtEdit(range: Range, email: string): string {
  const place = placeOf(range);
  const kept = keptLook(place.sheet);
  if (kept !== undefined && !matters(kept, place)) return "";
  const spreadsheet = activeSpreadsheet();
  const look = () => {
    const own = quickEdit({ spreadsheet, sheet: range.getSheet(), place, email, kept });
    return { own, marks: own.how === "later" ? [] : takeMarks() };
  };
  const looked = underLock(FIRST_WAIT_MS, look) ?? lookLater(place, look);
  if (looked === undefined) return "";
  const { own, marks } = looked.result;
  if (own.how === "later") leaveMark(place);
  const said = own.how === "whole" ? wholeAnswer() : saidBy(own);
  // What others left is looked at whole where this edit was, and else where it was.
  if (own.how !== "whole")
    lookAtMarked(
      marks.filter((mark) => !isSamePlace(mark, place)),
      1,
    );
  return said;
}

// The mark comes before the second wait: whoever has the lock now looks for marks before letting go of it.
function lookLater<Result>(place: EditedPlace, look: () => Result): { readonly result: Result } | undefined {
  leaveMark(place);
  return underLock(SECOND_WAIT_MS, look);
}

function lookAtMarked(marks: readonly EditedPlace[], round: number): void {
  if (marks.length === 0) return;
  const spreadsheet = activeSpreadsheet();
  const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet] as const));
  let needsWhole = false;
  for (const place of marks) {
    const sheet = sheets.get(place.sheet);
    if (sheet === undefined) continue;
    const kept = keptLook(place.sheet);
    const looked = underLock(SECOND_WAIT_MS, () => quickEdit({ spreadsheet, sheet, place, email: "", kept }));
    if (looked === undefined || looked.result.how === "later") leaveMark(place);
    else needsWhole ||= looked.result.how === "whole";
  }
  if (needsWhole) lookAtAll("event");
  if (round < MOST_ROUNDS) lookAtMarked(takeMarks(), round + 1);
}

function wholeAnswer(): string {
  const looked = lookAtAll("event");
  return saidOf(looked, looked.definition);
}

function saidBy(answer: QuickAnswer): string {
  if (answer.how === "copied") return COPIED;
  return answer.how === "done" ? answer.said : "";
}

function matters(kept: KeptLook, place: EditedPlace): boolean {
  return kept.kind === "set-up" || (kept.kind === "board" && isWatched(place, kept.columns));
}

function placeOf(range: Range): EditedPlace {
  return {
    sheet: range.getSheet().getSheetId(),
    firstRow: range.getRow(),
    lastRow: range.getLastRow(),
    firstColumn: range.getColumn() - 1,
    lastColumn: range.getLastColumn() - 1,
  };
}

function isSamePlace(left: EditedPlace, right: EditedPlace): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
