// A spreadsheet as two stores can be held against each other: tabs called by their names, no ids, rows and cells without
// what is empty at their end, and of formulas what they fill. What a formula comes to is each program's own.

import type { GridRange } from "../../../local/grid/protocol.ts";
import type { GridCell, Spreadsheet, Tab } from "../../../local/grid/spreadsheet.ts";

export function comparable(state: Spreadsheet): unknown {
  const nameOf = (id: number) => state.tabs.find((tab) => tab.id === id)?.name;
  const named = <Placed extends { readonly tab: number }>({ tab, ...rest }: Placed) => ({
    ...rest,
    in: nameOf(tab),
  });
  return {
    zone: state.zone,
    tabs: state.tabs.map((tab) => tabOf(tab, named)),
    names: state.namedRanges
      .map(({ name, range }) => ({ name, range: range === undefined ? undefined : named(range) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
    metadata: state.metadata
      .map(({ id: _, place, ...entry }) => ({
        ...entry,
        place: place.kind === "spreadsheet" ? place : named(place),
      }))
      .map((entry) => JSON.stringify(entry))
      .sort(),
  };
}

type Named = (range: GridRange) => unknown;

// Every range in it by the name of its tab.
function placed(part: unknown, named: Named): unknown {
  if (Array.isArray(part)) return part.map((each) => placed(each, named));
  if (typeof part !== "object" || part === null) return part;
  if ("tab" in part && "rows" in part) return named(part as GridRange);
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, placed(value, named)]));
}

function tabOf(tab: Tab, named: Named): unknown {
  const {
    id: _,
    rows,
    columns,
    merges,
    conditionalFormats,
    protections,
    filter,
    shifts: __,
    ...others
  } = tab;
  const { charts, ...rest } = others;
  return {
    ...rest,
    rows: trimmed(
      rows.map((row) => {
        if (row === undefined) return null;
        const cells = trimmed(row.cells.map((cell) => cellOf(cell, named)));
        const frame = { isHidden: row.isHidden ?? false, height: row.heightPixels ?? null };
        return cells.length === 0 && !frame.isHidden && frame.height === null ? null : { ...frame, cells };
      }),
    ),
    columns: trimmed(
      columns.map((column) =>
        column === undefined || Object.keys(column).length === 0 ? null : { ...column },
      ),
    ),
    charts: charts.map(({ id: ____, ...chart }) => placed(chart, named)),
    merges: merges.map(named),
    conditionalFormats: conditionalFormats.map((format) => ({ ...format, ranges: format.ranges.map(named) })),
    protections: protections.map(({ id: ___, tab: _____, range, ...protection }) => ({
      ...protection,
      range: range === undefined ? "the whole tab" : named(range),
    })),
    filter: filter === undefined ? null : { range: named(filter.range), hidden: { ...filter.hidden } },
  };
}

function cellOf(cell: GridCell | undefined, named: Named): unknown {
  if (cell === undefined) return null;
  const { value, formula, call: _, spilled: __, validation, ...looks } = cell;
  const criteria = validation?.criteria;
  const rule =
    criteria?.kind === "range"
      ? { ...validation, criteria: { ...criteria, range: named(criteria.range) } }
      : validation;
  const isNothing =
    value === null && formula === undefined && rule === undefined && Object.keys(looks).length === 0;
  return isNothing ? null : { held: formula ?? value, ...looks, ...(rule === undefined ? {} : { rule }) };
}

function trimmed(items: readonly unknown[]): readonly unknown[] {
  return items.slice(0, items.findLastIndex((item) => item !== null) + 1);
}
