// What changed between two states of a spreadsheet, small enough to be handed to another thread: of a tab that changed, the
// rows that are others now. What only calls of formulas and undo need stays behind.

import type { GridCell, Row, Spreadsheet, Tab } from "../../grid/spreadsheet.ts";

type TabPatch =
  | { readonly id: number; readonly isSame: true }
  | {
      readonly id: number;
      readonly isSame: false;
      readonly tab: Tab;
      readonly count: number;
      readonly rows: readonly (readonly [index: number, row: Row | undefined])[];
    };

export interface StatePatch {
  readonly state: Spreadsheet;
  readonly tabs: readonly TabPatch[];
}

export function patchBetween(before: Spreadsheet, after: Spreadsheet): StatePatch {
  const tabs = after.tabs.map((tab): TabPatch => {
    const was = before.tabs.find(({ id }) => id === tab.id);
    if (was === tab) return { id: tab.id, isSame: true };
    const { shifts: _, ...frame } = tab;
    const count = tab.rows.length;
    return { id: tab.id, isSame: false, tab: { ...frame, rows: [] }, count, rows: otherRows(was, tab) };
  });
  return { state: { ...after, tabs: [] }, tabs };
}

export function patched(before: Spreadsheet, { state, tabs }: StatePatch): Spreadsheet {
  return {
    ...state,
    tabs: tabs.flatMap((patch) => {
      const was = before.tabs.find(({ id }) => id === patch.id);
      if (patch.isSame) return was ?? [];
      const rows = Array.from({ length: patch.count }, (_, index) => was?.rows[index]);
      for (const [index, row] of patch.rows) rows[index] = row;
      return [{ ...patch.tab, rows }];
    }),
  };
}

function otherRows(was: Tab | undefined, { rows }: Tab): readonly (readonly [number, Row | undefined])[] {
  return Array.from(rows, (row, index) => [index, row] as const).flatMap(([index, row]) =>
    row === was?.rows[index] ? [] : [[index, withoutInputs(row)] as const],
  );
}

// The inputs of a call are rows of other tabs, whole.
function withoutInputs(row: Row | undefined): Row | undefined {
  if (row?.computes !== true) return row;
  const cells = row.cells.map((cell): GridCell | undefined =>
    cell?.call === undefined ? cell : { ...cell, call: { ...cell.call, inputs: [] } },
  );
  return { ...row, cells };
}
