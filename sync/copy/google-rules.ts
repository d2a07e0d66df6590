// Dropdowns of a file whose list is a formula. Where the formula is no more than the name of a range, it is a dropdown of
// that range anywhere; else it has no place at Google, and is left out, which is said.

import { addressText } from "../../local/grid/a1-notation.ts";
import { tidied, withBlock } from "../../local/grid/cell-block.ts";
import type { Validation } from "../../local/grid/protocol.ts";
import type { GridCell, Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import { cellAreas } from "./cell-areas.ts";

export interface GoogleRules {
  readonly state: Spreadsheet;
  /** The dropdowns that were left out. */
  readonly things: readonly string[];
}

export function googleRules(state: Spreadsheet): GoogleRules {
  const tabs = state.tabs.map((tab) => ruledTab(state, tab));
  return {
    state: { ...state, tabs: tabs.map(({ tab }) => tab) },
    things: tabs.flatMap(({ tab, left }) =>
      left === "" ? [] : [`"${tab.name}": the dropdown of ${left}, whose list is a formula`],
    ),
  };
}

function ruledTab(state: Spreadsheet, tab: Tab): { readonly tab: Tab; readonly left: string } {
  const lists = cellAreas(tab, ({ validation }) => {
    if (!isList(validation)) return undefined;
    return rangeNamed(state, validation) === undefined ? "left out" : "named";
  });
  const after = lists.reduce(
    (before, { range }) => withBlock(before, range, (cell) => ruledCell(state, cell)),
    tab,
  );
  const left = lists.filter(({ name }) => name === "left out").map(({ range }) => addressText(range));
  return { tab: after, left: left.join(", ") };
}

function ruledCell(state: Spreadsheet, cell: GridCell | undefined): GridCell | undefined {
  if (cell === undefined) return undefined;
  const { validation, ...rest } = cell;
  if (validation === undefined) return cell;
  const range = rangeNamed(state, validation);
  if (range === undefined) return tidied(rest);
  return { ...rest, validation: { ...validation, criteria: { kind: "range", range, showsDropdown: true } } };
}

function isList(rule: Validation | undefined): boolean {
  return rule?.criteria.kind === "formula" && rule.criteria.isList === true;
}

function rangeNamed(state: Spreadsheet, rule: Validation | undefined) {
  const formula = rule?.criteria.kind === "formula" ? rule.criteria.formula : undefined;
  return state.namedRanges.find(({ name }) => name.toLowerCase() === formula?.toLowerCase())?.range;
}
