// What stands around the rows of a tab: column widths, the frozen header, dropdowns, colours. The schema wants
// these elements in one order and some programs refuse a file that has another, so each finds its place by it.

import { columnNumber } from "./marks.ts";
import {
  attributesOf,
  childNamed,
  childrenOf,
  type Element,
  outerText,
  rootOf,
  type Splice,
  spliced,
  withAttribute,
} from "./xml-element.ts";

/** The elements of a tab up to the last one that we write (ECMA-376 part 1, 18.3.1.99). */
const ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  ...["hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"],
  ...["customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"],
];

/** Programs that describe all columns to the end of the tab describe at least so many. */
const LEAST_LAST_COLUMN = 1024;
const DEFAULT_WIDTH_CHARACTERS = 12;

/** A column as `<cols>` describes it. */
export interface ColumnFrame {
  /** From 0. */
  readonly column: number;
  readonly widthCharacters: number;
  readonly hidden: boolean;
  readonly style: number;
}

/** The text of a tab without a cell. */
export function emptySheet(tabColour: string | undefined, gridLines?: "none"): string {
  const rgb = tabColour === undefined ? "" : `FF${tabColour.replace("#", "").toUpperCase()}`;
  const colour = rgb === "" ? "" : `<sheetPr><tabColor rgb="${rgb}"/></sheetPr>`;
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${colour}` +
    `<sheetViews><sheetView${gridLines === undefined ? "" : ' showGridLines="0"'} workbookViewId="0">${pane}<selection pane="bottomLeft"/></sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>'
  );
}

/** The children of a tab that have this name. */
export function frameElements(text: string, name: string): readonly Element[] {
  const root = rootOf(text);
  return root === undefined ? [] : childrenOf(text, root).filter((child) => child.name === name);
}

/** The text with all elements of that name replaced by what is given, which may be empty. */
export function withFrameElements(text: string, name: string, replacement: string): string {
  const present = frameElements(text, name);
  if (present.map((element) => outerText(text, element)).join("") === replacement) return text;
  const removed = present.map(({ start, end }): Splice => ({ start, end, text: "" }));
  const [first, ...others] = removed;
  if (first !== undefined) return spliced(text, [{ ...first, text: replacement }, ...others]);
  if (replacement === "") return text;
  const at = placeOf(text, name);
  return at === undefined ? text : spliced(text, [{ start: at, end: at, text: replacement }]);
}

/** The style that a column gives its cells, by column; only those that have one. */
export function columnStyles(text: string): (column: number) => number {
  const ranges = columnRanges(text).map(({ first, last, element }) => ({
    first,
    last,
    style: Number(attributesOf(text, element).get("style") ?? 0),
  }));
  return (column) => ranges.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}

/** Whether a column (from 0) is hidden. */
export function hiddenColumns(text: string): (column: number) => boolean {
  const hidden = columnRanges(text).filter(({ element }) =>
    ["1", "true"].includes(attributesOf(text, element).get("hidden") ?? ""),
  );
  return (column) => hidden.some(({ first, last }) => column >= first && column <= last);
}

/** The text with these columns hidden; width and style stay. */
export function withHiddenColumns(text: string, columns: readonly number[]): string {
  const styleOf = columnStyles(text);
  const widthOf = columnWidths(text);
  const frames = columns.map((column) => ({
    column,
    widthCharacters: widthOf(column) ?? DEFAULT_WIDTH_CHARACTERS,
    hidden: true,
    style: styleOf(column),
  }));
  return withColumns(text, frames);
}

/** The text with columns described anew; the others keep what they have. */
export function withColumns(text: string, columns: readonly ColumnFrame[]): string {
  if (columns.length === 0) return text;
  const prefix = rootOf(text)?.prefix ?? "";
  const taken = new Set(columns.map(({ column }) => column));
  const kept = columnRanges(text).flatMap((range) => withoutColumns(text, range, taken));
  const added = columns.map((frame) => ({ first: frame.column, text: columnElement(prefix, frame) }));
  const all = [...kept, ...added].sort((left, right) => left.first - right.first);
  const inside = all.map((column) => column.text).join("");
  return withFrameElements(text, "cols", `<${prefix}cols>${inside}</${prefix}cols>`);
}

/**
 * The text without a description of these columns. Where they had been cut out of one that goes on to the end of
 * the tab, or that stands on both of their sides, it is whole again.
 */
