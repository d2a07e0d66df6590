// Cutting cells and pasting them elsewhere: they go with all that they hold and look like, what they leave is empty and
// plain, and whoever names them names their new place: formulas, dropdowns, named ranges. Unverified: that rules of the
// cells go along, that colours by rule stay where they are, and that the event names the new place only.

import { blockOf, withBlock } from "../cell-block.ts";
import { checkInside } from "../limits.ts";
import type { GridRange } from "../protocol.ts";
import { movedReference, type Reference, spanOfReference, withReferences } from "../references.ts";
import { withFormulas, withReferringCells } from "../referring-cells.ts";
import { type GridCell, type Spreadsheet, tabById, withTab } from "../spreadsheet.ts";
import { contains, withRoomFor } from "./copied-cells.ts";
import { editEvents } from "./edit-events.ts";
import type { ActOutcome, PersonAct, Place } from "./person-act.ts";

interface Cut {
  readonly from: GridRange;
  readonly to: GridRange;
  readonly fromTab: string;
  readonly toTab: string;
}

export function cutAndPasted(
  state: Spreadsheet,
  { from, to: place }: Extract<PersonAct, { do: "cutPaste" }>,
): ActOutcome {
  checkInside(tabById(state, from.tab), from);
  const to = { ...place, rows: from.rows, columns: from.columns };
  const roomy = withRoomFor(state, to);
  const source = blockOf(tabById(roomy, from.tab), from);
  const emptied = withTab(
    roomy,
    withBlock(tabById(roomy, from.tab), from, () => undefined),
  );
  const target = withBlock(
    tabById(emptied, to.tab),
    to,
    (_, row, column) => source[row - to.row]?.[column - to.column],
  );
  const moved = withTab(emptied, target);
  const cut = { from, to, fromTab: tabById(state, from.tab).name, toTab: tabById(state, to.tab).name };
  return { state: withFollowers(moved, cut), events: editEvents(to) };
}

function withFollowers(state: Spreadsheet, cut: Cut): Spreadsheet {
  const named = withFormulas(state, (formula, tab) =>
    withReferences(formula, (reference) => followed(reference, tab.name, cut)),
  );
  return {
    ...named,
    tabs: named.tabs.map((tab) => withReferringCells(tab, (cell) => followingRule(cell, cut))),
    namedRanges: named.namedRanges.map((entry) =>
      entry.range === undefined ? entry : { ...entry, range: movedRange(entry.range, cut) },
    ),
  };
}

// A formula that was cut along names its own tab without saying so; it is told the tab where that is another now.
function followed(reference: Reference, own: string, cut: Cut): Reference {
  const [rows, columns] = [spanOfReference(reference, "rows"), spanOfReference(reference, "columns")];
  const named = reference.tab ?? own;
  if (named.toLowerCase() !== cut.fromTab.toLowerCase()) return reference;
  const range = {
    tab: cut.from.tab,
    row: rows.first,
    column: columns.first,
    rows: rows.last - rows.first + 1,
    columns: columns.last - columns.first + 1,
  };
  if (!Number.isFinite(range.rows * range.columns) || !contains(cut.from, range)) return reference;
  const after = movedRange(range, cut);
  const moved = movedReference(
    reference,
    { first: after.row, last: after.row + after.rows - 1 },
    { first: after.column, last: after.column + after.columns - 1 },
  );
  const isNamed = reference.tab !== undefined || cut.toTab !== own;
  return isNamed && cut.from.tab !== cut.to.tab ? { ...moved, tab: cut.toTab } : moved;
}

function followingRule(cell: GridCell, cut: Cut): GridCell {
  const { validation } = cell;
  if (validation?.criteria.kind !== "range") return cell;
  const range = movedRange(validation.criteria.range, cut);
  if (range === validation.criteria.range) return cell;
  return { ...cell, validation: { ...validation, criteria: { ...validation.criteria, range } } };
}

function movedRange(range: GridRange, { from, to }: { from: GridRange; to: GridRange }): GridRange {
  if (!contains(from, range)) return range;
  const place: Place = {
    tab: to.tab,
    row: to.row + range.row - from.row,
    column: to.column + range.column - from.column,
  };
  return { ...range, ...place };
}
