// What follows when rows or columns are inserted, deleted or moved: formulas and rules in every tab, and in the tab itself
// colours by rule, merges, protections, charts, the filter and metadata.

import { chartsAfter } from "./following-charts.ts";
import { namesTab } from "./named-tabs.ts";
import type { ConditionalFormat, Metadata, Validation } from "./protocol.ts";
import { formulaAfter } from "./references.ts";
import { withReferringCells, withRuleFormula } from "./referring-cells.ts";
import { lineAfter, rangeAfter, type Shift, spanAfter } from "./shift.ts";
import type { GridCell, LineGroup, Tab, TabFilter } from "./spreadsheet.ts";

/** The tab with all that names or covers lines of the shifted one; its own lines have been moved already. */
export function followingTab(
  tab: Tab,
  { shift, shifted }: { readonly shift: Shift; readonly shifted: string },
): Tab {
  const names = { own: tab.name, shifted };
  const following = { shift, names, rules: new Map<Validation, Validation>() };
  const cells = withReferringCells(
    tab,
    (cell) => followingCell(cell, following),
    (row) => namesTab(row, { id: shift.tab, name: shifted }, tab),
  );
  const formats = tab.conditionalFormats.flatMap((format) => conditionalFormatAfter(format, shift, names));
  const charts = chartsAfter(tab.charts, tab.id, shift);
  if (tab.id !== shift.tab) {
    const isSame = formats.every((format, index) => format === tab.conditionalFormats[index]);
    return isSame && charts === tab.charts ? cells : { ...cells, conditionalFormats: formats, charts };
  }
  const { filter, groups, ...rest } = cells;
  const kept = filter === undefined ? undefined : filterAfter(filter, shift);
  return {
    ...rest,
    ...(groups === undefined ? {} : { groups: groups.flatMap((group) => groupAfter(group, shift)) }),
    ...(kept === undefined ? {} : { filter: kept }),
    conditionalFormats: formats,
    charts,
    merges: tab.merges.flatMap((range) => {
      const after = rangeAfter(shift, range);
      return after === undefined || after.rows * after.columns === 1 ? [] : [after];
    }),
    protections: tab.protections.flatMap((protection) => {
      if (protection.range === undefined) return [protection];
      const range = rangeAfter(shift, protection.range);
      return range === undefined ? [] : [{ ...protection, range }];
    }),
  };
}

interface Following {
  readonly shift: Shift;
  readonly names: { readonly own: string; readonly shifted: string };
  /** What became of a rule, which many cells have. */
  readonly rules: Map<Validation, Validation>;
}

function followingCell(cell: GridCell, following: Following): GridCell {
  const { shift, names } = following;
  const formula = cell.formula === undefined ? undefined : formulaAfter(cell.formula, shift, names);
  const validation = cell.validation === undefined ? undefined : ruleAfter(cell.validation, following);
  if (formula === cell.formula && validation === cell.validation) return cell;
  return {
    ...cell,
    ...(formula === undefined ? {} : { formula }),
    ...(validation === undefined ? {} : { validation }),
  };
}

function ruleAfter(rule: Validation, { shift, names, rules }: Following): Validation {
  const known = rules.get(rule);
  if (known !== undefined) return known;
  const after = withRuleFormula(withRuleRange(rule, shift), (formula) => formulaAfter(formula, shift, names));
  rules.set(rule, after);
  return after;
}

// A rule whose cells are gone stays, and names none. Unverified: Google's editor shows such a rule with "#REF!".
function withRuleRange(rule: Validation, shift: Shift): Validation {
  const { criteria } = rule;
  if (criteria.kind !== "range" || criteria.range.tab !== shift.tab) return rule;
  const range = rangeAfter(shift, criteria.range);
  if (range === criteria.range) return rule;
  return {
    ...rule,
    criteria: range === undefined ? { kind: "formula", formula: "#REF!" } : { ...criteria, range },
  };
}

function conditionalFormatAfter(
  format: ConditionalFormat,
  shift: Shift,
  names: { readonly own: string; readonly shifted: string },
): readonly ConditionalFormat[] {
  const ranges = format.ranges.flatMap((range) => rangeAfter(shift, range) ?? []);
  if (ranges.length === 0) return [];
  const { condition } = format;
  const formula = condition.kind === "formula" ? formulaAfter(condition.formula, shift, names) : undefined;
  const isSame =
    ranges.length === format.ranges.length &&
    ranges.every((range, index) => range === format.ranges[index]) &&
    (formula === undefined || (condition.kind === "formula" && formula === condition.formula));
  if (isSame) return [format];
  return [{ ...format, ranges, condition: formula === undefined ? condition : { kind: "formula", formula } }];
}

function groupAfter(group: LineGroup, shift: Shift): readonly LineGroup[] {
  if (group.axis !== shift.axis) return [group];
  const span = spanAfter(shift, group);
  return span === undefined ? [] : [{ ...group, ...span }];
}

function filterAfter(filter: TabFilter, shift: Shift): TabFilter | undefined {
  const range = rangeAfter(shift, filter.range);
  if (range === undefined) return undefined;
  const hidden = Object.entries(filter.hidden).flatMap(([column, texts]) => {
    const after = shift.axis === "rows" ? Number(column) : lineAfter(shift, Number(column));
    return after === undefined ? [] : [[after, texts] as const];
  });
  return { range, hidden: Object.fromEntries(hidden) };
}

/** Metadata of a row or column is deleted with it. [developers.google.com/workspace/sheets/api/guides/metadata] */
export function metadataAfter(entry: Metadata, shift: Shift): readonly Metadata[] {
  const { place } = entry;
  if (place.kind === "row" && shift.axis === "rows" && place.tab === shift.tab) {
    const row = lineAfter(shift, place.row);
    return row === undefined ? [] : [{ ...entry, place: { ...place, row } }];
  }
  if (place.kind === "column" && shift.axis === "columns" && place.tab === shift.tab) {
    const column = lineAfter(shift, place.column);
    return column === undefined ? [] : [{ ...entry, place: { ...place, column } }];
  }
  return [entry];
}
