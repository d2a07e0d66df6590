// The charts of ours in an .xlsx file, which are known by their names. A chart of ours that another program saved is read
// as well, where it still says which cells it draws. Charts of people are left out, and told of in left-out-of-tab.ts: a
// file draws more of a chart than the grid knows.

import { presentCharts } from "../../book/charts/drawing-part.ts";
import { type Package, partText } from "../../book/package.ts";
import { relationshipsOf, relationshipsPart } from "../../book/part-links.ts";
import { decodeText } from "../../book/xml-text.ts";
import type { ChartPlace, GridSeries, KnownChart } from "../chart.ts";
import type { Tab } from "../spreadsheet.ts";
import { referencedRange } from "./file-ranges.ts";

/** A chart of ours in a file. */
export interface FileChart {
  readonly key: string;
  readonly place: ChartPlace;
  readonly content: KnownChart;
}

const EMU_OF_PIXEL = 9525;
const USUAL_COLUMN_PIXELS = 100;
const USUAL_ROW_PIXELS = 21;

/** The charts of ours on a tab; `tabs` are those that they may draw. */
export function readCharts(
  pack: Package,
  { tab, partName }: { readonly tab: Tab; readonly partName: string },
  tabs: readonly Tab[],
): readonly FileChart[] {
  return ownCharts(pack, partName).flatMap(({ key, anchor, text }) => {
    const content = contentOf(text, tabs, altTextIn(anchor));
    const place = placeIn(anchor, tab);
    return content === undefined || place === undefined ? [] : [{ key, place, content }];
  });
}

/** How many charts of a tab the grid has a place for. */
export function countCharts(pack: Package, partName: string): number {
  return ownCharts(pack, partName).filter(({ text }) => seriesIn(text).length > 0).length;
}

function ownCharts(pack: Package, partName: string) {
  const linksOf = (name: string) => relationshipsOf(name, partText(pack, relationshipsPart(name)));
  const drawing = linksOf(partName).find(({ kind }) => kind === "drawing")?.target;
  const drawingText = drawing === undefined ? undefined : partText(pack, drawing);
  if (drawing === undefined || drawingText === undefined) return [];
  const targets = new Map(linksOf(drawing).map(({ id, target }) => [id, target]));
  return presentCharts(drawingText).flatMap(({ key, relationId, anchor }) => {
    const text = partText(pack, targets.get(relationId) ?? "");
    return text === undefined ? [] : [{ key, anchor, text }];
  });
}

function contentOf(text: string, tabs: readonly Tab[], altText: string): KnownChart | undefined {
  const kind = /<c:lineChart>/.test(text) ? "line" : /<c:barDir\s+val="bar"/.test(text) ? "bar" : "column";
  const rangeIn = (formula: string | undefined) =>
    formula === undefined ? undefined : referencedRange(tabs, formula);
  const found = seriesIn(text).map((series) => ({
    head: rangeIn(series.head),
    labels: rangeIn(series.labels),
    values: rangeIn(series.values),
    colour: series.colour,
  }));
  const series = found.flatMap(({ head, values, colour }): GridSeries[] => {
    if (values === undefined) return [];
    const range = head === undefined ? values : withHead(values);
    return [{ range, ...(colour === undefined ? {} : { colour }) }];
  });
  const [first] = found;
  if (series.length === 0 || first === undefined) return undefined;
  const headers = first.head === undefined ? 0 : 1;
  const labels = first.labels === undefined || headers === 0 ? first.labels : withHead(first.labels);
  return {
    kind,
    title: titleIn(text),
    ...(altText === "" ? {} : { altText }),
    ...(/<c:grouping\s+val="stacked"/.test(text) ? { isStacked: true } : {}),
    headers,
    legend: text.includes("<c:legend>") ? "bottom" : "none",
    ...(labels === undefined ? {} : { labels }),
    series,
  };
}

// The heads stand right above the figures.
function withHead<Range extends { readonly row: number; readonly rows: number }>(range: Range): Range {
  return range.row === 1 ? range : { ...range, row: range.row - 1, rows: range.rows + 1 };
}

function seriesIn(text: string) {
  return [...text.matchAll(/<c:ser>.*?<\/c:ser>/gs)].flatMap(([series]) => {
    const formulaIn = (name: string) => {
      const part = new RegExp(`<c:${name}>.*?</c:${name}>`, "s").exec(series)?.[0] ?? "";
      const formula = /<c:f>([^<]*)<\/c:f>/.exec(part)?.[1];
      return formula === undefined ? undefined : decodeText(formula);
    };
    const values = formulaIn("val");
    const rgb = /<a:srgbClr\s+val="([0-9A-Fa-f]{6})"/.exec(series)?.[1];
    if (values === undefined) return [];
    const colour = rgb === undefined ? undefined : `#${rgb.toLowerCase()}`;
    return [{ head: formulaIn("tx"), labels: formulaIn("cat"), values, colour }];
  });
}

function titleIn(text: string): string {
  const title = /<c:title>.*?<\/c:title>/s.exec(text)?.[0] ?? "";
  return [...title.matchAll(/<a:t(?:\s[^>]*)?>([^<]*)<\/a:t>/g)]
    .map(([, run = ""]) => decodeText(run))
    .join("");
}

function altTextIn(anchor: string): string {
  return decodeText(/<(?:\w+:)?cNvPr\s[^>]*?\bdescr="([^"]*)"/.exec(anchor)?.[1] ?? "");
}

// A program may have tied the lower right corner to a cell, too: then the size is what lies between.
function placeIn(anchor: string, tab: Tab): ChartPlace | undefined {
  const from = cornerIn(anchor, "from");
  if (from === undefined) return undefined;
  const size = /<(?:\w+:)?ext\s+cx="(\d+)"\s+cy="(\d+)"/.exec(
    anchor.slice(0, anchor.search(/<(?:\w+:)?graphicFrame/)),
  );
  const to = cornerIn(anchor, "to");
  const place = { row: from.row + 1, column: from.column + 1, offsetX: from.x, offsetY: from.y };
  if (size !== null) {
    const [widthPixels, heightPixels] = [pixels(size[1]), pixels(size[2])];
    return { ...place, widthPixels, heightPixels };
  }
  if (to === undefined) return undefined;
  const widths = range(from.column, to.column).map(
    (at) => tab.columns[at]?.widthPixels ?? USUAL_COLUMN_PIXELS,
  );
  const heights = range(from.row, to.row).map((at) => tab.rows[at]?.heightPixels ?? USUAL_ROW_PIXELS);
  return {
    ...place,
    widthPixels: Math.max(1, sum(widths) - from.x + to.x),
    heightPixels: Math.max(1, sum(heights) - from.y + to.y),
  };
}

function cornerIn(anchor: string, name: "from" | "to") {
  const corner = new RegExp(`<(?:\\w+:)?${name}>.*?</(?:\\w+:)?${name}>`, "s").exec(anchor)?.[0];
  if (corner === undefined) return undefined;
  const numberIn = (part: string) =>
    Number(new RegExp(`<(?:\\w+:)?${part}>(-?\\d+)<`).exec(corner)?.[1] ?? 0);
  const offset = (part: string) => Math.round(numberIn(part) / EMU_OF_PIXEL);
  return { row: numberIn("row"), column: numberIn("col"), x: offset("colOff"), y: offset("rowOff") };
}

function pixels(emu: string | undefined): number {
  return Math.round(Number(emu ?? 0) / EMU_OF_PIXEL);
}

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
