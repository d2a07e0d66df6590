// A layout taken off a tab: the inverse of laying it out. What we drew goes: the cells of columns that go, their
// width and format, our dropdowns, colours, notes and marks. A cell that had a style before it was ours keeps it,
// empty; nothing moves, so that the formulas of people still refer to what they meant.

import { columnLetters } from "../../shared/table/cell.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { BookDraft } from "./book-draft.ts";
import { withColours } from "./colours.ts";
import { withValidations } from "./dropdowns.ts";
import { rangeOf } from "./formula-text.ts";
import { headerStyles } from "./lay-out.ts";
import { columnNumber } from "./marks.ts";
import { columnFor, filledRows, type SheetDraft, setCell, type TakenOff } from "./sheet-draft.ts";
import { columnStyles, frameElements, withoutColumnFrames } from "./sheet-frame.ts";
import { type CellSpan, cellSpans, readSheetText, type SheetText } from "./sheet-part.ts";
import { tableParts } from "./table-parts.ts";
import { attributesOf, outerText, type Splice, spliced, withAttribute } from "./xml-element.ts";

/** Empties the columns of these keys, and forgets that any column of the tab was ours. */
export function takeOff(draft: BookDraft, sheet: SheetDraft, keys: readonly string[]): void {
  const going = new Set(keys.map((key) => columnFor(sheet, key)));
  refuseTables(draft, sheet, going);
  for (const row of [1, ...filledRows(sheet)]) {
    for (const column of going) setCell(sheet, { row, column }, null);
  }
  const styleOf = columnStyles(sheet.text);
  const headers = headerStyles(draft);
  const stylesOf = new Map([...going].map((column) => [column, new Set([0, styleOf(column), ...headers])]));
  sheet.takenOff = { columns: new Set(sheet.columns.values()), stylesOf };
  sheet.text = withoutColumnFrames(sheet.text, going);
  sheet.columns.clear();
  sheet.key = undefined;
  draft.unmarked.add(sheet.index);
  const others = draft.names.filter((name) => name.sheet !== sheet.index);
  draft.names.splice(0, draft.names.length, ...others);
}

// A table whose headers are emptied is one that spreadsheet programs call damaged.
function refuseTables(draft: BookDraft, sheet: SheetDraft, going: ReadonlySet<number>): void {
  const covering = tableParts(draft.book.package, sheet.partName).find(({ range }) => {
    const { firstColumn, lastColumn } = rangeOf(range);
    return [...going].some((column) => column >= firstColumn && column <= lastColumn);
  });
  if (covering === undefined) return;
  const message = `${sheet.name}: the table over ${covering.range} covers columns of ours; draw its corner back to yours first`;
  throw new StagelineError("guard", message);
}

/** The text of the tab, its cells set, without what is left of us. */
export function takenOffText(text: string, { columns, stylesOf }: TakenOff): string {
  const undressed = withColours(withValidations(text, [], columns), [], columns);
  const sheet = readSheetText(undressed);
  if (sheet === undefined) return undressed;
  const isLeftOver = (cell: CellSpan) =>
    cell.closeStart <= cell.openEnd && stylesOf.get(cell.column)?.has(cell.style) === true;
  const splices: Splice[] = [];
  let width = 0;
  for (const row of sheet.rows) {
    for (const cell of cellSpans(sheet, row)) {
      if (isLeftOver(cell)) splices.push({ start: cell.start, end: cell.end, text: "" });
      else width = Math.max(width, cell.column + 1);
    }
  }
  return spliced(undressed, [...splices, ...narrowedDimension(sheet, width)]);
}

function narrowedDimension({ text }: SheetText, width: number): readonly Splice[] {
  const [dimension] = frameElements(text, "dimension");
  if (dimension === undefined || width === 0) return [];
  const reference = attributesOf(text, dimension).get("ref") ?? "";
  const [, first, last = "", lastRow] = /^([A-Z]+\d+):([A-Z]+)(\d+)$/.exec(reference) ?? [];
  if (first === undefined || columnNumber(last) < width) return [];
  const narrowed = `${first}:${columnLetters(width - 1)}${lastRow}`;
  const element = withAttribute(outerText(text, dimension), "ref", narrowed);
  return [{ start: dimension.start, end: dimension.end, text: element }];
}
