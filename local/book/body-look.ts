// The look of the rows that replaced the body of a tab: every cell of ours below the header gets the style that its areas
// come to, and an empty one that has none is not written. What stands in a cell stays; cells of people's columns are not
// touched.

import { type CellLook, cellLooks, type LookArea } from "../../shared/table/body-look.ts";
import type { SheetDraft } from "./sheet-draft.ts";
import { withCellEdits } from "./sheet-edit.ts";
import { cellSpans, readSheetText, type SheetText } from "./sheet-part.ts";
import type { Styles } from "./styles-part.ts";
import { type Splice, spliced, withAttribute } from "./xml-element.ts";

/** The text of the tab, dressed so. */
export function withBodyLook(text: string, sheet: SheetDraft, dressing: BodyDressing): string {
  const styleAt = stylesOf(sheet, dressing);
  const present = readSheetText(text);
  if (present === undefined) return text;
  const restyled = readSheetText(spliced(text, restyling(present, styleAt)));
  if (restyled === undefined) return text;
  const writing = { styles: dressing.styles, date1904: false };
  const filled = withCellEdits(restyled, missingCells(restyled, styleAt), { tab: sheet.name, writing });
  return withHeights(filled, heightsOf(dressing.areas));
}

export interface BodyDressing {
  readonly areas: readonly LookArea[];
  readonly styles: Styles;
}

interface StyledBody {
  /** Row from 1, column from 0; `undefined` where the cell is not ours. */
  readonly of: (row: number, column: number) => number | undefined;
  /** The style with which a cell keeps its text a text. */
  readonly asText: (style: number, before: number) => number;
  readonly rows: number;
  readonly columns: readonly number[];
}

function stylesOf({ columns }: SheetDraft, { areas, styles }: BodyDressing): StyledBody {
  const keys = [...columns.keys()];
  const rows = areas.reduce((most, { lastRow }) => Math.max(most, lastRow + 1), 0);
  const looks = cellLooks(areas, { rows, keys });
  const placeOf = new Map([...columns.values()].map((column, index) => [column, index]));
  const known = new Map<string, number>();
  const styleOf = (look: CellLook): number => {
    const key = JSON.stringify(look);
    const style = known.get(key) ?? styles.cellStyle(look);
    known.set(key, style);
    return style;
  };
  return {
    of: (row, column) => {
      const place = placeOf.get(column);
      if (row < 2 || place === undefined) return undefined;
      const look = looks[row - 2]?.[place];
      return look === undefined ? 0 : styleOf(look);
    },
    asText: (style, before) =>
      styles.keepsText(before) ? styles.styleOf(style, { quotePrefix: true }) : style,
    rows: rows + 1,
    columns: [...columns.values()],
  };
}

/** Of letters, in points, with which a row is as high as programs make it by themselves. */
const USUAL_SIZE = 11;
const HEIGHT_OF_SIZE = 1.4;

function heightsOf(areas: readonly LookArea[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { firstRow, lastRow, look } of areas) {
    const { size = 0 } = look;
    for (let row = firstRow; row <= lastRow && size > USUAL_SIZE; row++)
      heights.set(row + 2, Math.max(heights.get(row + 2) ?? 0, Math.round(size * HEIGHT_OF_SIZE)));
  }
  return heights;
}

// Not every program makes room for large letters when it opens a file.
function withHeights(text: string, heights: ReadonlyMap<number, number>): string {
  const sheet = readSheetText(text);
  if (sheet === undefined) return text;
  const splices = sheet.rows
    .filter(({ at }) => at > 1)
    .map(({ at, start, openEnd }): Splice => {
      const height = heights.get(at);
      const tag = withAttribute(text.slice(start, openEnd), "ht", height?.toString());
      const isSet = height === undefined ? undefined : "1";
      return { start, end: openEnd, text: withAttribute(tag, "customHeight", isSet) };
    });
  return spliced(text, splices);
}

function restyling(sheet: SheetText, body: StyledBody): readonly Splice[] {
  return sheet.rows.flatMap((row) =>
    cellSpans(sheet, row).flatMap((cell) => {
      const plain = body.of(row.at, cell.column);
      const isEmpty = cell.closeStart <= cell.openEnd;
      if (plain === undefined) return [];
      if (isEmpty && plain === 0) return [{ start: cell.start, end: cell.end, text: "" }];
      const style = body.asText(plain, cell.style);
      if (style === cell.style) return [];
      const tag = sheet.text.slice(cell.start, cell.openEnd);
      const styled = withAttribute(tag, "s", style === 0 ? undefined : String(style));
      return [{ start: cell.start, end: cell.openEnd, text: styled }];
    }),
  );
}

function missingCells(sheet: SheetText, body: StyledBody) {
  const present = new Map(sheet.rows.map((row) => [row.at, row]));
  const edits = new Map<number, Map<number, { value: null; style: number; overPlain: false }>>();
  for (let at = 2; at <= body.rows; at++) {
    const row = present.get(at);
    const filled = new Set(row === undefined ? [] : cellSpans(sheet, row).map(({ column }) => column));
    const missing = body.columns.flatMap((column) => {
      const style = filled.has(column) ? 0 : (body.of(at, column) ?? 0);
      return style === 0 ? [] : [[column, { value: null, style, overPlain: false }] as const];
    });
    if (missing.length > 0) edits.set(at, new Map(missing));
  }
  return edits;
}