export function withoutColumnFrames(text: string, columns: ReadonlySet<number>): string {
  const kept = columnRanges(text).flatMap((range) => withoutColumns(text, range, columns));
  const mended: { first: number; text: string }[] = [];
  for (const piece of kept) {
    const before = mended[mended.length - 1];
    const from = startOfRun(columns, piece.first);
    const isCut = from < piece.first;
    const isSame = before !== undefined && bareFrame(before.text) === bareFrame(piece.text);
    if (isCut && isSame && endOfPiece(before.text) === from) {
      before.text = withAttribute(before.text, "max", String(endOfPiece(piece.text)));
    } else if (isCut && endOfPiece(piece.text) >= LEAST_LAST_COLUMN) {
      mended.push({ first: from, text: withAttribute(piece.text, "min", String(from + 1)) });
    } else mended.push(piece);
  }
  const prefix = rootOf(text)?.prefix ?? "";
  const inside = mended.map((piece) => piece.text).join("");
  return withFrameElements(text, "cols", inside === "" ? "" : `<${prefix}cols>${inside}</${prefix}cols>`);
}

/** The text with `<dimension>` reaching as far as row and column (from 0) do. */
export function withDimension(text: string, lastRow: number, lastColumnLetters: string): string {
  const [dimension] = frameElements(text, "dimension");
  if (dimension === undefined) return text;
  const reference = attributesOf(text, dimension).get("ref") ?? "";
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(reference);
  const [first, firstRow] = [match?.[1], match?.[2]];
  if (first === undefined || firstRow === undefined) return text;
  const [column, row] = [match?.[3] ?? first, Number(match?.[4] ?? firstRow)];
  const wider = columnNumber(lastColumnLetters) > columnNumber(column) ? lastColumnLetters : column;
  const grown = `${first}${firstRow}:${wider}${Math.max(row, lastRow)}`;
  if (wider === column && row >= lastRow) return text;
  const element = withAttribute(outerText(text, dimension), "ref", grown);
  return spliced(text, [{ start: dimension.start, end: dimension.end, text: element }]);
}

function columnWidths(text: string): (column: number) => number | undefined {
  const ranges = columnRanges(text);
  return (column) => {
    const range = ranges.find(({ first, last }) => column >= first && column <= last);
    const width = range === undefined ? undefined : attributesOf(text, range.element).get("width");
    return width === undefined ? undefined : Number(width);
  };
}

function placeOf(text: string, name: string): number | undefined {
  const root = rootOf(text);
  if (root === undefined) return undefined;
  const rank = ORDER.indexOf(name);
  const before = childrenOf(text, root).filter((child) => {
    const childRank = ORDER.indexOf(child.name);
    return childRank >= 0 && childRank < rank;
  });
  return before.at(-1)?.end ?? root.openEnd;
}

interface ColumnRange {
  /** From 0, both included. */
  readonly first: number;
  readonly last: number;
  readonly element: Element;
}

function columnRanges(text: string): readonly ColumnRange[] {
  const root = rootOf(text);
  const list = root === undefined ? undefined : childNamed(text, root, "cols");
  if (list === undefined) return [];
  return childrenOf(text, list).map((element) => {
    const attributes = attributesOf(text, element);
    return { first: Number(attributes.get("min")) - 1, last: Number(attributes.get("max")) - 1, element };
  });
}

// A range that spans a column of ours ("from I to the last") is told anew on both of its sides.
function withoutColumns(
  text: string,
  range: ColumnRange,
  taken: ReadonlySet<number>,
): readonly { first: number; text: string }[] {
  const element = outerText(text, range.element);
  const cuts = [...taken].filter((column) => column >= range.first && column <= range.last);
  if (cuts.length === 0) return [{ first: range.first, text: element }];
  const pieces: { first: number; text: string }[] = [];
  let first = range.first;
  for (const cut of [...cuts.sort((left, right) => left - right), range.last + 1]) {
    if (cut > first) {
      const piece = withAttribute(withAttribute(element, "min", String(first + 1)), "max", String(cut));
      pieces.push({ first, text: piece });
    }
    first = cut + 1;
  }
  return pieces;
}

// From 0, and not included.
function endOfPiece(piece: string): number {
  const element = rootOf(piece);
  return element === undefined ? 0 : Number(attributesOf(piece, element).get("max"));
}

function bareFrame(piece: string): string {
  return withAttribute(withAttribute(piece, "min", undefined), "max", undefined);
}

// The first of the columns of the set that lie side by side up to this one, which is none of them.
function startOfRun(columns: ReadonlySet<number>, end: number): number {
  let start = end;
  while (columns.has(start - 1)) start -= 1;
  return start;
}

function columnElement(prefix: string, frame: ColumnFrame): string {
  const number = frame.column + 1;
  const style = frame.style === 0 ? "" : ` style="${frame.style}"`;
  const hidden = frame.hidden ? ' hidden="1"' : "";
  return `<${prefix}col min="${number}" max="${number}" width="${frame.widthCharacters}"${style}${hidden} customWidth="1"/>`;
}
