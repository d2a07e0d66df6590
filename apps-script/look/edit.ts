// An edit, as Google tells it: a hint to look, never the fact itself. Most edits matter to nobody but the one who made
// them, and cost one question to the cache. One that matters is looked at under the lock; where the lock is not free,
// it leaves a mark, and whoever has the lock looks at it, too.

import type { OverwrittenCells } from "../../shared/engine/acts/put-back.ts";
import type { Range } from "../spreadsheet-app.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";
import { addedInBook } from "./added.ts";
import { underLock } from "./document-lock.ts";
import { type Kept, type KeptLook, keptOf } from "./kept-look.ts";
import { type EditedPlace, leaveMark, takeMarks } from "./look-again.ts";
import { isWatched, quickEdit } from "./quick-edit.ts";
import { saidOf } from "./said.ts";
import { COPIED, lookAtAll } from "./whole-look.ts";

const FIRST_WAIT_MS = 100;
const SECOND_WAIT_MS = 4000;

/** What there is to say of an edit. */
export interface EditLook {
  readonly said: string;
  /** Whether a message asked to go out before it, as far as the cache knows. */
  readonly hasMail: boolean;
  /** Whether it was looked at, so that one may have come to ask. */
  readonly isLookedAt: boolean;
}

/** Looks at the edit of a range. `emailOf` tells who edited, where Google says so. */
export function lookAtEdit(range: Range, emailOf: () => string): EditLook {
  const place = placeOf(range);
  const kept = keptOf(place.sheet);
  const { hasMail } = kept;
  if (kept.look !== undefined && !matters(kept.look, place)) return { said: "", hasMail, isLookedAt: false };
  return { said: lookedAt(range, { place, kept, emailOf }), hasMail, isLookedAt: true };
}

interface PlacedEdit {
  readonly place: EditedPlace;
  readonly kept: Kept;
  readonly emailOf: () => string;
}

function lookedAt(range: Range, { place, kept, emailOf }: PlacedEdit): string {
  const spreadsheet = activeSpreadsheet();
  const sheet = range.getSheet();
  const look = () => quickEdit({ spreadsheet, sheet, place, email: emailOf(), kept: kept.look });
  const first = underLock(FIRST_WAIT_MS, look);
  // Whoever has the lock may hold it for longer than this run waits: then the next one finds the mark.
  if (first === undefined) leaveMark(place);
  const looked = first ?? underLock(SECOND_WAIT_MS, look);
  if (looked === undefined) return "";
  const { result: answer } = looked;
  if (answer.how === "later") {
    leaveMark(place);
    return "";
  }
  if (answer.how === "whole") return wholeAnswer(answer.why, answer.putBack);
  if (kept.hasMarks || first === undefined) lookAtMarked(place);
  return answer.how === "copied" ? COPIED : answer.said;
}

// What was left until now; what is left meanwhile is for the next one.
function lookAtMarked(own: EditedPlace): void {
  const marks = takeMarks().filter((mark) => !isSamePlace(mark, own));
  if (marks.length === 0) return;
  const spreadsheet = activeSpreadsheet();
  const sheets = new Map(spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet] as const));
  let why: string | undefined;
  const putBack: OverwrittenCells[] = [];
  for (const place of marks) {
    const sheet = sheets.get(place.sheet);
    if (sheet === undefined) continue;
    const { look: kept } = keptOf(place.sheet);
    const looked = underLock(SECOND_WAIT_MS, () => quickEdit({ spreadsheet, sheet, place, email: "", kept }));
    if (looked === undefined || looked.result.how === "later") leaveMark(place);
    else if (looked.result.how === "whole") {
      why = looked.result.why;
      putBack.push(...(looked.result.putBack ?? []));
    }
  }
  if (why !== undefined) wholeAnswer(why, putBack);
}

function wholeAnswer(why: string, putBack: readonly OverwrittenCells[] = []): string {
  console.info(`looked at the whole sheet: ${why}`);
  const looked = lookAtAll("event", { putBack });
  return saidOf({ ...looked, added: addedInBook(looked.book.tables, looked) }, looked.definition);
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
