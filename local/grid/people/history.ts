// What a person can undo and redo: their own acts, the last one first, whatever others and scripts did in between. An
// undone act takes back what it changed where that still stands as the act left it; what somebody changed since stays.
// Google documents none of this. Unverified: that writes of a script are no step of the person whose edit set it off,
// and that an inserted, deleted or moved row is past undoing once others were moved in the same tab.

import { GridError } from "../grid-error.ts";
import type { GridEvent } from "../protocol.ts";
import type { Spreadsheet } from "../spreadsheet.ts";
import { act } from "./acts.ts";
import { alignedStep } from "./aligned-step.ts";
import { changeEvent, editEvents } from "./edit-events.ts";
import type { ActOutcome, PersonAct } from "./person-act.ts";
import { restored } from "./restored-state.ts";
import { type Step, withoutShape } from "./reversed-shape.ts";

/** The steps of one person, the last one first. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export interface HistoryOutcome extends ActOutcome {
  readonly history: History;
}

export const newHistory: History = { done: [], undone: [] };

/** The act, as a step that can be undone. @throws {GridError} where the spreadsheet does not allow it */
export function actAs(history: History, state: Spreadsheet, what: PersonAct): HistoryOutcome {
  const { state: after, events } = act(state, what);
  const isOutside = what.do === "apiEdit" || what.do === "formAnswer";
  if (isOutside || after === state) return { state: after, events, history };
  return {
    state: after,
    events,
    history: { done: [{ what, before: state, after }, ...history.done], undone: [] },
  };
}

/** @throws {GridError} where the act cannot be carried over what happened since; the history then is as it was */
export function undo(state: Spreadsheet, history: History): HistoryOutcome {
  const [step, ...earlier] = history.done;
  if (step === undefined) return { state, events: [], history };
  const aligned = alignedStep(state, step);
  const current = aligned === undefined ? undefined : withoutShape(state, aligned);
  const after = aligned === undefined ? undefined : withoutShape(aligned.after, aligned);
  if (aligned === undefined || current === undefined || after === undefined) {
    throw new GridError("This can no longer be undone.");
  }
  const { state: back, range } = restored({ before: aligned.before, after, current });
  return {
    state: state === step.after ? step.before : back,
    events: eventsOf(step.what) ?? (range === undefined ? [] : editEvents(range)),
    history: { done: earlier, undone: [step, ...history.undone] },
  };
}

/** @throws {GridError} where the spreadsheet does not allow the act any more */
export function redo(state: Spreadsheet, history: History): HistoryOutcome {
  const [step, ...later] = history.undone;
  if (step === undefined) return { state, events: [], history };
  const outcome = actAs({ done: history.done, undone: [] }, state, step.what);
  return { ...outcome, history: { done: outcome.history.done, undone: later } };
}

// Undone edits are edits again; undone inserts and deletes are their opposites.
function eventsOf(what: PersonAct): readonly GridEvent[] | undefined {
  switch (what.do) {
    case "insertLines":
      return changeEvent(what.axis === "rows" ? "REMOVE_ROW" : "REMOVE_COLUMN");
    case "deleteLines":
      return changeEvent(what.axis === "rows" ? "INSERT_ROW" : "INSERT_COLUMN");
    case "newTab":
    case "copyTab":
      return changeEvent("REMOVE_GRID");
    case "deleteTab":
      return changeEvent("INSERT_GRID");
    case "paint":
      return changeEvent("FORMAT");
    case "moveLines":
    case "renameTab":
    case "hideTab":
    case "showTab":
    case "setFilter":
    case "clearFilter":
    case "placeChart":
    case "deleteChart":
      return changeEvent("OTHER");
    default:
      return undefined;
  }
}
