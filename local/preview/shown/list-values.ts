// What a dropdown list of ours offers now. Its values stand in a hidden tab as formulas over other tabs
// (local/book/value-lists.ts), which this grid does not compute: they are read here as what they say, so that a person who
// comes to the Team is offered at once.

import { nameKey } from "../../../shared/table/cell.ts";
import { EXAMPLE_WORD } from "../../../shared/table/layout.ts";
import { FIRST_ROW, LISTS, NAME_ROW } from "../../book/value-lists.ts";
import { referencedRange } from "../../grid/book/file-ranges.ts";
import { tabsNamedIn } from "../../grid/references.ts";
import { shownText } from "../../grid/shown-value.ts";
import { cellAt, type GridCell, type Spreadsheet, type Tab } from "../../grid/spreadsheet.ts";

const CELLS = String.raw`'(?:[^']|'')+'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+`;
const TEXT = '"((?:[^"]|"")*)"';
const FILLED = new RegExp(String.raw`INDEX\((${CELLS}),SMALL\(`);
const CONDITION = new RegExp(String.raw`\((${CELLS})=(?:${TEXT}|([A-Z]+\$\d+))\)`, "g");
const PART = new RegExp(String.raw`(?:${TEXT}&)?INDEX\((${CELLS}),`, "g");
const ONE_OF_EACH = "MATCH(";

/** The tab of lists, where the book has one. */
export function listsTab({ tabs }: Spreadsheet): Tab | undefined {
  return tabs.find(({ name }) => name === LISTS);
}

/** The column of the list of that name, from 1. */
export function listNamed({ locale }: Spreadsheet, lists: Tab, name: string): number | undefined {
  const names = lists.rows[NAME_ROW - 1]?.cells ?? [];
  const found = names.findIndex((cell) => nameKey(shownText(cell, locale)) === nameKey(name));
  return found < 0 ? undefined : found + 1;
}

/** The values of the list in a column of the tab of lists. */
export function listValues(state: Spreadsheet, lists: Tab, column: number): readonly string[] {
  const known = values.get(state) ?? new Map<number, readonly string[]>();
  values.set(state, known);
  const found = known.get(column) ?? foundValues(state, lists, column);
  known.set(column, found);
  return found;
}

/** The tabs whose cells the lists take their values from, by the names in small letters. */
export function sourcesOfLists(lists: Tab): ReadonlySet<string> {
  const formulas = lists.rows[FIRST_ROW - 1]?.cells.flatMap((cell) => cell?.formula ?? []) ?? [];
  return new Set(formulas.flatMap(tabsNamedIn));
}

const values = new WeakMap<Spreadsheet, Map<number, readonly string[]>>();

function foundValues(state: Spreadsheet, lists: Tab, column: number): readonly string[] {
  const formula = cellAt(lists, FIRST_ROW, column)?.formula ?? "";
  const wanted = FILLED.exec(formula)?.[1];
  if (wanted !== undefined) return filledValues(state, lists, { formula, wanted });
  if (formula === "") {
    const cells = lists.rows.slice(FIRST_ROW - 1).map((row) => row?.cells[column - 1]);
    return textsOf(state, cells).filter((text) => text !== "");
  }
  return [...formula.matchAll(PART)].flatMap(([, before = "", cells = ""]) => {
    const part = referencedRange(state.tabs, cells)?.column;
    const texts = part === undefined || part === column ? [] : listValues(state, lists, part);
    return texts.map((text) => unquoted(before) + text);
  });
}

function filledValues(
  state: Spreadsheet,
  lists: Tab,
  { formula, wanted }: { readonly formula: string; readonly wanted: string },
): readonly string[] {
  const conditions = [...formula.matchAll(CONDITION)].map(([, cells = "", text, cell = ""]) => {
    const range = referencedRange(state.tabs, cell, lists);
    const said = range === undefined ? [] : textsOf(state, [cellAt(lists, range.row, range.column)]);
    return {
      texts: textsIn(state, cells),
      is: nameKey(text === undefined ? (said[0] ?? "") : unquoted(text)),
    };
  });
  const found = textsIn(state, wanted).filter(
    (text, index) =>
      index > 0 &&
      text !== "" &&
      !text.endsWith(EXAMPLE_WORD) &&
      conditions.every(({ texts, is }) => nameKey(texts[index] ?? "") === is),
  );
  if (!formula.includes(ONE_OF_EACH)) return found;
  return [...new Map(found.reverse().map((text) => [nameKey(text), text])).values()].reverse();
}

// From the header on.
function textsIn(state: Spreadsheet, reference: string): readonly string[] {
  const range = referencedRange(state.tabs, reference);
  const tab = state.tabs.find(({ id }) => id === range?.tab);
  if (range === undefined || tab === undefined) return [];
  return textsOf(
    state,
    tab.rows.slice(range.row - 1, range.row + range.rows - 1).map((row) => row?.cells[range.column - 1]),
  );
}

function textsOf({ locale }: Spreadsheet, cells: readonly (GridCell | undefined)[]): readonly string[] {
  return cells.map((cell) => shownText(cell, locale));
}

function unquoted(text: string): string {
  return text.replaceAll('""', '"');
}
