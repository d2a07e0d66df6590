// A tab as its layout wants it: which columns are ours already, which of people's become ours, and which come at the
// right of all that is used. Nothing that is there moves. A column is known by its mark, then by its header, then by
// another name that the layout gives for it.

import { isBlank } from "../cell.ts";
import type { LayOut } from "../change.ts";
import { columnsOf } from "../columns.ts";
import type { ColumnLayout, TabLayout } from "../layout.ts";
import { addDraft, type DraftedBook, draftKeyed, findDraft } from "./drafted-book.ts";
import { cellAt, type ReadTab, setCell, type TabDraft } from "./tab-draft.ts";

/** A column of a layout and where it is, from 0. */
export interface PlacedColumn {
  readonly column: ColumnLayout;
  readonly at: number;
}

export interface DraftedLayout<Tab extends ReadTab = ReadTab> {
  readonly draft: TabDraft<Tab>;
  readonly layout: TabLayout;
  /** Columns that the tab gains. */
  readonly added: readonly PlacedColumn[];
  /** Columns that bear no mark yet. */
  readonly unmarked: readonly PlacedColumn[];
  /** Whether the tab itself bears no mark yet. */
  readonly isUnmarked: boolean;
  /** Columns whose header is written. */
  readonly headed: readonly PlacedColumn[];
  /** Whether columns that somebody has shown are hidden again. */
  readonly hidesAgain: boolean;
}

/**
 * The layout over its tab, which is made where it is not there.
 *
 * @example
 * const layOut = { kind: "layOut", tab: "Prices", layout: fixtures.pricesLayout };
 * draftLayout(draftedBook(fixtures.pricesBook), layOut).added //=> []
 * draftLayout(draftedBook({ ...fixtures.pricesBook, tabs: [] }), layOut).added.map(({ at }) => at) //=> [0, 1]
 */
export function draftLayout<Tab extends ReadTab>(book: DraftedBook<Tab>, change: LayOut): DraftedLayout<Tab> {
  const { layout, places } = change;
  const draft = draftKeyed(book, layout.key) ?? findDraft(book, change.tab) ?? addDraft(book, change.tab);
  const isComplete = layout.columns.every(({ key }) => draft.columns.has(key));
  if (!isComplete) lookFurther(book, draft);
  const at = places === undefined ? foundColumns(draft, layout) : new Map(Object.entries(places));
  const placed = layout.columns.map((column) => {
    const known = draft.columns.get(column.key) ?? at.get(column.key);
    if (known === undefined) draft.width += 1;
    return { column, at: known ?? draft.width - 1, isAdded: known === undefined };
  });
  const unmarked = placed.filter(({ column }) => !draft.columns.has(column.key));
  for (const { column, at: index } of unmarked) draft.columns.set(column.key, index);
  const headed = placed.filter((each) => each.isAdded || wantsHeader(draft, each));
  for (const { column, at: index } of headed) setCell(draft, { row: 1, column: index }, column.header);
  const isUnmarked = draft.key !== layout.key;
  draft.key = layout.key;
  const added = placed.filter(({ isAdded }) => isAdded);
  return { draft, layout, added, unmarked, isUnmarked, headed, hidesAgain: change.hidesAgain === true };
}

function wantsHeader(draft: TabDraft, { column, at }: PlacedColumn): boolean {
  const present = cellAt(draft, 1, at);
  if (column.header === "") return false;
  return isBlank(present) || (column.ownHeader === true && present !== column.header);
}

function foundColumns(draft: TabDraft, layout: TabLayout): ReadonlyMap<string, number> {
  const marks = Object.fromEntries(draft.columns);
  const table = { tab: draft.name, header: draft.rows.get(1) ?? [], rows: [], marks, merges: [] };
  return columnsOf(table, layout).at;
}

// A tab is read as far as its marked columns go: one that lost its mark, and what people keep, may stand beyond.
function lookFurther({ wholeHeader }: DraftedBook, draft: TabDraft): void {
  if (draft.open === undefined) return;
  const { cells, width } = wholeHeader(draft.open.table.tab);
  draft.rows.set(1, [...cells]);
  draft.width = Math.max(draft.width, width);
}
