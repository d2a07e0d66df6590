// What the menu does for people who work together: all records of somebody who is away, or leaves, given to somebody
// else.

import { reassigned } from "../../shared/engine/people/reassign.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { withBox } from "../edge.ts";
import { actingRun } from "../look/acting-run.ts";
import { changeBook } from "../look/change-book.ts";
import { presentHead } from "../look/change-head.ts";
import { NO_BOARD, refuseOthers } from "../look/whole-look.ts";
import { sheetUi } from "../spreadsheet-app.ts";
import { askOfCopy } from "./first-run.ts";

const TITLE = "Hand over all records of a person";

export function menuReassign(): void {
  withBox(() => {
    askOfCopy();
    if (presentHead() === undefined) throw new StagelineError("usage", NO_BOARD);
    const from = nameFor("Whose records? Write the name as it stands in Owner.");
    const to =
      from === ""
        ? ""
        : nameFor(`Who takes over what ${from} works on? Write the name as it stands in Team.`);
    if (to === "") return "Nothing was handed over";
    return changeBook((book, now) => {
      refuseOthers(book);
      const { run } = actingRun(book, now);
      const given = reassigned(book.tables, run, { from, to });
      return { changes: given.changes, definition: given.definition, result: given.sentence };
    });
  });
}

// Empty where the box was closed, or nothing was written.
function nameFor(question: string): string {
  const ui = sheetUi();
  const answer = ui.prompt(TITLE, question, ui.ButtonSet.OK_CANCEL);
  return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText().trim() : "";
}
