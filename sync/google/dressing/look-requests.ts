// The requests that draw how replaced rows look, and their charts. Charts get ids that are chosen here, so that the batch
// that adds them also notes them: a chart and its mark come together or not at all.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Step } from "../../../shared/engine/writing/planned-steps.ts";
import type { CellLook } from "../../../shared/table/body-look.ts";
import type { LookBlock } from "../../../shared/table/dressing/drawn-body.ts";
import { chartRequests } from "./chart-requests.ts";
import { colourStyle } from "./colour.ts";
import type { Drawing, Request } from "./drawing.ts";
import { numberFormatOf } from "./number-format.ts";
import type { SheetPlace, SheetTab } from "./sheet-place.ts";
import { cellsOf } from "./sheet-range.ts";

const FORMAT = "userEnteredFormat";

/** Draws the look of a body, its charts too. */
export function lookRequests(
  step: Extract<Step<SheetTab>, { kind: "look" }>,
  { places, seen }: Pick<Drawing, "places" | "seen">,
): readonly Request[] {
  const place = places.of(step.draft);
  return [
    ...step.body.blocks.flatMap((block) => blockRequests(place, block)),
    ...chartRequests(step, place, seen.of(place)),
  ];
}

function blockRequests({ sheetId, rows }: SheetPlace, { column, looks }: LookBlock): readonly Request[] {
  const [first = []] = looks;
  if (first.length === 0) return [];
  const below = cellsOf(sheetId, { row: 2, column, columns: first.length });
  return [
    ...(rows > 1 ? [{ repeatCell: { range: below, cell: {}, fields: FORMAT } }] : []),
    {
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex: column },
        rows: looks.map((row) => ({ values: row.map((look) => ({ userEnteredFormat: formatOf(look) })) })),
        fields: FORMAT,
      },
    },
  ];
}

function formatOf({
  weight,
  size,
  colour,
  background,
  format,
  align,
  wraps,
}: CellLook): sheets_v4.Schema$CellFormat {
  const textFormat = {
    ...(weight === undefined ? {} : { bold: true }),
    ...(size === undefined ? {} : { fontSize: size }),
    ...(colour === undefined ? {} : { foregroundColorStyle: colourStyle(colour) }),
  };
  return {
    ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }),
    ...(background === undefined ? {} : { backgroundColorStyle: colourStyle(background) }),
    ...(format === undefined ? {} : { numberFormat: numberFormatOf(format) }),
    ...(align === undefined ? {} : { horizontalAlignment: align.toUpperCase() }),
    ...(wraps === true ? { wrapStrategy: "WRAP" } : {}),
  };
}
