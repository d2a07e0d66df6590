// Requests about charts that lie over the cells of a sheet. Charts on sheets of their own are not served.

import type { sheets_v4 } from "@googleapis/sheets";
import { type ChartPlace, chartById, withChart, withNewChart, withoutChart } from "../../grid/chart.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { maskWants } from "../field-mask.ts";
import { sheetById } from "../grid-range.ts";
import { chartContentFrom } from "../resource/chart-spec.ts";
import { chartJson, placeFrom, positionJson } from "../resource/embedded-chart.ts";
import { type Acted, type BatchActs, fieldsOf, type RequestOf, required } from "./batch-act.ts";

export const chartActs: BatchActs = {
  addChart: added,
  updateChartSpec: (state, { chartId, spec }) => {
    const { chart } = chartById(state, chartId ?? 0);
    return {
      state: withChart(state, chart.id, { content: chartContentFrom(state, required(spec, "spec")) }),
    };
  },
  updateEmbeddedObjectPosition: moved,
  deleteEmbeddedObject: (state, { objectId }) => ({ state: withoutChart(state, objectId ?? 0) }),
};

function added(state: Spreadsheet, request: RequestOf<"addChart">): Acted {
  const json = required(request.chart, "chart");
  const overlay = overlayIn(json.position);
  const tab = sheetById(state, overlay.anchorCell?.sheetId ?? 0);
  const { chartId } = json;
  const made = withNewChart(state, tab.id, {
    ...(chartId === undefined || chartId === null ? {} : { id: chartId }),
    place: placeFrom(overlay),
    content: chartContentFrom(state, required(json.spec, "chart.spec")),
  });
  return { state: made.state, reply: { addChart: { chart: chartJson(made.chart, tab.id) } } };
}

function moved(state: Spreadsheet, request: RequestOf<"updateEmbeddedObjectPosition">): Acted {
  const overlay = overlayIn(request.newPosition);
  const { tab, chart } = chartById(state, request.objectId ?? 0);
  const fields = fieldsOf(request);
  const wanted = placeFrom(overlay);
  const sheet = overlay.anchorCell?.sheetId ?? tab.id;
  if (sheet !== tab.id)
    throw invalidArgument("a chart that goes to another sheet is not served by this server");
  const place: ChartPlace = {
    ...chart.place,
    ...(maskWants(fields, "anchorCell") ? { row: wanted.row, column: wanted.column } : {}),
    ...(maskWants(fields, "offsetXPixels") ? { offsetX: wanted.offsetX } : {}),
    ...(maskWants(fields, "offsetYPixels") ? { offsetY: wanted.offsetY } : {}),
    ...(maskWants(fields, "widthPixels") ? { widthPixels: wanted.widthPixels } : {}),
    ...(maskWants(fields, "heightPixels") ? { heightPixels: wanted.heightPixels } : {}),
  };
  const position = positionJson(place, tab.id);
  return {
    state: withChart(state, chart.id, { place }),
    reply: { updateEmbeddedObjectPosition: { position } },
  };
}

function overlayIn(
  position: sheets_v4.Schema$EmbeddedObjectPosition | null | undefined,
): sheets_v4.Schema$OverlayPosition {
  const { overlayPosition } = required(position, "position");
  if (overlayPosition !== undefined && overlayPosition !== null) return overlayPosition;
  throw invalidArgument("a chart on a sheet of its own is not served by this server");
}
