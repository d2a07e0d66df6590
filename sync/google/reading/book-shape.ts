// What a spreadsheet is made of, its cells left out: its tabs with their sizes, merges and our marks, and what is kept on
// the spreadsheet itself. One request tells all of it, however large the spreadsheet is.

import type { sheets_v4 } from "@googleapis/sheets";
import { cellAddress } from "../../../shared/table/cell.ts";
import { CHARTS_MARK } from "../../../shared/table/dressing/kept-charts.ts";
import { type TabMarks, withMark } from "../../../shared/table/dressing/tab-marks.ts";
import type { Connection } from "../connection.ts";

/** Developer metadata, as it is kept. */
export interface KeptMark {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

/** Rows and columns from 0, the ends not included. */
export interface CellArea {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

export interface TabShape extends TabMarks {
  readonly id: number;
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows and columns that it has, filled or not. */
  readonly rows: number;
  readonly width: number;
  readonly merges: readonly CellArea[];
  /** Our marks on it and on its columns, by the ids under which they are kept. */
  readonly kept: readonly number[];
  /** The mark that tells of the charts that we drew on it. */
  readonly charts?: KeptMark;
}

export interface BookShape {
  readonly title: string;
  /** IANA name. */
  readonly zone: string;
  /** On the spreadsheet itself. */
  readonly marks: readonly KeptMark[];
  /** Tabs of cells, in their order. */
  readonly tabs: readonly TabShape[];
}

const MARK = "developerMetadata(metadataId,metadataKey,metadataValue)";

/** What of a sheet tells its shape, for a field mask. */
export const SHEET_SHAPE = [
  "properties(sheetId,title,sheetType,hidden,gridProperties(rowCount,columnCount))",
  `merges,${MARK}`,
].join(",");

/** What of its data does. */
export const DATA_SHAPE = `columnMetadata(${MARK})`;

/** What of a spreadsheet does. */
export const BOOK_SHAPE = `properties(title,timeZone),${MARK}`;

/** The shape of the spreadsheet as it is now. */
export async function readShape(connection: Connection): Promise<BookShape> {
  const spreadsheet = await connection.read("read the tabs", (sheets) =>
    sheets.spreadsheets.get({
      spreadsheetId: connection.spreadsheetId,
      fields: `${BOOK_SHAPE},sheets(${SHEET_SHAPE},data(${DATA_SHAPE}))`,
    }),
  );
  return shapeFrom(spreadsheet);
}

/** The shape that an answer tells. */
export function shapeFrom(spreadsheet: sheets_v4.Schema$Spreadsheet): BookShape {
  const { properties, developerMetadata, sheets = [] } = spreadsheet;
  return {
    title: properties?.title ?? "",
    zone: properties?.timeZone ?? "",
    marks: marksIn(developerMetadata),
    tabs: sheets.flatMap((sheet) => tabFrom(sheet) ?? []),
  };
}

// A chart or connected data may have a tab of its own, which has no cells.
function tabFrom(sheet: sheets_v4.Schema$Sheet): TabShape | undefined {
  const { sheetId, title, sheetType, hidden, gridProperties } = sheet.properties ?? {};
  if (typeof title !== "string" || (sheetType ?? "GRID") !== "GRID") return undefined;
  const own = marksIn(sheet.developerMetadata);
  const onColumns = (sheet.data ?? []).flatMap(({ startColumn, columnMetadata }) =>
    (columnMetadata ?? []).flatMap(({ developerMetadata }, index) =>
      marksIn(developerMetadata).map((mark) => ({ ...mark, column: (startColumn ?? 0) + index })),
    ),
  );
  const marks = [...own, ...onColumns];
  const isOurs = ({ name }: KeptMark) => name.startsWith("stageline_");
  const charts = own.find(({ name }) => name === CHARTS_MARK);
  return {
    ...(charts === undefined ? {} : { charts }),
    ...marks.reduce<TabMarks>(withMark, { columns: {} }),
    id: sheetId ?? 0,
    name: title,
    isHidden: hidden === true,
    rows: gridProperties?.rowCount ?? 0,
    width: gridProperties?.columnCount ?? 0,
    merges: (sheet.merges ?? []).map(areaFrom),
    kept: marks.filter(isOurs).map(({ id }) => id),
  };
}

/** The marks of a list of developer metadata. */
export function marksIn(
  list: readonly sheets_v4.Schema$DeveloperMetadata[] | undefined,
): readonly KeptMark[] {
  return (list ?? []).map(({ metadataId, metadataKey, metadataValue }) => ({
    id: metadataId ?? 0,
    name: metadataKey ?? "",
    value: metadataValue ?? "",
  }));
}

/** A range of cells, as an area. */
export function areaFrom(range: sheets_v4.Schema$GridRange): CellArea {
  return {
    firstRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? 0,
    firstColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? 0,
  };
}

/** Its address, such as "B2:B4". */
export function areaText({ firstRow, endRow, firstColumn, endColumn }: CellArea): string {
  return `${cellAddress(firstRow + 1, firstColumn)}:${cellAddress(endRow, endColumn - 1)}`;
}
