// How the cells of a Range look: number formats, notes, colours, weight, wrapping; and what is merged.

import type { Cell } from "../../../../shared/table/cell.ts";
import type { GridRange, Paint } from "../../../grid/protocol.ts";
import { equalBlocks, fittingRows } from "./equal-blocks.ts";
import type { Workbook } from "./workbook.ts";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What Google gives for a cell whose format nobody set (seen in public logs; unverified). */
const AUTOMATIC = "0.###############";
const USUAL_FONT_POINTS = 10;
const WHITE = "#ffffff";

export function rangeLooks(workbook: Workbook, range: GridRange, self: () => Range): Partial<Range> {
  const { execution } = workbook;
  const corner: GridRange = { ...range, rows: 1, columns: 1 };
  const paint = (cells: GridRange, look: Paint): Range => {
    execution.write({ do: "paint", range: cells, paint: look });
    return self();
  };
  const paintEach = <T>(rows: readonly (readonly T[])[], look: (value: T) => Paint): Range => {
    for (const block of equalBlocks(range, fittingRows(execution, range, rows), (value) => value)) {
      paint(block.range, look(block.value));
    }
    return self();
  };
  const read = (what: keyof typeof shown, cells: GridRange) =>
    execution.realm.rows(
      execution.read<"cells">({ ask: "cells", range: cells, what }) as readonly (readonly Cell[])[],
      shown[what],
    );
  const colour = (value: string | null) => checkedColour(workbook, value);
  return {
    getNumberFormat: () => read("formats", corner)[0]?.[0] ?? AUTOMATIC,
    getNumberFormats: () => read("formats", range),
    setNumberFormat: (numberFormat) => paint(range, { numberFormat }),
    setNumberFormats: (formats) => paintEach(formats, (numberFormat) => ({ numberFormat })),
    getNote: () => read("notes", corner)[0]?.[0] ?? "",
    getNotes: () => read("notes", range),
    setNote: (note) => paint(range, { note }),
    setNotes: (notes) => paintEach(notes, (note) => ({ note })),
    getBackground: () => read("backgrounds", corner)[0]?.[0] ?? WHITE,
    getBackgrounds: () => read("backgrounds", range),
    setBackground: (background) => paint(range, { background: colour(background) }),
    setBackgrounds: (colours) => paintEach(colours, (background) => ({ background: colour(background) })),
    setFontColor: (fontColour) => paint(range, { fontColour: colour(fontColour) }),
    setFontColors: (colours: readonly (readonly (string | null)[])[]) =>
      paintEach(colours, (fontColour) => ({ fontColour: colour(fontColour) })),
    setFontWeight: (weight) => paint(range, { isBold: weight === "bold" }),
    setFontWeights: (weights) => paintEach(weights, (weight) => ({ isBold: weight === "bold" })),
    setFontSizes: (sizes) =>
      paintEach(sizes, (size) => ({ fontSize: size === USUAL_FONT_POINTS ? null : size })),
    setHorizontalAlignments: (alignments) =>
      paintEach(alignments, (align) => ({ align: align === "normal" ? null : align })),
    setWrap: (wrap) => paint(range, { wrap }),
    setWraps: (wraps) => paintEach(wraps, (wrap) => ({ wrap })),
    getMergedRanges: () => execution.realm.list(mergesIn(workbook, range).map(workbook.range)),
    isPartOfMerge: () => mergesIn(workbook, range).length > 0,
  };
}

const shown = {
  formats: (cell: Cell) => (cell === null || cell === "General" ? AUTOMATIC : String(cell)),
  notes: (cell: Cell) => (cell === null ? "" : String(cell)),
  backgrounds: (cell: Cell) => (cell === null ? WHITE : String(cell)),
};

/** Google takes names of colours too; here only the form that the product uses. */
function checkedColour(workbook: Workbook, value: string | null): string | null {
  if (value === null || /^#[0-9a-f]{6}$/i.test(value)) return value?.toLowerCase() ?? null;
  return workbook.execution.fail(`"${value}" is not a colour such as "#aabbcc"`);
}

function mergesIn(workbook: Workbook, range: GridRange): readonly GridRange[] {
  const merges = workbook.execution.read<"merges">({ ask: "merges", tab: range.tab });
  return merges.filter((merge) => overlap(merge, range));
}

export function overlap(one: GridRange, other: GridRange): boolean {
  return (
    one.tab === other.tab &&
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}
