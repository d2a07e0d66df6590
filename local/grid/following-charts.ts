// What becomes of charts when rows and columns are inserted, deleted or moved, and when tabs go or are copied. A chart
// lies at its cell and goes with it; where that was deleted it lies at the cell that took its place. The cells that it
// draws follow as ranges do; a series whose cells are gone is gone. That Google's charts do so is what people see in the
// editor, and is documented nowhere (unverified).

import type { ChartContent, ChartPlace, GridChart } from "./chart.ts";
import type { GridRange, OtherFormat } from "./protocol.ts";
import { lineAfter, rangeAfter, type Shift } from "./shift.ts";

/** Where a range is then; `undefined` where it is gone. */
export type RangeChange = (range: GridRange) => GridRange | undefined;

/** The charts of a tab after a shift, there or on another tab. */
export function chartsAfter(charts: readonly GridChart[], tab: number, shift: Shift): readonly GridChart[] {
  const moved = charts.map((chart) => {
    const content = contentWith(chart.content, (range) => rangeAfter(shift, range));
    const place = tab === shift.tab ? placeAfter(chart.place, shift) : chart.place;
    return content === chart.content && place === chart.place ? chart : { ...chart, content, place };
  });
  return moved.every((chart, index) => chart === charts[index]) ? charts : moved;
}

/** The same charts with other cells. */
export function chartsWith(charts: readonly GridChart[], change: RangeChange): readonly GridChart[] {
  const changed = charts.map((chart) => {
    const content = contentWith(chart.content, change);
    return content === chart.content ? chart : { ...chart, content };
  });
  return changed.every((chart, index) => chart === charts[index]) ? charts : changed;
}

function placeAfter(place: ChartPlace, shift: Shift): ChartPlace {
  const line = shift.axis === "rows" ? place.row : place.column;
  const after = lineAfter(shift, line) ?? Math.max(1, shift.kind === "delete" ? shift.at : line);
  if (after === line) return place;
  return shift.axis === "rows" ? { ...place, row: after } : { ...place, column: after };
}

function contentWith(content: ChartContent, change: RangeChange): ChartContent {
  if (content.kind === "other") {
    const spec = specWith(content.spec, change) as OtherFormat;
    return spec === content.spec ? content : { ...content, spec };
  }
  const { labels, ...rest } = content;
  const after = labels === undefined ? undefined : change(labels);
  const series = content.series.flatMap((each) => {
    const range = change(each.range);
    return range === each.range ? [each] : range === undefined ? [] : [{ ...each, range }];
  });
  const isSame =
    after === labels &&
    series.length === content.series.length &&
    series.every((each, index) => each === content.series[index]);
  return isSame ? content : { ...rest, series, ...(after === undefined ? {} : { labels: after }) };
}

interface Source {
  readonly sheetId?: number;
  readonly startRowIndex: number;
  readonly endRowIndex: number;
  readonly startColumnIndex: number;
  readonly endColumnIndex: number;
}

// The cells of a chart that is kept whole stand in lists called "sources".
function specWith(part: unknown, change: RangeChange): unknown {
  if (Array.isArray(part)) {
    const after = part.map((each) => specWith(each, change));
    return after.every((each, index) => each === part[index]) ? part : after;
  }
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([name, value]) => {
    const isList = name === "sources" && Array.isArray(value);
    return [
      name,
      isList ? sourcesWith(value as readonly Source[], change) : specWith(value, change),
    ] as const;
  });
  const isSame = entries.every(([name, value]) => value === (part as OtherFormat)[name]);
  return isSame ? part : Object.fromEntries(entries);
}

function sourcesWith(sources: readonly Source[], change: RangeChange): readonly Source[] {
  const after = sources.flatMap((source) => {
    const range = rangeOf(source);
    const changed = change(range);
    return changed === range ? [source] : changed === undefined ? [] : [sourceOf(changed)];
  });
  return after.every((source, index) => source === sources[index]) && after.length === sources.length
    ? sources
    : after;
}

function rangeOf(source: Source): GridRange {
  const { sheetId = 0, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = source;
  return {
    tab: sheetId,
    row: startRowIndex + 1,
    column: startColumnIndex + 1,
    rows: endRowIndex - startRowIndex,
    columns: endColumnIndex - startColumnIndex,
  };
}

function sourceOf({ tab, row, column, rows, columns }: GridRange): Source {
  return {
    ...(tab === 0 ? {} : { sheetId: tab }),
    startRowIndex: row - 1,
    endRowIndex: row - 1 + rows,
    startColumnIndex: column - 1,
    endColumnIndex: column - 1 + columns,
  };
}
