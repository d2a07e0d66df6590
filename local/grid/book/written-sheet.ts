// One tab as a part of an .xlsx file, its elements in the order that the schema wants (ECMA-376 part 1, 18.3.1.99).

import type { Tab } from "../spreadsheet.ts";
import { usedSize } from "../spreadsheet.ts";
import { rangeText } from "./file-ranges.ts";
import { PIXELS_BESIDE, PIXELS_IN_CHARACTER } from "./read-sheet-frame.ts";
import { columnStyleNumbers, rowsText } from "./written-cells.ts";
import { argb, type WrittenStyles } from "./written-styles.ts";

export interface SheetParts {
  readonly styles: WrittenStyles;
  readonly colours: string;
  readonly rules: string;
  /** The id of the drawing that shows the notes. */
  readonly notesId: string | undefined;
  /** The id of the drawing that shows the charts. */
  readonly chartsId: string | undefined;
}

const USUAL_WIDTH_CHARACTERS = 13.57;

export function sheetText(tab: Tab, { styles, colours, rules, notesId, chartsId }: SheetParts): string {
  const { rows, columns } = usedSize(tab);
  const used = { tab: tab.id, row: 1, column: 1, rows: Math.max(1, rows), columns: Math.max(1, columns) };
  const colour = tab.colour === undefined ? "" : `<sheetPr><tabColor rgb="${argb(tab.colour)}"/></sheetPr>`;
  const filter = tab.filter === undefined ? "" : `<autoFilter ref="${rangeText(tab.filter.range)}"/>`;
  const notes = notesId === undefined ? "" : `<legacyDrawing r:id="${notesId}"/>`;
  const charts = chartsId === undefined ? "" : `<drawing r:id="${chartsId}"/>`;
  const lines = tab.otherProperties?.["hideGridlines"] === true ? ' showGridLines="0"' : "";
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `${colour}<dimension ref="${rangeText(used)}"/><sheetViews><sheetView${lines} workbookViewId="0">${paneText(tab)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/>${columnsText(tab, styles)}<sheetData>${rowsText(tab, styles)}</sheetData>` +
    `${filter}${mergesText(tab)}${colours}${rules}${charts}${notes}</worksheet>`
  );
}

function paneText({ frozenRows, frozenColumns }: Tab): string {
  if (frozenRows + frozenColumns === 0) return "";
  const split = `${frozenColumns === 0 ? "" : ` xSplit="${frozenColumns}"`}${frozenRows === 0 ? "" : ` ySplit="${frozenRows}"`}`;
  const corner = rangeText({ tab: 0, row: frozenRows + 1, column: frozenColumns + 1, rows: 1, columns: 1 });
  const pane = frozenRows === 0 ? "topRight" : frozenColumns === 0 ? "bottomLeft" : "bottomRight";
  return `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

function columnsText(tab: Tab, styles: WrittenStyles): string {
  const elements = columnStyleNumbers(tab, styles).map((style, index) => {
    const frame = tab.columns[index];
    if (style === 0 && frame === undefined) return "";
    const pixels = frame?.widthPixels;
    const width =
      pixels === undefined ? USUAL_WIDTH_CHARACTERS : (pixels - PIXELS_BESIDE) / PIXELS_IN_CHARACTER;
    const look = style === 0 ? "" : ` style="${style}"`;
    const hidden = frame?.isHidden === true ? ' hidden="1"' : "";
    const custom = pixels === undefined ? "" : ' customWidth="1"';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${look}${hidden}${custom}/>`;
  });
  const inside = elements.join("");
  return inside === "" ? "" : `<cols>${inside}</cols>`;
}

function mergesText({ merges }: Tab): string {
  if (merges.length === 0) return "";
  const cells = merges.map((range) => `<mergeCell ref="${rangeText(range)}"/>`);
  return `<mergeCells count="${merges.length}">${cells.join("")}</mergeCells>`;
}
