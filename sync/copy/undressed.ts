// A spreadsheet without what this product draws around cells: each place draws dropdowns, help at headers, colours and
// protections of ours in its own way, so that a copy has them drawn anew. What people made stays.

import { withBlock } from "../../local/grid/cell-block.ts";
import type { GridCell, Spreadsheet, Tab } from "../../local/grid/spreadsheet.ts";
import {
  DROPDOWN_HELP,
  isOwnColour,
  isOwnNote,
  PROTECTION_NAME,
} from "../../shared/table/dressing/own-dressing.ts";
import { gridMarks } from "./grid-tables.ts";

export function undressed(state: Spreadsheet): Spreadsheet {
  return { ...state, tabs: state.tabs.map((tab) => (isOurs(state, tab) ? undressedTab(tab) : tab)) };
}

function isOurs(state: Spreadsheet, tab: Tab): boolean {
  const { key, columns } = gridMarks(state, tab);
  return key !== undefined || Object.keys(columns).length > 0;
}

function undressedTab(tab: Tab): Tab {
  const whole = { tab: tab.id, row: 1, column: 1, rows: tab.rows.length, columns: widthOf(tab) };
  const done = new Map<GridCell, GridCell | undefined>();
  const bare = withBlock(tab, whole, (cell) => {
    if (cell === undefined) return undefined;
    if (!done.has(cell)) done.set(cell, undressedCell(cell));
    return done.get(cell);
  });
  return {
    ...bare,
    conditionalFormats: bare.conditionalFormats.filter(
      ({ condition }) => condition.kind !== "formula" || !isOwnColour(condition.formula),
    ),
    protections: bare.protections.filter(
      ({ description, onlyWarns }) => !onlyWarns || description !== PROTECTION_NAME,
    ),
  };
}

function undressedCell(cell: GridCell): GridCell | undefined {
  const { validation, note, ...rest } = cell;
  const isOwnRule = validation?.helpText === DROPDOWN_HELP;
  const isHelp = note !== undefined && isOwnNote(note);
  if (!isOwnRule && !isHelp) return cell;
  const kept = {
    ...rest,
    ...(validation === undefined || isOwnRule ? {} : { validation }),
    ...(note === undefined || isHelp ? {} : { note }),
  };
  return kept.value === null && Object.keys(kept).length === 1 ? undefined : kept;
}

function widthOf(tab: Tab): number {
  return tab.rows.reduce((width, row) => Math.max(width, row?.cells.length ?? 0), 0);
}
