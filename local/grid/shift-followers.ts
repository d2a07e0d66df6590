// What follows when rows or columns are inserted, deleted or moved: formulas and rules in every tab, and in the tab itself
// colours by rule, merges, protections, the filter and metadata.

import type { ConditionalFormat, Metadata, Validation } from "./protocol.ts";
import { formulaAfter } from "./references.ts";
import { withReferringCells, withRuleFormula } from "./referring-cells.ts";
import { lineAfter, rangeAfter, type Shift, spanAfter } from "./shift.ts";
import type { GridCell, LineGroup, Tab, TabFilter } from "./spreadsheet.ts";

/** The tab with all that names or covers lines of the shifted one; its own lines have been moved already. */
export function followingTab(tab: Tab, { shift, shifted: name }: { shift: Shift; shifted: string }): Tab {
  const rules = new Map<Validation, Validation>();
  const cells = withReferringCells(tab, (cell) => followingCell(cell, { shift, own: tab.name, name, rules }));
  const formats = tab.conditionalFormats.flatMap((format) =>
    conditionalFormatAfter(format, shift, { own: tab.name, shifted: name }),
  );
  if (tab.id !== shift.tab) {
    return formats.every((format, index) => format === tab.conditionalFormats[index])
      ? cells
      : { ...cells, conditionalFormats: formats };
  }
  const { filter, groups, ...rest } = cells;
  const kept = filter === undefined ? undefined : filterAfter(filter, shift);
  return {
    ...rest,
    ...(groups === undefined ? {} : { groups: groups.flatMap((group) => groupAfter(group, shift)) }),
    ...(kept === undefined ? {} : { filter: kept }),
    conditionalFormats: formats,
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

function followingCell(
  cell: GridCell,
  {
    shift,
    own,
    name,
    rules,
  }: { shift: Shift; own: string; name: string; rules: Map<Validation, Validation> },
): GridCell {
  const formula =
    cell.formula === undefined ? undefined : formulaAfter(cell.formula, shift, { own, shifted: name });
  const follow = (rule: string) => formulaAfter(rule, shift, { own, shifted: name });
  const validation =
    cell.validation === undefined
      ? undefined
      : withRuleFormula(ruleAfter(cell.validation, shift, rules), follow);
  if (formula === cell.formula && validation === cell.validation) return cell;
  return {
    ...cell,
    ...(formula === undefined ? {} : { formula }),
    ...(validation === undefined ? {} : { validation }),
  };
}

// A rule whose cells are gone stays, and names none. Unverified: Google's editor shows such a rule with "#REF!".
function ruleAfter(rule: Validation, shift: Shift, known: Map<Validation, Validation>): Validation {
  const { criteria } = rule;
  if (criteria.kind !== "range" || criteria.range.tab !== shift.tab) return rule;
  const done = known.get(rule);
  if (done !== undefined) return done;
  const range = rangeAfter(shift, criteria.range);
  const after: Validation =
    range === criteria.range
      ? rule
      : {
          ...rule,
          criteria: range === undefined ? { kind: "formula", formula: "#REF!" } : { ...criteria, range },
        };
  known.set(rule, after);
  return after;
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
