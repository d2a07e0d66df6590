// A spreadsheet with the dropdowns, help at headers, colours and protections that layouts ask for, as they are drawn at
// Google. What people made in one of our columns stands.

import { withBlock } from "../../local/grid/cell-block.ts";
import type { ConditionalFormat, Protection, Validation } from "../../local/grid/protocol.ts";
import {
  freshId,
  type GridCell,
  type Spreadsheet,
  type Tab,
  tabNamed,
  withTab,
} from "../../local/grid/spreadsheet.ts";
import { drawnTab } from "../../shared/engine/dressing/drawn-layout.ts";
import { drawnColours } from "../../shared/table/dressing/drawn-colours.ts";
import { type DressedTab, drawnDropdowns } from "../../shared/table/dressing/drawn-dropdowns.ts";
import { drawnNotes } from "../../shared/table/dressing/drawn-notes.ts";
import type { Offer } from "../../shared/table/dressing/offered-values.ts";
import { DROPDOWN_HELP, PROTECTION_NAME } from "../../shared/table/dressing/own-dressing.ts";
import type { PresentDressing, PresentRule } from "../../shared/table/dressing/present-dressing.ts";
import { stretchesOf } from "../../shared/table/dressing/stretches.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import { type DraftedBook, draftedBook, draftKeyed } from "../../shared/table/planning/drafted-book.ts";
import { draftOf, type TabDraft } from "../../shared/table/planning/tab-draft.ts";
import { gridTables } from "./grid-tables.ts";

export function dressed(state: Spreadsheet, layouts: readonly TabLayout[]): Spreadsheet {
  const tables = gridTables(state);
  const book = draftedBook({
    tabs: tables.map((table) => ({ table, maxRows: tabNamed(state, table.tab)?.maxRows ?? 0 })),
    wholeHeader: (tab) => {
      const header = tables.find((table) => table.tab === tab)?.header ?? [];
      return { cells: header, width: header.length };
    },
  });
  return layouts.reduce((before, layout) => dressedTab(before, book, layout), state);
}

function dressedTab(state: Spreadsheet, book: DraftedBook, layout: TabLayout): Spreadsheet {
  const draft = draftFor(book, layout);
  const tab = draft === undefined ? undefined : tabNamed(state, draft.name);
  if (draft === undefined || tab === undefined) return state;
  const dressing: DressedTab = { draft, layout, present: presentIn(tab), rows: tab.maxRows };
  const ruled = drawnDropdowns(book, dressing).reduce((before, { row, rows, column, offer, takesOthers }) => {
    const range = { tab: tab.id, row, column: column + 1, rows, columns: 1 };
    const validation = {
      criteria: criteriaOf(state, offer),
      allowsInvalid: takesOthers,
      helpText: DROPDOWN_HELP,
    };
    return withBlock(before, range, (cell) => withRule(cell, validation));
  }, tab);
  const noted = drawnNotes(dressing).reduce((before, { at, text }) => {
    const range = { tab: tab.id, row: 1, column: at + 1, rows: 1, columns: 1 };
    return withBlock(before, range, (cell) => ({ ...(cell ?? { value: null }), note: text }));
  }, ruled);
  const colours = (drawnColours(dressing) ?? []).map((colour): ConditionalFormat => {
    const { at, to = at, formula, background } = colour;
    const range = { tab: tab.id, row: 2, column: at + 1, rows: tab.maxRows - 1, columns: to - at + 1 };
    return { ranges: [range], condition: { kind: "formula", formula }, background };
  });
  const derived = layout.columns.flatMap(({ key, derived: is }) => {
    const at = draft.columns.get(key);
    return is === true && at !== undefined ? [at] : [];
  });
  const guarded = drawnTab(layout, draft.width).isGuarded;
  const ranges = stretchesOf(derived).map(({ first, count }) => {
    return { tab: tab.id, row: 1, column: first + 1, rows: tab.maxRows, columns: count };
  });
  return withProtections(
    withTab(state, { ...noted, conditionalFormats: [...noted.conditionalFormats, ...colours] }),
    tab.id,
    [...ranges.map((range) => ({ range })), ...(guarded ? [{}] : [])],
  );
}

// Where nothing is offered, nobody has to know the rows.
function draftFor(book: DraftedBook, { key, columns }: TabLayout): TabDraft | undefined {
  if (columns.some(({ dropdown }) => dropdown !== undefined)) return draftKeyed(book, key);
  const table = book.tabs.find((tab) => tab.table.key === key)?.table;
  if (table === undefined) return undefined;
  return { ...draftOf(table.tab), key, columns: new Map(Object.entries(table.marks)) };
}

function withProtections(
  state: Spreadsheet,
  tab: number,
  wanted: readonly Pick<Protection, "range">[],
): Spreadsheet {
  const first = freshId(state, wanted.length);
  const made = wanted.map((place, index) => {
    return { id: first + index, tab, description: PROTECTION_NAME, onlyWarns: true, ...place };
  });
  const tabs = state.tabs.map((each) =>
    each.id === tab ? { ...each, protections: [...each.protections, ...made] } : each,
  );
  return { ...state, tabs, nextId: first + wanted.length };
}

const ruled = new WeakMap<Validation, Map<GridCell | undefined, GridCell>>();

// Cells that are alike stay one and the same.
function withRule(cell: GridCell | undefined, validation: Validation): GridCell {
  const known = ruled.get(validation) ?? new Map<GridCell | undefined, GridCell>();
  ruled.set(validation, known);
  const made = known.get(cell) ?? { ...(cell ?? { value: null }), validation };
  known.set(cell, made);
  return made;
}

function criteriaOf(state: Spreadsheet, offer: Offer): Validation["criteria"] {
  if (offer.kind === "values") return { kind: "list", values: offer.values, showsDropdown: true };
  const tab = tabNamed(state, offer.draft.name);
  const rows = Math.max(1, (offer.last ?? tab?.maxRows ?? 1) - offer.first + 1);
  const range = { tab: tab?.id ?? 0, row: offer.first, column: offer.column + 1, rows, columns: 1 };
  return { kind: "range", range, showsDropdown: true };
}

// What stands is people's: ours was taken off before.
function presentIn(tab: Tab): PresentDressing {
  const theirs: PresentRule = { help: "", takesOthers: true };
  return {
    ruleAt: (row, column) =>
      tab.rows[row - 1]?.cells[column]?.validation === undefined ? undefined : theirs,
    notes: (tab.rows[0]?.cells ?? []).map((cell) => cell?.note ?? ""),
    colours: [],
  };
}
