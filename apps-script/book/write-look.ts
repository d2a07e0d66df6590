// How replaced rows look: what stood on the columns of ours is made plain, then every cell gets its look, one call for each
// property of a block. Clearing formats leaves number formats, which are therefore set for themselves.

import type { Step } from "../../shared/engine/writing/planned-steps.ts";
import type { CellLook } from "../../shared/table/body-look.ts";
import { columnLetters } from "../../shared/table/cell.ts";
import { type LookBlock, PLAIN_SIZE } from "../../shared/table/dressing/drawn-body.ts";
import type { Sheet } from "../spreadsheet-app.ts";
import type { OpenTab } from "./open-book.ts";
import { chartWriting } from "./write-charts.ts";
import { type WrittenBook, writtenTab } from "./written-book.ts";

const PLAIN_FORMAT = "General";

/** What draws the look of a body, its charts too. */
export function bodyLooking(
  book: WrittenBook,
  { draft, body, deletedCharts }: Extract<Step<OpenTab>, { kind: "look" }>,
): () => void {
  const writeCharts = chartWriting(book, draft, { charts: body.charts, deleted: deletedCharts });
  return () => {
    const { sheet } = writtenTab(book, draft);
    for (const block of body.blocks) lookAs(sheet, block);
    writeCharts();
  };
}

function lookAs(sheet: Sheet, { column, looks }: LookBlock): void {
  const [first] = looks;
  if (first === undefined) return;
  const letters = [column, column + first.length - 1].map(columnLetters);
  const below = sheet.getRange(`${letters[0]}2:${letters[1]}`);
  below.clearFormat();
  below.setNumberFormat(PLAIN_FORMAT);
  const cells = sheet.getRange(2, column + 1, looks.length, first.length);
  const each = <Value>(value: (look: CellLook) => Value): Value[][] =>
    looks.map((row) => row.map((look) => value(look)));
  cells.setFontWeights(each(({ weight }) => weight ?? "normal"));
  cells.setFontSizes(each(({ size }) => size ?? PLAIN_SIZE));
  cells.setFontColors(each(({ colour }) => colour ?? null));
  cells.setBackgrounds(each(({ background }) => background ?? null));
  cells.setNumberFormats(each(({ format }) => format ?? PLAIN_FORMAT));
  cells.setHorizontalAlignments(each(({ align }) => align ?? null));
  cells.setWraps(each(({ wraps }) => wraps === true));
}
