// Rows and columns of a tab inserted, deleted or moved: the cells with their looks, widths and frozen parts here, all that
// names or covers them in shift-followers.ts.

import { rowOf } from "./cell-block.ts";
import { GridError } from "./grid-error.ts";
import { checkSize } from "./limits.ts";
import { rangeAfter, type Shift } from "./shift.ts";
import { followingTab, metadataAfter } from "./shift-followers.ts";
import { type Spreadsheet, type Tab, tabById, withTab } from "./spreadsheet.ts";

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
    namedRanges: moved.namedRanges.map(({ range, ...named }) => {
      const kept = range === undefined ? undefined : rangeAfter(shift, range);
      return kept === undefined ? named : { ...named, range: kept };
    }),
  };
  checkSize(after);
  return after;
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
  const shifts = { shift, ...(tab.shifts === undefined ? {} : { earlier: tab.shifts }) };
  return { ...tab, ...lines, ...frozenAfter(tab, shift), shifts };
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
