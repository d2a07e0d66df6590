// Tabs made, named, placed, copied and deleted, and what in the spreadsheet follows. A copy of a tab has its cells,
// rules, colours by rule, protections, charts, filter and metadata, under a new id; that its column metadata and protections are
// copied too, and that its dropdowns go on pointing where the original's do, is unverified (section by section Google
// documents that for a copy of the file only). Named ranges stay with the original: Google makes copies of them that
// belong to the new tab, which this grid does not tell apart.

import { tidied } from "./cell-block.ts";
import { chartsWith } from "./following-charts.ts";
import { GridError } from "./grid-error.ts";
import { checkSize } from "./limits.ts";
import { copiedMetadata, tabOf } from "./metadata.ts";
import type { ConditionalFormat, GridRange } from "./protocol.ts";
import { withReferences } from "./references.ts";
import { withFormulas, withReferringCells } from "./referring-cells.ts";
import { freshId, newTab, type Spreadsheet, type Tab, tabById, tabNamed, withTab } from "./spreadsheet.ts";

/** @throws {GridError} where the name is taken */
export function withNewTab(
  state: Spreadsheet,
  { name, position, id }: { readonly name?: string; readonly position?: number; readonly id?: number },
): { readonly state: Spreadsheet; readonly tab: Tab } {
  const tab = newTab(id ?? freshId(state), name ?? freeName(state, "Sheet"));
  checkName(state, tab);
  const nextId = id === undefined ? tab.id + 1 : state.nextId;
  const after = withTabAt({ ...state, nextId }, tab, position ?? state.tabs.length + 1);
  checkSize(after);
  return { state: after, tab };
}

/** @throws {GridError} where it is the last one, or the last in sight */
export function withoutTab(state: Spreadsheet, id: number): Spreadsheet {
  const gone = tabById(state, id);
  const tabs = state.tabs.filter((tab) => tab !== gone);
  if (!tabs.some((tab) => !tab.isHidden)) {
    throw new GridError("You can't remove all the visible sheets in a document.");
  }
  const rest = {
    ...state,
    tabs: tabs.map((tab) => withoutChartsOf(withoutRulesFrom(tab, id), id)),
    metadata: state.metadata.filter((entry) => tabOf(entry.place) !== id),
    namedRanges: state.namedRanges.map(({ range, ...named }) =>
      range === undefined || range.tab === id ? named : { ...named, range },
    ),
  };
  return withFormulas(rest, (formula) =>
    withReferences(formula, (reference) =>
      reference.tab?.toLowerCase() === gone.name.toLowerCase() ? undefined : reference,
    ),
  );
}

/** @throws {GridError} where the name is taken or empty */
export function withTabName(state: Spreadsheet, id: number, name: string): Spreadsheet {
  const { name: before, ...rest } = tabById(state, id);
  if (before === name) return state;
  checkName(state, { id, name });
  const isOld = (tab: string | undefined): boolean => tab?.toLowerCase() === before.toLowerCase();
  return withFormulas(withTab(state, { ...rest, name }), (formula) =>
    withReferences(formula, (reference) => (isOld(reference.tab) ? { ...reference, tab: name } : reference)),
  );
}

/** @throws {GridError} where no tab would be left in sight */
export function withTabHidden(state: Spreadsheet, id: number, visibility: "hidden" | "shown"): Spreadsheet {
  const after = withTab(state, { ...tabById(state, id), isHidden: visibility === "hidden" });
  if (!after.tabs.some((tab) => !tab.isHidden)) {
    throw new GridError("You can't hide all the sheets in a document.");
  }
  return after;
}

/** The tab at another place among all; from 1. */
export function withTabPosition(state: Spreadsheet, id: number, position: number): Spreadsheet {
  const tab = tabById(state, id);
  const others = { ...state, tabs: state.tabs.filter((candidate) => candidate !== tab) };
  return withTabAt(others, tab, position);
}

/** The spreadsheet with a copy of the tab right behind it. */
export function withTabCopy(
  state: Spreadsheet,
  id: number,
  chosen?: number,
): { state: Spreadsheet; tab: Tab } {
  const from = tabById(state, id);
  const first = freshId(state, 1 + from.protections.length + from.charts.length);
  const to = chosen ?? first;
  const copy: Tab = {
    ...from,
    id: to,
    name: freeName(state, `Copy of ${from.name}`),
    isHidden: false,
    merges: from.merges.map((range) => ({ ...range, tab: to })),
    conditionalFormats: from.conditionalFormats.map((format) => onTab(format, to)),
    protections: from.protections.map((protection, index) => ({
      ...protection,
      id: first + 1 + index,
      tab: to,
      ...(protection.range === undefined ? {} : { range: { ...protection.range, tab: to } }),
    })),
    charts: chartsWith(from.charts, (range) => (range.tab === id ? { ...range, tab: to } : range)).map(
      (chart, index) => ({ ...chart, id: first + 1 + from.protections.length + index }),
    ),
    ...(from.filter === undefined
      ? {}
      : { filter: { ...from.filter, range: { ...from.filter.range, tab: to } } }),
  };
  const position = state.tabs.indexOf(from) + 2;
  const placed = withTabAt(
    { ...state, nextId: first + 1 + copy.protections.length + copy.charts.length },
    copy,
    position,
  );
  const after = copiedMetadata(placed, from, to);
  checkSize(after);
  return { state: after, tab: copy };
}

/** "Sheet2": the first name with a number that no tab has; the bare name where that is free and ends in no number. */
function freeName(state: Spreadsheet, start: string): string {
  if (start.startsWith("Copy of ")) {
    if (tabNamed(state, start) === undefined) return start;
    return numberedName(state, `${start} `, 2);
  }
  return numberedName(state, start, state.tabs.length + 1);
}

function numberedName(state: Spreadsheet, start: string, first: number): string {
  let number = first;
  while (tabNamed(state, `${start}${number}`) !== undefined) number += 1;
  return `${start}${number}`;
}

function withTabAt(state: Spreadsheet, tab: Tab, position: number): Spreadsheet {
  const tabs = state.tabs.slice();
  tabs.splice(Math.max(0, Math.min(position - 1, tabs.length)), 0, tab);
  return { ...state, tabs };
}

function checkName(state: Spreadsheet, tab: { readonly id: number; readonly name: string }): void {
  if (tab.name.trim() === "") throw new GridError("A sheet must have a name.");
  const other = tabNamed(state, tab.name);
  if (other === undefined || other.id === tab.id) return;
  throw new GridError(`A sheet with the name "${tab.name}" already exists. Please enter another name.`);
}

function withoutRulesFrom(tab: Tab, gone: number): Tab {
  return withReferringCells(tab, (cell) => {
    const { validation } = cell;
    if (validation?.criteria.kind !== "range" || validation.criteria.range.tab !== gone) return cell;
    const named = {
      ...cell,
      validation: { ...validation, criteria: { kind: "formula", formula: "#REF!" } },
    } as const;
    return tidied(named) ?? cell;
  });
}

// What draws cells of the tab that is gone draws nothing of it.
function withoutChartsOf(tab: Tab, gone: number): Tab {
  const charts = chartsWith(tab.charts, (range) => (range.tab === gone ? undefined : range));
  return charts === tab.charts ? tab : { ...tab, charts };
}

function onTab(format: ConditionalFormat, tab: number): ConditionalFormat {
  return { ...format, ranges: format.ranges.map((range): GridRange => ({ ...range, tab })) };
}
