// What came in for invoices stands in tabs that an edit of a board does not read. Where the answer to an edit hangs on it,
// the whole book is looked at.

import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import type { Rule } from "../../definition/rule.ts";
import { asksForPayment } from "../../invoices/uses-money.ts";
import { isOfEvents } from "../row/event-rules.ts";
import type { BoardIn } from "./known-links.ts";
import type { TouchedRow } from "./touched-row.ts";

/**
 * Whether it has to be known what is paid: the stage that is picked, or was refused, asks for it, or the one where the
 * record is says what it lacks; or a rule asks that the edit may set off.
 *
 * @example
 * asksWhatIsPaid({ definition: fixtures.book, pipeline: fixtures.offers, boardId: "deals" }, touchedRow(fixtures.newRow, "deals")) //=> false
 */
export function asksWhatIsPaid({ definition, pipeline }: BoardIn, touched: TouchedRow): boolean {
  const { state } = touched;
  const stageWith = (id: string | undefined) => pipeline.stages.find((stage) => stage.id === id);
  const present = stageWith(state?.now.stage);
  const warns = definition.practice || present?.enforce === "warn";
  const entered = enteredStages(pipeline, touched);
  const asking = [...entered, stageWith(state?.refused?.to), warns ? present : undefined];
  return (
    asking.some((stage) => stage !== undefined && asksForPayment(stage.needs)) ||
    pipeline.rules.some((rule) => asksForPayment(rule.onlyIf) && mayBeSetOff(rule, touched, entered))
  );
}

// Where the record may go by this edit. Which of the rules' moves come of it is found out later: all of them may.
function enteredStages(pipeline: Pipeline, { row, state }: TouchedRow): readonly Stage[] {
  const [first] = mainLineOf(pipeline);
  const picked = row.stage === undefined || row.stage.id === state?.now.stage ? [] : [row.stage];
  const begun = state === undefined && first !== undefined ? [first] : [];
  const moves = pipeline.rules.filter(({ when }) => isOfEvents(when)).flatMap(({ does }) => does);
  const ruled = moves.flatMap((action) => (action.do === "move" ? [action.stage] : []));
  return [...picked, ...begun, ...pipeline.stages.filter(({ id }) => ruled.includes(id))];
}

function mayBeSetOff({ when }: Rule, { act }: TouchedRow, entered: readonly Stage[]): boolean {
  switch (when.on) {
    case "enters":
      return entered.some(({ id }) => id === when.stage);
    case "leaves":
      return entered.length > 0;
    case "logged":
      return act !== undefined;
    case "changed":
      return true;
    case "time":
    case "every":
    case "linked":
    case "behind":
      return false;
  }
}
