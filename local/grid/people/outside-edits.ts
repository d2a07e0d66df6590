// What reaches a spreadsheet from outside its editor: an edit by the Sheets API, whose values stay as they are and which
// fires nothing ("API requests do not cause triggers to run"; others have seen an installable onChange run for one,
// so nothing may count on either), and the answer to a form, which is one row below the last and one event.
// [developers.google.com/apps-script/guides/triggers]

import { withBlock } from "../cell-block.ts";
import { typedCell, withTyped } from "../entered-cell.ts";
import { checkInside } from "../limits.ts";
import type { GridRange } from "../protocol.ts";
import { shownText } from "../shown-value.ts";
import { cellAt, type Spreadsheet, type Tab, tabById, usedSize, withTab } from "../spreadsheet.ts";
import { withRoomFor } from "./copied-cells.ts";
import type { ActOutcome, PersonAct } from "./person-act.ts";

type Act<Kind extends PersonAct["do"]> = Extract<PersonAct, { do: Kind }>;

/** The API makes no room for itself: its range must lie in the tab. Rules stop nothing (unverified). */
export function editedByApi(state: Spreadsheet, { at, values }: Act<"apiEdit">): ActOutcome {
  const range = { ...at, rows: values.length, columns: Math.max(0, ...values.map((row) => row.length)) };
  if (range.rows * range.columns === 0) return { state, events: [] };
  checkInside(tabById(state, at.tab), range);
  const after = withBlock(tabById(state, at.tab), range, (cell, row, column) => {
    const value = values[row - at.row]?.[column - at.column];
    return value === undefined ? cell : withTyped(cell, { value });
  });
  return { state: withTab(state, after), events: [] };
}

export function answered(state: Spreadsheet, { tab: id, values }: Act<"formAnswer">): ActOutcome {
  const row = usedSize(tabById(state, id)).rows + 1;
  const range = { tab: id, row, column: 1, rows: 1, columns: values.length };
  const roomy = withRoomFor(state, range);
  const tab = withBlock(tabById(roomy, id), range, (cell, _, column) => {
    return typedCell(cell, values[column - 1] ?? "", state);
  });
  return {
    state: withTab(roomy, tab),
    events: [{ kind: "formSubmit", range, values, namedValues: namedValues(tab, range, { state, values }) }],
  };
}

function namedValues(
  tab: Tab,
  range: GridRange,
  { state, values }: { readonly state: Spreadsheet; readonly values: readonly string[] },
): Readonly<Record<string, readonly string[]>> {
  const named: Record<string, readonly string[]> = {};
  for (let column = 1; column <= range.columns; column++) {
    const header = shownText(cellAt(tab, 1, column), state.locale);
    if (header !== "") named[header] = [...(named[header] ?? []), values[column - 1] ?? ""];
  }
  return named;
}
