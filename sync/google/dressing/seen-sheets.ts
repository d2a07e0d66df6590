// What stands around the cells of tabs, as `spreadsheets.get` tells it: rules, header notes, colours, protections, charts, hidden
// columns, and how far a tab is used beyond the columns that were read. A tab that was not asked about counts as bare:
// one that the plan makes.

import type { sheets_v4 } from "@googleapis/sheets";
import { isOwnColour, PROTECTION_NAME } from "../../../shared/table/dressing/own-dressing.ts";
import type { StandingChart } from "../../../shared/table/dressing/planned-charts.ts";
import { bareTab, type PresentDressing } from "../../../shared/table/dressing/present-dressing.ts";
import type { ReadBook, WholeHeader } from "../../../shared/table/planning/drafted-book.ts";
import { headerCell } from "./header-cell.ts";
import { presentColour, presentRule } from "./present-rules.ts";
import type { SheetPlace, SheetTab } from "./sheet-place.ts";

export interface SeenSheet {
  readonly present: PresentDressing;
  /** The places of our rules among the colour rules. */
  readonly ownColours: readonly number[];
  /** Google's ids of the protections that are ours. */
  readonly ownProtections: readonly number[];
  /** Whosever they are. */
  readonly charts: readonly StandingChart[];
  readonly header: WholeHeader;
  /** Whether a column, from 0, is in sight. */
  readonly isShown: (column: number) => boolean;
}

export interface SeenSheets {
  readonly of: (place: Pick<SheetPlace, "sheetId">) => SeenSheet;
}

const BARE: SeenSheet = {
  present: bareTab,
  ownColours: [],
  ownProtections: [],
  charts: [],
  header: { cells: [], width: 0 },
  isShown: () => true,
};

/** Nothing was asked. */
export const nothingSeen: SeenSheets = { of: () => BARE };

/** What the answer to a question tells. */
export function seenSheets({ sheets = [] }: sheets_v4.Schema$Spreadsheet): SeenSheets {
  const known = new Map(sheets.map((sheet) => [sheet.properties?.sheetId ?? 0, seenSheet(sheet)] as const));
  return { of: ({ sheetId }) => known.get(sheetId) ?? BARE };
}

/** The whole first rows of tabs, by their names. */
export function wholeHeaderIn(tabs: readonly SheetTab[], seen: SeenSheets): ReadBook["wholeHeader"] {
  return (name) => {
    const tab = tabs.find(({ table }) => table.tab === name);
    return tab === undefined ? BARE.header : seen.of({ sheetId: tab.shape.id }).header;
  };
}

type Cell = sheets_v4.Schema$CellData;

function seenSheet({
  data = [],
  conditionalFormats = [],
  protectedRanges = [],
  charts = [],
}: sheets_v4.Schema$Sheet): SeenSheet {
  const cells = cellsIn(data);
  const ruleAt = (row: number, column: number) => presentRule(cells.get(row)?.get(column)?.dataValidation);
  const colours = conditionalFormats.map(presentColour);
  const [notes, header] = [lined(cells.get(1), (cell) => cell.note ?? ""), lined(cells.get(1), headerCell)];
  const hidden = new Set(data.flatMap(hiddenIn));
  return {
    present: { ruleAt, notes: notes.map((note) => note ?? ""), colours },
    ownColours: colours.flatMap(({ formula }, index) => (isOwnColour(formula) ? [index] : [])),
    ownProtections: protectedRanges
      .filter(({ description }) => description === PROTECTION_NAME)
      .flatMap(({ protectedRangeId }) => protectedRangeId ?? []),
    charts: charts.map(standingChart),
    header: { cells: header.map((cell) => cell ?? null), width: usedWidth(cells) },
    isShown: (column) => !hidden.has(column),
  };
}

function standingChart({ chartId, spec, position }: sheets_v4.Schema$EmbeddedChart): StandingChart {
  const { rowIndex, columnIndex } = position?.overlayPosition?.anchorCell ?? {};
  return { id: chartId ?? 0, title: spec?.title ?? "", row: (rowIndex ?? 0) + 1, column: columnIndex ?? 0 };
}

// Row (from 1) → column (from 0) → the cell. Parts of a tab that were asked for twice are told twice.
function cellsIn(data: readonly sheets_v4.Schema$GridData[]): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const { startRow, startColumn, rowData } of data) {
    rowData?.forEach(({ values }, down) => {
      const row = (startRow ?? 0) + down + 1;
      const cells = rows.get(row) ?? new Map<number, Cell>();
      rows.set(row, cells);
      values?.forEach((cell, along) => {
        cells.set((startColumn ?? 0) + along, cell);
      });
    });
  }
  return rows;
}

function lined<Value>(
  cells: ReadonlyMap<number, Cell> | undefined,
  toValue: (cell: Cell) => Value,
): readonly (Value | undefined)[] {
  const values: Value[] = [];
  for (const [column, cell] of cells ?? []) values[column] = toValue(cell);
  return Array.from(values);
}

function usedWidth(rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>): number {
  let width = 0;
  for (const cells of rows.values()) {
    for (const [column, cell] of cells) if (headerCell(cell) !== null) width = Math.max(width, column + 1);
  }
  return width;
}

function hiddenIn({ startColumn, columnMetadata }: sheets_v4.Schema$GridData): readonly number[] {
  return (columnMetadata ?? []).flatMap(({ hiddenByUser }, index) =>
    hiddenByUser === true ? [(startColumn ?? 0) + index] : [],
  );
}
