// The edge of the add-on: the one place where what could not be done becomes a sentence for the person. An error that is
// not ours is a fault of the program or of Google; it goes on, so that it shows in the log of executions.

import { StagelineError } from "../shared/value/stageline-error.ts";
import { activeSpreadsheet, sheetUi } from "./spreadsheet-app.ts";

const TITLE = "Stageline";
const TOAST_SECONDS = 8;

/** What was done, or why not. */
export type Outcome<Result> =
  | { readonly done: Result }
  | { readonly problem: string; readonly fields?: Readonly<Record<string, string>> };

/** The work's result, or the sentence with which it stopped. */
export function outcomeOf<Result>(work: () => Result): Outcome<Result> {
  try {
    return { done: work() };
  } catch (error) {
    if (!(error instanceof StagelineError)) throw error;
    return { problem: error.message };
  }
}

/** Does the work of an event, and shows what there is to say in the corner of the screen. */
export function withToast(work: () => string): void {
  const outcome = outcomeOf(work);
  const said = "done" in outcome ? outcome.done : outcome.problem;
  if (said !== "") activeSpreadsheet().toast(said, TITLE, TOAST_SECONDS);
}

/** Does the work of a menu item, and shows what there is to say in a box. */
export function withBox(work: () => string): void {
  const outcome = outcomeOf(work);
  const said = "done" in outcome ? outcome.done : outcome.problem;
  const ui = sheetUi();
  if (said !== "") ui.alert(TITLE, said, ui.ButtonSet.OK);
}

/** Does the work of the clock, where nobody is there to be told: it is written into the log of executions. */
export function withLog(work: () => string): void {
  const outcome = outcomeOf(work);
  if ("problem" in outcome) console.warn(outcome.problem);
  else if (outcome.done !== "") console.info(outcome.done);
}
