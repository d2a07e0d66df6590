// What frames the cells of a tab in an .xlsx file: widths, hidden columns, frozen parts, grid lines, colour, merges, filter.

import { frameElements } from "../../book/sheet-frame.ts";
import type { SheetText } from "../../book/sheet-part.ts";
import { attributesOf, childNamed, childrenOf } from "../../book/xml-element.ts";
import type { ColumnFrame, Tab } from "../spreadsheet.ts";
import { colourOf } from "./file-looks.ts";
import { rangesIn } from "./file-ranges.ts";

/** Pixels of a width in characters of the usual font, and beside them. */
export const PIXELS_IN_CHARACTER = 7;
export const PIXELS_BESIDE = 5;

type Size = Pick<Tab, "id" | "maxRows" | "maxColumns">;

/** The frame of a tab of that size. */
export function readFrame(sheet: SheetText, size: Size): Partial<Tab> {
  const [filter] = frameElements(sheet.text, "autoFilter").flatMap((element) =>
    rangesIn(size, attributesOf(sheet.text, element).get("ref") ?? ""),
  );
  const colour = tabColour(sheet);
  return {
    ...frozen(sheet),
    ...(colour === undefined ? {} : { colour }),
    ...(hidesGridLines(sheet) ? { otherProperties: { hideGridlines: true } } : {}),
    ...(filter === undefined ? {} : { filter: { range: filter, hidden: {} } }),
    columns: columnFrames(sheet, size.maxColumns),
    merges: mergesIn(sheet, size),
  };
}

function columnFrames(sheet: SheetText, maxColumns: number): readonly (ColumnFrame | undefined)[] {
  const list = childNamed(sheet.text, sheet.root, "cols");
  const frames: (ColumnFrame | undefined)[] = [];
  for (const element of list === undefined ? [] : childrenOf(sheet.text, list)) {
    const attributes = attributesOf(sheet.text, element);
    const width = attributes.get("width");
    const frame: ColumnFrame = {
      ...(width === undefined
        ? {}
        : { widthPixels: Math.round(Number(width) * PIXELS_IN_CHARACTER + PIXELS_BESIDE) }),
      ...(["1", "true"].includes(attributes.get("hidden") ?? "") ? { isHidden: true } : {}),
    };
    const last = Math.min(Number(attributes.get("max")), maxColumns);
    for (let column = Number(attributes.get("min")); column <= last; column++) {
      while (frames.length < column - 1) frames.push(undefined);
      frames[column - 1] = frame;
    }
  }
  return frames;
}

function frozen(sheet: SheetText): Pick<Tab, "frozenRows" | "frozenColumns"> {
  const views = childNamed(sheet.text, sheet.root, "sheetViews");
  const view = views === undefined ? undefined : childNamed(sheet.text, views, "sheetView");
  const pane = view === undefined ? undefined : childNamed(sheet.text, view, "pane");
  const attributes = pane === undefined ? new Map<string, string>() : attributesOf(sheet.text, pane);
  const isFrozen = (attributes.get("state") ?? "").startsWith("frozen");
  const count = (name: string): number => (isFrozen ? Number(attributes.get(name) ?? 0) : 0);
  return { frozenRows: count("ySplit"), frozenColumns: count("xSplit") };
}

function hidesGridLines(sheet: SheetText): boolean {
  const views = childNamed(sheet.text, sheet.root, "sheetViews");
  const view = views === undefined ? undefined : childNamed(sheet.text, views, "sheetView");
  const lines = view === undefined ? undefined : attributesOf(sheet.text, view).get("showGridLines");
  return lines === "0" || lines === "false";
}

function tabColour(sheet: SheetText): string | undefined {
  const properties = childNamed(sheet.text, sheet.root, "sheetPr");
  if (properties === undefined) return undefined;
  return colourOf(sheet.text, childNamed(sheet.text, properties, "tabColor"));
}

function mergesIn(sheet: SheetText, size: Size): Tab["merges"] {
  const list = childNamed(sheet.text, sheet.root, "mergeCells");
  const merges = list === undefined ? [] : childrenOf(sheet.text, list);
  return merges.flatMap((merge) => rangesIn(size, attributesOf(sheet.text, merge).get("ref") ?? ""));
}
