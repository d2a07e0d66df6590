// A past act as it would stand now: rows and columns that were inserted, deleted or moved after it are so in its states
// too, and its cells lie where they lie now. An act that itself rearranged lines is not carried over later ones.

import { GridError } from "../grid-error.ts";
import { shifted } from "../moved-lines.ts";
import type { Shift } from "../shift.ts";
import type { PastShifts, Spreadsheet } from "../spreadsheet.ts";
import type { Step } from "./reversed-shape.ts";

/** `undefined` where the act cannot be carried over what happened since. */
export function alignedStep(state: Spreadsheet, step: Step): Step | undefined {
  let { before, after } = step;
  for (const tab of step.after.tabs) {
    if (step.before.tabs.includes(tab)) continue;
    const present = state.tabs.find(({ id }) => id === tab.id);
    const later = present === undefined ? undefined : shiftsSince(present.shifts, tab.shifts);
    if (later === undefined || (later.length > 0 && rearranges(step))) return undefined;
    try {
      after = later.reduce(shifted, after);
      if (before.tabs.some(({ id }) => id === tab.id)) before = later.reduce(shifted, before);
    } catch (cause) {
      // The lines that were moved since came with the act, and are not in the state before it.
      if (cause instanceof GridError) return undefined;
      throw cause;
    }
  }
  return { ...step, before, after };
}

function rearranges({ what }: Step): boolean {
  return what.do === "insertLines" || what.do === "deleteLines" || what.do === "moveLines";
}

function shiftsSince(
  present: PastShifts | undefined,
  past: PastShifts | undefined,
): readonly Shift[] | undefined {
  const later: Shift[] = [];
  for (let at = present; at !== past; at = at.earlier) {
    if (at === undefined) return undefined;
    later.unshift(at.shift);
  }
  return later;
}
