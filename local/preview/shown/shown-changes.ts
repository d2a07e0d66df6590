// What a page has to draw anew after a book went from one state to another. States share what stayed as it was, so that
// rows and cells are told apart by identity. Where the frame of the tabs changed (a tab more, a column hidden, another
// filter), the page gets the whole book again.

import { isSameCell } from "../../grid/cell-block.ts";
import type { Spreadsheet, Tab } from "../../grid/spreadsheet.ts";
import { shownBook, shownRows, tabsInSight } from "./shown-book.ts";
import { changedCell } from "./shown-cell.ts";
import { type ShownChart, shownCharts, tabsDrawn } from "./shown-charts.ts";
import { exampleRowsIn } from "./shown-colours.ts";
import { shownNotes } from "./shown-marks.ts";
import { carryRules, shownRules, tabsOffered } from "./shown-rules.ts";
import type {
  UniverBook,
  UniverCell,
  UniverCells,
  UniverLine,
  UniverNotes,
  UniverRule,
} from "./univer-data.ts";

export type ShownChange =
  | { readonly what: "book"; readonly book: UniverBook }
  | { readonly what: "size"; readonly tab: number; readonly rows: number }
  | { readonly what: "cells"; readonly tab: number; readonly cells: UniverCells }
  | { readonly what: "rows"; readonly tab: number; readonly rows: Readonly<Record<number, UniverLine>> }
  | { readonly what: "rules"; readonly tab: number; readonly rules: readonly UniverRule[] }
  | { readonly what: "notes"; readonly tab: number; readonly notes: UniverNotes }
  | { readonly what: "charts"; readonly tab: number; readonly charts: readonly ShownChart[] };

export function shownChanges(before: Spreadsheet, after: Spreadsheet): readonly ShownChange[] {
  if (before === after) return [];
  const [were, are] = [tabsInSight(before), tabsInSight(after)];
  const isSameFrame = were.length === are.length && are.every((tab, index) => hasSameFrame(were[index], tab));
  if (!isSameFrame) return [{ what: "book", book: shownBook(after) }];
  const touched = new Set(after.tabs.filter((tab) => !before.tabs.includes(tab)).map(({ id }) => id));
  return are.flatMap((tab, index) => {
    const was = were[index] ?? tab;
    carryRules(was.rows, tab.rows);
    const isTouched = (ids: ReadonlySet<number>) => [...ids].some((id) => touched.has(id));
    if (was === tab && !isTouched(tabsOffered(after, tab)) && !isTouched(tabsDrawn(tab))) return [];
    const states = { before, after };
    return [...changesOf(was, tab), ...ruleChange(states, was, tab), ...chartChange(states, was, tab)];
  });
}

const FRAME = [
  "id",
  "name",
  "colour",
  "frozenRows",
  "frozenColumns",
  "maxColumns",
  "columns",
  "merges",
  "conditionalFormats",
  "filter",
  "otherProperties",
] as const;

function hasSameFrame(was: Tab | undefined, tab: Tab): boolean {
  if (was === undefined || was === tab) return was === tab;
  const isFramed = FRAME.every(
    (part) => was[part] === tab[part] || JSON.stringify(was[part]) === JSON.stringify(tab[part]),
  );
  // Which rows a rule colours is told with the rule.
  return isFramed && exampleRowsIn(was).join() === exampleRowsIn(tab).join();
}

function changesOf(was: Tab, tab: Tab): readonly ShownChange[] {
  const changes: ShownChange[] = [];
  if (was.maxRows !== tab.maxRows) changes.push({ what: "size", tab: tab.id, rows: tab.maxRows });
  const { cells, hasOtherNotes } = changedCells(was, tab);
  if (Object.keys(cells).length > 0) changes.push({ what: "cells", tab: tab.id, cells });
  const [before, after] = [shownRows(was), shownRows(tab)];
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    const gone = Object.fromEntries(Object.keys(before).map((row) => [row, { hd: 0 } as UniverLine]));
    changes.push({ what: "rows", tab: tab.id, rows: { ...gone, ...after } });
  }
  if (hasOtherNotes) changes.push({ what: "notes", tab: tab.id, notes: shownNotes(tab) });
  return changes;
}

function changedCells(was: Tab, tab: Tab): { readonly cells: UniverCells; readonly hasOtherNotes: boolean } {
  const cells: Record<number, Record<number, UniverCell | null>> = {};
  let hasOtherNotes = false;
  for (let row = 0; row < Math.max(was.rows.length, tab.rows.length); row++) {
    const [old, present] = [was.rows[row], tab.rows[row]];
    if (old === present) continue;
    for (let column = 0; column < Math.max(old?.cells.length ?? 0, present?.cells.length ?? 0); column++) {
      const [from, to] = [old?.cells[column], present?.cells[column]];
      if (from === to) continue;
      if (from?.note !== to?.note) hasOtherNotes = true;
      if (isSameCell(from, to) && from?.value === to?.value && from?.spilled === to?.spilled) continue;
      cells[row] ??= {};
      (cells[row] as Record<number, UniverCell | null>)[column] = changedCell(to);
    }
  }
  return { cells, hasOtherNotes };
}

function ruleChange(
  { before, after }: { readonly before: Spreadsheet; readonly after: Spreadsheet },
  was: Tab,
  tab: Tab,
): readonly ShownChange[] {
  const rules = shownRules(after, tab);
  if (JSON.stringify(rules) === JSON.stringify(shownRules(before, was))) return [];
  return [{ what: "rules", tab: tab.id, rules }];
}

function chartChange(
  { before, after }: { readonly before: Spreadsheet; readonly after: Spreadsheet },
  was: Tab,
  tab: Tab,
): readonly ShownChange[] {
  if (was.charts.length + tab.charts.length === 0) return [];
  const charts = shownCharts(after, tab);
  if (JSON.stringify(charts) === JSON.stringify(shownCharts(before, was))) return [];
  return [{ what: "charts", tab: tab.id, charts }];
}
