// What a chart draws, in the API's words and in the grid's. The grid knows bars, columns and lines; a chart that says more
// than it knows is kept word for word, so that nothing of it is lost, and is drawn by what can be read of it.

import type { sheets_v4 } from "@googleapis/sheets";
import type { ChartContent, GridSeries, KnownChart } from "../../grid/chart.ts";
import type { GridRange, OtherFormat } from "../../grid/protocol.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { type ApiGridRange, gridRangeFrom } from "../grid-range.ts";
import { colourJson, hexOf } from "./colour.ts";
import { rangeJson } from "./ranges.ts";

type Spec = sheets_v4.Schema$ChartSpec;
type Basic = sheets_v4.Schema$BasicChartSpec;

const KINDS = { BAR: "bar", COLUMN: "column", LINE: "line" } as const;
const LEGENDS = {
  BOTTOM_LEGEND: "bottom",
  LEFT_LEGEND: "left",
  NO_LEGEND: "none",
  RIGHT_LEGEND: "right",
  TOP_LEGEND: "top",
} as const;
/** What the API says where nothing was said. */
const DEFAULTS: ReadonlySet<unknown> = new Set(["NOT_STACKED", "SKIP_HIDDEN_ROWS_AND_COLUMNS", 0, "", false]);

export function chartSpecJson(content: ChartContent): Spec {
  if (content.kind === "other") return content.spec as Spec;
  const { title, altText, kind, isStacked, headers, legend, labels, series } = content;
  const basicChart: Basic = {
    chartType: kind.toUpperCase(),
    ...(legend === undefined ? {} : { legendPosition: nameOf(LEGENDS, legend) }),
    ...(labels === undefined ? {} : { domains: [{ domain: dataJson(labels) }] }),
    series: series.map(({ range, colour }) => ({
      series: dataJson(range),
      ...(colour === undefined
        ? {}
        : { color: colourJson(colour), colorStyle: { rgbColor: colourJson(colour) } }),
    })),
    ...(headers === 0 ? {} : { headerCount: headers }),
    ...(isStacked === true ? { stackedType: "STACKED" } : {}),
  };
  return {
    ...(title === "" ? {} : { title }),
    ...(altText === undefined ? {} : { altText }),
    basicChart,
    hiddenDimensionStrategy: "SKIP_HIDDEN_ROWS_AND_COLUMNS",
  };
}

/** @throws {ApiError} where it draws cells that are not there */
export function chartContentFrom(state: Spreadsheet, spec: Spec): ChartContent {
  checkSources(state, spec);
  const known = readableChart(state, spec);
  if (known !== undefined && plainText(chartSpecJson(known)) === plainText(spec)) return known;
  return { kind: "other", title: spec.title ?? "", spec: spec as OtherFormat };
}

/** What can be drawn of a chart, whatever else it says; `undefined` for one that has no bars, columns or lines. */
export function readableChart(state: Spreadsheet, spec: Spec): KnownChart | undefined {
  const { basicChart, title, altText } = spec;
  const kind = KINDS[(basicChart?.chartType ?? "") as keyof typeof KINDS];
  if (basicChart === undefined || basicChart === null || kind === undefined) return undefined;
  const legend = LEGENDS[(basicChart.legendPosition ?? "") as keyof typeof LEGENDS];
  const labels = rangeIn(state, basicChart.domains?.[0]?.domain);
  const series = (basicChart.series ?? []).flatMap((each): GridSeries[] => {
    const range = rangeIn(state, each.series);
    const colour = each.colorStyle?.rgbColor ?? each.color;
    if (range === undefined) return [];
    return [{ range, ...(colour === undefined || colour === null ? {} : { colour: hexOf(colour) }) }];
  });
  return {
    kind,
    title: title ?? "",
    ...(typeof altText === "string" && altText !== "" ? { altText } : {}),
    ...(basicChart.stackedType === "STACKED" ? { isStacked: true } : {}),
    headers: basicChart.headerCount ?? 0,
    ...(legend === undefined ? {} : { legend }),
    ...(labels === undefined ? {} : { labels }),
    series,
  };
}

function nameOf(names: Readonly<Record<string, string>>, value: string): string {
  return Object.entries(names).find(([, each]) => each === value)?.[0] ?? "";
}

function dataJson(range: GridRange): sheets_v4.Schema$ChartData {
  return { sourceRange: { sources: [rangeJson(range)] } };
}

function rangeIn(
  state: Spreadsheet,
  data: sheets_v4.Schema$ChartData | null | undefined,
): GridRange | undefined {
  const [source, ...others] = data?.sourceRange?.sources ?? [];
  return source === undefined || others.length > 0 ? undefined : gridRangeFrom(state, source as ApiGridRange);
}

function checkSources(state: Spreadsheet, part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  for (const [name, value] of Object.entries(part)) {
    if (name !== "sources" || !Array.isArray(value)) checkSources(state, value);
    else for (const source of value) gridRangeFrom(state, source as ApiGridRange);
  }
}

// As a text that is the same for whatever means the same: in the order of names, without what is so anyway, and of a
// colour that stands in both forms, one.
function plainText(part: unknown): string {
  if (Array.isArray(part)) return `[${part.map(plainText).join()}]`;
  if (typeof part !== "object" || part === null) return JSON.stringify(part);
  const entries = Object.entries(part)
    .filter(([name, value]) => !(name === "color" && "colorStyle" in part) && !DEFAULTS.has(value))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const texts = entries.map(([name, value]) =>
    name === "rgbColor" ? `${name}:${hexOf(value as sheets_v4.Schema$Color)}` : `${name}:${plainText(value)}`,
  );
  return `{${texts.join()}}`;
}
