// What has to be asked of tabs before they are laid out or taken off: their first two rows and the last, the rows of
// columns that have a dropdown by row, and of tabs that miss a column all cells beside those that were read.

import type { Append, Change, LayOut, ReplaceBody } from "../../../shared/table/change.ts";
import { columnsOf } from "../../../shared/table/columns.ts";
import type { TabLayout } from "../../../shared/table/layout.ts";
import { draftOf } from "../../../shared/table/planning/tab-draft.ts";
import { blockRange } from "../reading/tab-range.ts";
import type { SheetTab } from "./sheet-place.ts";

/** What `spreadsheets.get` is asked. */
export interface DressingQuestion {
  readonly ranges: string[];
  readonly fields: string;
}

const CELL = "note,dataValidation,effectiveValue";
const FIELDS = [
  "properties(sheetId)",
  "conditionalFormats",
  "protectedRanges(protectedRangeId,description)",
  "charts(chartId,spec(title),position(overlayPosition(anchorCell)))",
  `data(startRow,startColumn,rowData(values(${CELL})),columnMetadata(hiddenByUser))`,
];

/** The question that the changes need answered; `undefined` where they draw nothing on a tab that is there. */
export function dressingQuestion(
  tabs: readonly SheetTab[],
  changes: readonly Change[],
): DressingQuestion | undefined {
  const ranges = new Set<string>();
  for (const change of changes) {
    const isDrawn = change.kind === "replaceBody" && change.look !== undefined;
    if (change.kind !== "layOut" && change.kind !== "takeOff" && !isDrawn) continue;
    const tab = change.kind === "layOut" ? tabOfLayout(tabs, change) : tabNamed(tabs, change.tab);
    if (tab === undefined) continue;
    for (const range of edgeRanges(tab)) ranges.add(range);
    if (change.kind !== "layOut") continue;
    for (const range of [...byRowRanges(tab, change, changes), ...beyondRanges(tab, change.layout)]) {
      ranges.add(range);
    }
  }
  return ranges.size === 0 ? undefined : { ranges: [...ranges], fields: `sheets(${FIELDS.join(",")})` };
}

/** What tells whether the tabs of these layouts have lost anything. */
export function lostQuestion(
  tabs: readonly SheetTab[],
  layouts: readonly TabLayout[],
): DressingQuestion | undefined {
  const changes = layouts.map((layout): LayOut => ({ kind: "layOut", tab: layout.tab, layout }));
  return dressingQuestion(tabs, changes);
}

function tabOfLayout(tabs: readonly SheetTab[], { tab, layout }: LayOut): SheetTab | undefined {
  return tabs.find(({ table }) => table.key === layout.key) ?? tabNamed(tabs, tab);
}

function tabNamed(tabs: readonly SheetTab[], name: string): SheetTab | undefined {
  return tabs.find(({ table }) => table.tab === name);
}

function edgeRanges({ table, shape }: SheetTab): readonly string[] {
  const whole = { column: 0, end: shape.width - 1 };
  const top = blockRange(table.tab, { first: 1, last: Math.min(2, shape.rows), ...whole });
  if (shape.rows < 3) return [top];
  return [top, blockRange(table.tab, { first: shape.rows, last: shape.rows, ...whole })];
}

// Rows are offered something where they hold something, or will.
function byRowRanges(
  { table, shape }: SheetTab,
  { layout }: LayOut,
  changes: readonly Change[],
): readonly string[] {
  const { at } = columnsOf(table, layout);
  const gained = changes.reduce(
    (sum, change) => sum + (isInto(change, table.tab) ? change.rows.length : 0),
    0,
  );
  const filled = table.rows.reduce((last, row) => Math.max(last, row.at), 1);
  const last = Math.min(shape.rows, filled + gained);
  return layout.columns.flatMap(({ key, dropdown }) => {
    const column = dropdown?.kind === "by row" ? at.get(key) : undefined;
    return column === undefined || last < 3 ? [] : [blockRange(table.tab, { first: 3, last, column })];
  });
}

function isInto(change: Change, tab: string): change is Append | ReplaceBody {
  return (change.kind === "append" || change.kind === "replaceBody") && change.tab === tab;
}

// A tab is read as far as its marked columns go: one that lost its mark, and what people keep, may stand beyond.
function beyondRanges(tab: SheetTab, { columns }: TabLayout): readonly string[] {
  const { table, shape } = tab;
  const { width } = draftOf(table.tab, tab);
  const isComplete = columns.every(({ key }) => table.marks[key] !== undefined);
  if (isComplete || width >= shape.width) return [];
  return [blockRange(table.tab, { first: 1, column: width, end: shape.width - 1 })];
}
