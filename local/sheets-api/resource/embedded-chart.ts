// A chart on a sheet in the API's words: what it draws, and where it lies over the cells.

import type { sheets_v4 } from "@googleapis/sheets";
import { type ChartPlace, type GridChart, USUAL_SIZE } from "../../grid/chart.ts";
import { chartSpecJson } from "./chart-spec.ts";
import { sheetIdJson } from "./ranges.ts";

type Overlay = sheets_v4.Schema$OverlayPosition;

export function chartJson({ id, place, content }: GridChart, tab: number): sheets_v4.Schema$EmbeddedChart {
  return { chartId: id, spec: chartSpecJson(content), position: positionJson(place, tab) };
}

export function positionJson(place: ChartPlace, tab: number): sheets_v4.Schema$EmbeddedObjectPosition {
  const { row, column, offsetX, offsetY, widthPixels, heightPixels } = place;
  const anchorCell = {
    ...sheetIdJson(tab),
    ...(row === 1 ? {} : { rowIndex: row - 1 }),
    ...(column === 1 ? {} : { columnIndex: column - 1 }),
  };
  return {
    overlayPosition: {
      anchorCell,
      ...(offsetX === 0 ? {} : { offsetXPixels: offsetX }),
      ...(offsetY === 0 ? {} : { offsetYPixels: offsetY }),
      widthPixels,
      heightPixels,
    },
  };
}

/** The place that an overlay names; what it leaves out is as usual. */
export function placeFrom({ anchorCell, ...overlay }: Overlay): ChartPlace {
  return {
    row: (anchorCell?.rowIndex ?? 0) + 1,
    column: (anchorCell?.columnIndex ?? 0) + 1,
    offsetX: overlay.offsetXPixels ?? 0,
    offsetY: overlay.offsetYPixels ?? 0,
    widthPixels: overlay.widthPixels ?? USUAL_SIZE.widthPixels,
    heightPixels: overlay.heightPixels ?? USUAL_SIZE.heightPixels,
  };
}
