// One act of a person, done to a spreadsheet: the next state, and the events that Google would fire for it.
// [developers.google.com/apps-script/guides/triggers/events] No act stops at a protection: all people here are editors,
// whom a protection that warns lets go on.

import { withChart, withoutChart } from "../chart.ts";
import type { Spreadsheet } from "../spreadsheet.ts";
import { cutAndPasted } from "./cut-and-paste.ts";
import { changeEvent } from "./edit-events.ts";
import { cleared, painted, ticked, typed } from "./edited-cells.ts";
import { clearedFilter, filtered } from "./filters.ts";
import { answered, editedByApi } from "./outside-edits.ts";
import { copiedAndPasted, filledDown, pasted } from "./pasted-cells.ts";
import type { ActOutcome, PersonAct } from "./person-act.ts";
import { deletedLines, insertedLines, movedLines } from "./rearranged-lines.ts";
import { sorted } from "./sorted-rows.ts";
import { changedTab } from "./tab-acts.ts";

/** @throws {GridError} where the spreadsheet does not allow it; then nothing is done */
export function act(state: Spreadsheet, what: PersonAct): ActOutcome {
  switch (what.do) {
    case "type":
      return typed(state, what);
    case "clear":
      return cleared(state, what.range);
    case "checkbox":
      return ticked(state, what);
    case "paint":
      return painted(state, what.range, what.paint);
    case "paste":
      return pasted(state, what);
    case "copyPaste":
      return copiedAndPasted(state, what);
    case "fillDown":
      return filledDown(state, what.range);
    case "cutPaste":
      return cutAndPasted(state, what);
    case "insertLines":
      return insertedLines(state, what);
    case "deleteLines":
      return deletedLines(state, what);
    case "moveLines":
      return movedLines(state, what);
    case "sort":
      return sorted(state, what);
    case "setFilter":
      return filtered(state, what);
    case "clearFilter":
      return clearedFilter(state, what.tab);
    // That an event comes of it is unverified.
    case "placeChart":
      return { state: withChart(state, what.chart, { place: what.place }), events: changeEvent("OTHER") };
    case "deleteChart":
      return { state: withoutChart(state, what.chart), events: changeEvent("OTHER") };
    case "apiEdit":
      return editedByApi(state, what);
    case "formAnswer":
      return answered(state, what);
    default:
      return changedTab(state, what);
  }
}
