// Rows and columns of a tab inserted, deleted or moved, and all that hangs on them: cells, widths, frozen parts, merges,
// colours by rule, protections, the filter, named ranges, metadata, dropdowns that name cells, and formulas in every tab.

import { rowOf } from "./cell-block.ts";
import { GridError } from "./grid-error.ts";
import type { ConditionalFormat, Metadata, Validation } from "./protocol.ts";
import { formulaAfter } from "./references.ts";
import { lineAfter, rangeAfter, type Shift } from "./shift.ts";
import {
  checkSize,
  type GridCell,
  type Spreadsheet,
  type Tab,
  type TabFilter,
  tabById,
  withTab,
} from "./spreadsheet.ts";

/**
 * The spreadsheet after the shift.
 *
 * @throws {GridError} where there are no such lines, or none would be left
 */
export function shifted(state: Spreadsheet, shift: Shift): Spreadsheet {
  const tab = tabById(state, shift.tab);
  checkLines(tab, shift);
  const moved = withTab(state, withLines(tab, shift));
  const after = {
    ...moved,
    tabs: moved.tabs.map((each) => followingTab(each, { shift, shifted: tab.name })),
    metadata: moved.metadata.flatMap((entry) => metadataAfter(entry, shift)),
    namedRanges: moved.namedRanges.map(({ name, range }) => {
      const kept = range === undefined ? undefined : rangeAfter(shift, range);
      return kept === undefined ? { name } : { name, range: kept };
    }),
  };
  checkSize(after);
  return after;
}

/** The spreadsheet with every formula replaced that a change of names or places concerns. */
export function withFormulas(
  state: Spreadsheet,
  replace: (formula: string, tab: Tab) => string,
): Spreadsheet {
  const change = (tab: Tab) => (cell: GridCell) => {
    if (cell.formula === undefined) return cell;
    const formula = replace(cell.formula, tab);
    return formula === cell.formula ? cell : { ...cell, formula };
  };
  return { ...state, tabs: state.tabs.map((tab) => withReferringCells(tab, change(tab))) };
}

/** The tab with the cells replaced that have a formula, or a rule that names other cells. */
export function withReferringCells(tab: Tab, change: (cell: GridCell) => GridCell): Tab {
  let isSame = true;
  const rows = tab.rows.map((row) => {
    if (row?.refers !== true) return row;
    const cells = row.cells.map((cell) => (cell === undefined ? undefined : change(cell)));
    if (cells.every((cell, index) => cell === row.cells[index])) return row;
    isSame = false;
    return rowOf(cells, row);
  });
  return isSame ? tab : { ...tab, rows };
}

function checkLines(tab: Tab, shift: Shift): void {
  const count = shift.axis === "rows" ? tab.maxRows : tab.maxColumns;
  const noun = shift.axis === "rows" ? "rows" : "columns";
  const frozen = shift.axis === "rows" ? tab.frozenRows : tab.frozenColumns;
  const first = shift.kind === "insert" ? shift.before : shift.at;
  const last = shift.kind === "insert" ? first - 1 : first + shift.count - 1;
  const to = shift.kind === "move" ? shift.to : 1;
  if (shift.count < 1 || first < 1 || last > count || to < 1 || to > count + 1) {
    throw new GridError(`Those ${noun} are out of bounds.`);
  }
  if (shift.kind === "insert" && first > count + 1) throw new GridError(`Those ${noun} are out of bounds.`);
  if (shift.kind === "move" && to > first && to <= last) {
    throw new GridError(`The ${noun} cannot be moved into themselves.`);
  }
  const frozenLost = Math.max(0, Math.min(frozen, last) - first + 1);
  if (shift.kind === "delete" && count - shift.count <= frozen - frozenLost) {
    throw new GridError(`Sorry, it is not possible to delete all non-frozen ${noun}.`);
  }
}

function withLines(tab: Tab, shift: Shift): Tab {
  const grown = shift.kind === "insert" ? shift.count : shift.kind === "delete" ? -shift.count : 0;
  const lines =
    shift.axis === "rows"
      ? { rows: movedList(tab.rows, shift), maxRows: tab.maxRows + grown }
      : {
          rows: tab.rows.map((row) =>
            row === undefined ? undefined : rowOf(movedList(row.cells, shift), row),
          ),
          columns: movedList(tab.columns, shift),
          maxColumns: tab.maxColumns + grown,
        };
  return { ...tab, ...lines, ...frozenAfter(tab, shift), shifts: tab.shifts + 1 };
}

function movedList<Item>(list: readonly (Item | undefined)[], shift: Shift): readonly (Item | undefined)[] {
  const items = list.slice();
  switch (shift.kind) {
    case "insert":
      if (shift.before <= items.length) items.splice(shift.before - 1, 0, ...nothing<Item>(shift.count));
      return items;
    case "delete":
      items.splice(shift.at - 1, shift.count);
      return items;
    case "move": {
      const reach = Math.max(shift.at + shift.count - 1, shift.to - 1);
      if (items.length < reach) items.push(...nothing<Item>(reach - items.length));
      const block = items.splice(shift.at - 1, shift.count);
      items.splice((shift.to > shift.at ? shift.to - shift.count : shift.to) - 1, 0, ...block);
      return items;
    }
  }
}

function nothing<Item>(count: number): readonly (Item | undefined)[] {
  return Array.from({ length: count }, () => undefined);
}

// Lines inserted among the frozen ones are frozen too, and deleted ones are not counted any more. Unverified for moves:
// the count stays.
function frozenAfter(tab: Tab, shift: Shift): { frozenRows: number } | { frozenColumns: number } {
  const frozen = shift.axis === "rows" ? tab.frozenRows : tab.frozenColumns;
  let after = frozen;
  if (shift.kind === "insert" && shift.before <= frozen) after = frozen + shift.count;
  if (shift.kind === "delete") {
    after = frozen - Math.max(0, Math.min(frozen, shift.at + shift.count - 1) - shift.at + 1);
  }
  return shift.axis === "rows" ? { frozenRows: after } : { frozenColumns: after };
}

function followingTab(tab: Tab, { shift, shifted: name }: { shift: Shift; shifted: string }): Tab {
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
  const { filter, ...rest } = cells;
  const kept = filter === undefined ? undefined : filterAfter(filter, shift);
  return {
    ...rest,
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
  const validation = cell.validation === undefined ? undefined : ruleAfter(cell.validation, shift, rules);
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

function filterAfter(filter: TabFilter, shift: Shift): TabFilter | undefined {
  const range = rangeAfter(shift, filter.range);
  if (range === undefined) return undefined;
  const hidden = Object.entries(filter.hidden).flatMap(([column, texts]) => {
    const after = shift.axis === "rows" ? Number(column) : lineAfter(shift, Number(column));
    return after === undefined ? [] : [[after, texts] as const];
  });
  return { range, hidden: Object.fromEntries(hidden) };
}

// Metadata of a row or column is deleted with it. [developers.google.com/workspace/sheets/api/guides/metadata]
function metadataAfter(entry: Metadata, shift: Shift): readonly Metadata[] {
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
