// What the menu does to the whole sheet: look at it, mend it, bring its Dashboard up to date, take back what a rule did,
// switch between practice and live.

import { guardedProblems } from "../../shared/engine/acts/guarded-problems.ts";
import { practiceChanges } from "../../shared/engine/acts/practice.ts";
import { undoLastAutomaticAct } from "../../shared/engine/acts/undo-automatic.ts";
import { checkedBook } from "../../shared/engine/checked-book.ts";
import { mendBook } from "../../shared/engine/mending/mend-book.ts";
import { type Reconciled, reconcile } from "../../shared/engine/reconcile.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { writtenDashboard } from "../../shared/report/dashboard/renewed-dashboard.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { type Problem, sentenceOf } from "../../shared/table/problem.ts";
import { toldOnce } from "../../shared/table/repeated-problems.ts";
import { lostDropdowns } from "../book/lost-dressing.ts";
import { openBook } from "../book/open-book.ts";
import { momentNow } from "../clock.ts";
import { withBox } from "../edge.ts";
import { actingRun } from "../look/acting-run.ts";
import { changeBook } from "../look/change-book.ts";
import { lookAtAll, refuseOthers, runIn } from "../look/whole-look.ts";
import { removeExamples } from "../page/page-start.ts";
import { sheetUi } from "../spreadsheet-app.ts";
import { askOfCopy } from "./first-run.ts";

const MOST_SHOWN = 12;
const MEANT = `Was that done on purpose?

Yes: the sheet counts as it stands now.
No: nothing is changed; undo it, or bring back what is gone.`;

export function menuCheck(): void {
  withBox(() => {
    askOfCopy();
    const { entries } = lookAtAll("sweep", { merges: true });
    const { problems, guarded } = foundNow();
    if (!isMeant(guarded)) return told(entries, problems);
    const accepted = lookAtAll("sweep", { merges: true, acceptsGuards: true });
    return told(accepted.entries, foundNow().problems);
  });
}

// The look writes what it can, and reads no more than that takes; merged cells, and rows of the history that other hands
// altered, are found by reading once more.
function foundNow(): { readonly problems: readonly Problem[]; readonly guarded: readonly Problem[] } {
  const book = openBook({ merges: true });
  const run = runIn(book, momentNow(book.zone), "sweep");
  const { problems } = checkedBook(book.tables, run);
  const isGuarded = problems.some(({ cell }) => cell === undefined);
  return { problems, guarded: isGuarded ? guardedProblems(book.tables, run) : [] };
}

// What stops a book until somebody says that it was meant can be said here, and nowhere else in the sheet.
function isMeant(guarded: readonly Problem[]): boolean {
  if (guarded.length === 0) return false;
  const ui = sheetUi();
  const question = [...shownLines(guarded.map(sentenceOf), ""), "", MEANT].join("\n");
  return ui.alert("Stageline", question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

function told(entries: readonly Entry[], problems: readonly Problem[]): string {
  const noted = entries.length === 0 ? [] : [`${entries.length} new in the history`];
  return [...noted, ...shownLines(toldOnce(problems).map(sentenceOf), "No problems")].join("\n");
}

export function menuRepair(): void {
  withBox(() => {
    askOfCopy();
    const done = changeBook((book, now) => {
      refuseOthers(book);
      const mended = mendBook(book.tables, { now, lost: lostDropdowns(book) });
      const looked = reconcile(mended.tables, runIn(book, now, "sweep"));
      return {
        changes: [...mended.changes, ...looked.changes],
        definition: looked.definition,
        result: mended.done,
      };
    });
    return shownLines(done.map(sentenceOf), "Nothing to repair").join("\n");
  });
}

export function menuDashboard(): void {
  withBox(() => {
    askOfCopy();
    return changeBook((book, now) => {
      refuseOthers(book);
      const looked = reconcile(book.tables, runIn(book, now, "sweep"));
      const changes = [
        ...writtenDashboard(applyChanges(book.tables, looked.changes), { now, zone: book.zone }),
        ...looked.changes,
      ];
      return { changes, definition: looked.definition, result: "The Dashboard is up to date" };
    });
  });
}

export function menuUndo(): void {
  withBox(() => {
    askOfCopy();
    return changeBook((book, now) => {
      refuseOthers(book);
      const { run } = actingRun(book, now);
      const undone = undoLastAutomaticAct(book.tables, run);
      return { changes: undone.changes, definition: undone.definition, result: undone.sentence };
    });
  });
}

export function menuPractice(): void {
  withBox(() => switchTo({ practice: true }));
}

export function menuRemoveExamples(): void {
  withBox(() => {
    askOfCopy();
    return removeExamples();
  });
}

export function menuLive(): void {
  withBox(() => switchTo({ practice: false }));
}

/** Practice or live, from now on. */
export function switchTo(wanted: { readonly practice: boolean }): string {
  askOfCopy();
  return changeBook((book, now) => {
    refuseOthers(book);
    const { changes, sentence } = practiceChanges(book.tables, wanted);
    const looked: Reconciled = reconcile(applyChanges(book.tables, changes), runIn(book, now, "sweep"));
    return { changes: [...changes, ...looked.changes], definition: looked.definition, result: sentence };
  });
}

function shownLines(lines: readonly string[], none: string): readonly string[] {
  if (lines.length === 0) return [none];
  if (lines.length <= MOST_SHOWN) return lines;
  return [...lines.slice(0, MOST_SHOWN), `and ${lines.length - MOST_SHOWN} more; see Health in the sidebar`];
}
