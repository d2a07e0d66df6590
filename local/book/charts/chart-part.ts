// The part of a file that is one chart. It names the cells that it draws and holds what they say now, so that a viewer that
// does not calculate shows it too. Written here and not by a library: it is one text, and it has to be the same text
// whenever the chart is the same.

import type { Cell } from "../../../shared/table/cell.ts";
import type { Chart, ChartSeries } from "../../../shared/table/chart.ts";
import { escapeText } from "../xml-text.ts";

/** A chart and where its cells are. */
export interface PlacedChart {
  readonly chart: Chart;
  /** The cells of a column as a formula names them, such as 'Dashboard'!$C$4:$C$9; rows from 0 as the chart has them. */
  readonly reference: (column: string, first: number, last: number) => string;
  readonly valueAt: (column: string, row: number) => Cell;
}

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TEXT_COLOUR = "5F6368";
const LINE_COLOUR = "E0E0E0";
const [CATEGORIES, VALUES] = ["500001", "500002"] as const;
/** Below it an axis of counts would show halves. */
const FEW = 5;

/** The text of the part. */
export function chartPart(placed: PlacedChart): string {
  const { chart } = placed;
  const legend =
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(900)}</c:legend>`
      : "";
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${title(chart.title)}` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot(placed)}${axes(placed)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr>${fill("FFFFFF")}<a:ln w="9525">${fill(LINE_COLOUR)}</a:ln></c:spPr></c:chartSpace>`
  );
}

function title(text: string): string {
  const look = `b="1" sz="1100"`;
  const colour = fill("202124");
  const run = `<a:r><a:rPr lang="en-US" ${look}>${colour}</a:rPr><a:t>${escapeText(text)}</a:t></a:r>`;
  const rich = `<c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr ${look}>${colour}</a:defRPr></a:pPr>${run}</a:p></c:rich>`;
  return `<c:title><c:tx>${rich}</c:tx><c:overlay val="0"/></c:title>`;
}

function plot(placed: PlacedChart): string {
  const { kind, isStacked, series } = placed.chart;
  const ids = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`;
  const all = series.map((one, index) => seriesText(placed, one, index)).join("");
  if (kind === "line") {
    const grouping = isStacked === true ? "stacked" : "standard";
    return `<c:lineChart><c:grouping val="${grouping}"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${ids}</c:lineChart>`;
  }
  const grouping = isStacked === true ? "stacked" : "clustered";
  const overlap = isStacked === true ? '<c:overlap val="100"/>' : "";
  const direction = kind === "bar" ? "bar" : "col";
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${all}<c:gapWidth val="50"/>${overlap}${ids}</c:barChart>`;
}

function seriesText(placed: PlacedChart, { column, colour }: ChartSeries, index: number): string {
  const { chart } = placed;
  const rgb = colour.replace("#", "").toUpperCase();
  const look =
    chart.kind === "line"
      ? `<c:spPr><a:ln w="22225">${fill(rgb)}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
      : `<c:spPr>${fill(rgb)}</c:spPr><c:invertIfNegative val="0"/>`;
  const name = `<c:tx>${texts(placed, column, [chart.headRow, chart.headRow])}</c:tx>`;
  const body = [chart.headRow + 1, chart.lastRow] as const;
  const cat = `<c:cat>${texts(placed, chart.labels, body)}</c:cat>`;
  const smooth = chart.kind === "line" ? '<c:smooth val="0"/>' : "";
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${look}${cat}<c:val>${numbers(placed, column, body)}</c:val>${smooth}</c:ser>`;
}

type Rows = readonly [first: number, last: number];

function texts({ reference, valueAt }: PlacedChart, column: string, [first, last]: Rows): string {
  const points = rowsOf(first, last).map((row) => {
    const value = valueAt(column, row);
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  });
  const held = points.map((text, at) => `<c:pt idx="${at}"><c:v>${escapeText(text)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${escapeText(reference(column, first, last))}</c:f><c:strCache><c:ptCount val="${points.length}"/>${held.join("")}</c:strCache></c:strRef>`;
}

function numbers({ reference, valueAt }: PlacedChart, column: string, [first, last]: Rows): string {
  const held = rowsOf(first, last).flatMap((row, at) => {
    const value = valueAt(column, row);
    return typeof value === "number" ? [`<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`] : [];
  });
  return `<c:numRef><c:f>${escapeText(reference(column, first, last))}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${last - first + 1}"/>${held.join("")}</c:numCache></c:numRef>`;
}

// A lying chart counts from below: turned round, its first row is on top, and the axis of figures goes back down.
function axes(placed: PlacedChart): string {
  const isLying = placed.chart.kind === "bar";
  const [names, figures] = isLying ? ["l", "b"] : ["b", "l"];
  const order = isLying ? "maxMin" : "minMax";
  const crosses = isLying ? "max" : "autoZero";
  const line = `<c:spPr><a:ln w="9525">${fill(LINE_COLOUR)}</a:ln></c:spPr>`;
  const grid = `<c:majorGridlines>${line}</c:majorGridlines>`;
  // Each name is told: a stage without one would be taken for its neighbour.
  const skip = isLying ? '<c:tickLblSkip val="1"/>' : "";
  const { format, unit, most } = scale(placed);
  return (
    `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${names}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/>${line}${textLook(800)}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>${skip}</c:catAx>` +
    `<c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/>${most}<c:min val="0"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${figures}"/>${grid}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/>${line}${textLook(800)}<c:crossAx val="${CATEGORIES}"/><c:crosses val="${crosses}"/><c:crossBetween val="between"/>${unit}</c:valAx>`
  );
}

// Whether the figures are shares or counts is seen in them: a share is no whole number, and never above 1.
function scale({ chart, valueAt }: PlacedChart): Readonly<Record<"format" | "unit" | "most", string>> {
  const figures = chart.series.flatMap(({ column }) =>
    rowsOf(chart.headRow + 1, chart.lastRow).map((row) => valueAt(column, row)),
  );
  const told = figures.filter((figure) => typeof figure === "number");
  const most = told.reduce((highest, figure) => Math.max(highest, figure), 0);
  if (most <= 1 && told.some((figure) => !Number.isInteger(figure)))
    return { format: "0%", unit: "", most: '<c:max val="1"/>' };
  return { format: "#,##0", unit: most <= FEW ? '<c:majorUnit val="1"/>' : "", most: "" };
}

function rowsOf(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function textLook(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${fill(TEXT_COLOUR)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

function fill(rgb: string): string {
  return `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`;
}
