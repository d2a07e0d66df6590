// The dropdowns of books that the command made: their values stand in a hidden tab of ours, and the formula of the rule names
// the list there (book/dropdown-formula.ts): one for a whole column, or one for each row by what another of its cells says.

import { FIRST_ROW } from "../../book/value-lists.ts";
import { referencedRange } from "../../grid/book/file-ranges.ts";
import { shownText } from "../../grid/shown-value.ts";
import { cellAt, type Spreadsheet, type Tab, tabById } from "../../grid/spreadsheet.ts";
import { listNamed, listsTab, listValues, sourcesOfLists } from "./list-values.ts";

const COUNTED = /^OFFSET\(([^,()]+),0,0,MAX\(1,[^,()]+\),1\)$/;
const BY_ROW = /^OFFSET\([^,()]+,0,IFERROR\(MATCH\("((?:[^"]|"")*) "&(\$?[A-Z]+\$?\d+),/;

/** The texts that a rule offers in a cell of the tab `own`; `undefined` where the formula is of another kind. */
export function offeredTexts(state: Spreadsheet, own: Tab, formula: string): readonly string[] | undefined {
  const text = formula.replace(/^=/, "");
  const lists = listsTab(state);
  const counted = referencedRange(state.tabs, COUNTED.exec(text)?.[1] ?? "");
  if (lists !== undefined && counted?.tab === lists.id && counted.row === FIRST_ROW)
    return listValues(state, lists, counted.column);
  const [, name, said = ""] = BY_ROW.exec(text) ?? [];
  if (lists !== undefined && name !== undefined) return listOfRow(state, { own, lists, name, said });
  const range = referencedRange(state.tabs, text, own);
  if (range === undefined) return undefined;
  const tab = tabById(state, range.tab);
  const cells = Array.from({ length: range.rows }, (_, down) => cellAt(tab, range.row + down, range.column));
  return cells.map((cell) => shownText(cell, state.locale)).filter((each) => each !== "");
}

/** The tabs on which it depends what such a rule of the tab `own` offers. */
export function offeringTabs(state: Spreadsheet, own: Tab, formula: string): readonly number[] {
  const text = formula.replace(/^=/, "");
  const lists = listsTab(state);
  if (lists === undefined || !text.startsWith("OFFSET(")) {
    const range = referencedRange(state.tabs, text, own);
    return range === undefined ? [] : [range.tab];
  }
  const sources = sourcesOfLists(lists);
  const named = state.tabs.filter(({ name }) => sources.has(name.toLowerCase()));
  return [lists, ...named, ...(BY_ROW.test(text) ? [own] : [])].map(({ id }) => id);
}

function listOfRow(
  state: Spreadsheet,
  {
    own,
    lists,
    name,
    said,
  }: { readonly own: Tab; readonly lists: Tab; readonly name: string; readonly said: string },
): readonly string[] {
  const range = referencedRange(state.tabs, said, own);
  const says = range === undefined ? "" : shownText(cellAt(own, range.row, range.column), state.locale);
  const column = listNamed(state, lists, `${name.replaceAll('""', '"')} ${says}`);
  return column === undefined ? [] : listValues(state, lists, column);
}
