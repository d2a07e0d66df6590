// What a script sets of a tab as a whole and of its columns: name, place, colour, frozen parts, widths, what is hidden.

import { GridError } from "../grid-error.ts";
import type { ScriptWrite } from "../protocol.ts";
import { type ColumnFrame, type Spreadsheet, type Tab, tabById, withTab } from "../spreadsheet.ts";
import { withTabHidden, withTabName, withTabPosition } from "../tabs.ts";

type Write<Kind extends ScriptWrite["do"]> = Extract<ScriptWrite, { do: Kind }>;

/** @throws {GridError} where the name is taken, or no tab would be left in sight */
export function withTabSettings(state: Spreadsheet, write: Write<"setTab">): Spreadsheet {
  const { tab: id, name, isHidden, position } = write;
  const framed = withTab(state, withFrame(tabById(state, id), write));
  const named = name === undefined ? framed : withTabName(framed, id, name);
  const placed = position === undefined ? named : withTabPosition(named, id, position);
  return isHidden === undefined ? placed : withTabHidden(placed, id, isHidden ? "hidden" : "shown");
}

/** @throws {GridError} where the tab has no such columns */
export function withColumnFrames(state: Spreadsheet, write: Write<"setColumns">): Spreadsheet {
  const tab = tabById(state, write.tab);
  const last = write.column + write.count - 1;
  if (write.column < 1 || write.count < 1 || last > tab.maxColumns) {
    throw new GridError("Those columns are out of bounds.");
  }
  const columns = tab.columns.slice();
  while (columns.length < write.column - 1) columns.push(undefined);
  for (let at = write.column; at <= last; at++) columns[at - 1] = framed(columns[at - 1], write);
  return withTab(state, { ...tab, columns });
}

function withFrame(tab: Tab, { colour, frozenRows, frozenColumns }: Write<"setTab">): Tab {
  const { colour: present, ...rest } = tab;
  const after = colour === undefined ? present : (colour ?? undefined);
  const frozen = {
    frozenRows: frozenRows ?? tab.frozenRows,
    frozenColumns: frozenColumns ?? tab.frozenColumns,
  };
  if (frozen.frozenRows > tab.maxRows || frozen.frozenColumns > tab.maxColumns) {
    throw new GridError("You can't freeze all visible rows or columns on the sheet.");
  }
  return { ...rest, ...frozen, ...(after === undefined ? {} : { colour: after }) };
}

function framed(
  frame: ColumnFrame | undefined,
  { isHidden, widthPixels }: Write<"setColumns">,
): ColumnFrame | undefined {
  const width = widthPixels ?? frame?.widthPixels;
  const hides = isHidden ?? frame?.isHidden ?? false;
  if (width === undefined && !hides) return undefined;
  return { ...(width === undefined ? {} : { widthPixels: width }), ...(hides ? { isHidden: true } : {}) };
}
