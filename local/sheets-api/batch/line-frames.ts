// How large rows and columns are, and whether somebody hid them. A line of the usual size in sight has no frame at all.

import { withColumnFrames } from "../../grid/script/written-tab.ts";
import { type Row, type Spreadsheet, tabById, withTab } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type Mask, maskWants } from "../field-mask.ts";
import type { Lines } from "../resource/ranges.ts";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS } from "../resource/spreadsheet-defaults.ts";

export interface FrameChange {
  readonly pixelSize?: number | null | undefined;
  readonly hiddenByUser?: boolean | null | undefined;
  readonly fields: Mask;
}

/** @throws {ApiError | GridError} where a size is below nothing, or the lines are not there */
export function withLineFrames(
  state: Spreadsheet,
  lines: Lines,
  { pixelSize, hiddenByUser, fields }: FrameChange,
): Spreadsheet {
  const isNamed = fields !== "all";
  const usual = lines.axis === "rows" ? DEFAULT_ROW_PIXELS : DEFAULT_COLUMN_PIXELS;
  const size = maskWants(fields, "pixelSize") ? (pixelSize ?? (isNamed ? usual : undefined)) : undefined;
  const hides = maskWants(fields, "hiddenByUser")
    ? (hiddenByUser ?? (isNamed ? false : undefined))
    : undefined;
  if (size !== undefined && size < 0) throw invalidArgument(`pixelSize must be 0 or more, not ${size}`);
  const change = {
    ...(size === undefined ? {} : { size }),
    ...(hides === undefined ? {} : { isHidden: hides }),
  };
  return lines.axis === "rows" ? withRowFrames(state, lines, change) : withColumns(state, lines, change);
}

interface Frame {
  readonly size?: number;
  readonly isHidden?: boolean;
}

function withColumns(
  state: Spreadsheet,
  { tab, first, last }: Lines,
  { size, isHidden }: Frame,
): Spreadsheet {
  return withColumnFrames(state, {
    do: "setColumns",
    tab,
    column: first,
    count: last - first + 1,
    ...(size === undefined ? {} : { widthPixels: size }),
    ...(isHidden === undefined ? {} : { isHidden }),
  });
}

function withRowFrames(state: Spreadsheet, { tab: id, first, last }: Lines, frame: Frame): Spreadsheet {
  const tab = tabById(state, id);
  const rows = tab.rows.slice();
  while (rows.length < first - 1) rows.push(undefined);
  for (let at = first; at <= last; at++) rows[at - 1] = framed(rows[at - 1], frame);
  return withTab(state, { ...tab, rows });
}

function framed(row: Row | undefined, { size, isHidden }: Frame): Row | undefined {
  const {
    heightPixels,
    isHidden: wasHidden,
    ...cells
  } = row ?? { cells: [], refers: false, computes: false };
  const height = size ?? heightPixels;
  const hides = isHidden ?? wasHidden ?? false;
  const hasHeight = height !== undefined && height !== DEFAULT_ROW_PIXELS;
  if (cells.cells.length === 0 && !hasHeight && !hides) return undefined;
  return { ...cells, ...(hasHeight ? { heightPixels: height } : {}), ...(hides ? { isHidden: true } : {}) };
}
