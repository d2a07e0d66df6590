// The parts of an .xlsx file by name: workbook, styles, tabs with their notes and charts, and what ties them together.

import type { WrittenCharts } from "./written-charts.ts";

export interface WrittenSheet {
  readonly text: string;
  readonly notes?: string;
  readonly drawing?: string;
  readonly charts?: WrittenCharts;
}

const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWINGS = "application/vnd.openxmlformats-officedocument";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The ids by which a tab names the drawing of its notes, and that of its charts. */
export const NOTES_ID = "rId1";
export const CHARTS_ID = "rId3";

export function packageParts({
  workbook,
  styles,
  sheets,
}: {
  readonly workbook: string;
  readonly styles: string;
  readonly sheets: readonly WrittenSheet[];
}): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets),
    "_rels/.rels": relationships([link("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": workbook,
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, index) => link(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
      link(`rId${sheets.length + 1}`, "styles", "styles.xml"),
    ]),
    "xl/styles.xml": styles,
  };
  sheets.forEach(({ text, notes, drawing, charts }, index) => {
    const number = index + 1;
    parts[`xl/worksheets/sheet${number}.xml`] = text;
    const links: string[] = [];
    if (notes !== undefined && drawing !== undefined) {
      parts[`xl/comments${number}.xml`] = notes;
      parts[`xl/drawings/vmlDrawing${number}.vml`] = drawing;
      links.push(link(NOTES_ID, "vmlDrawing", `../drawings/vmlDrawing${number}.vml`));
      links.push(link("rId2", "comments", `../comments${number}.xml`));
    }
    if (charts !== undefined) {
      putCharts(parts, number, charts);
      links.push(link(CHARTS_ID, "drawing", `../drawings/drawing${number}.xml`));
    }
    if (links.length > 0) parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relationships(links);
  });
  return parts;
}

function putCharts(parts: Record<string, string>, number: number, { drawing, charts }: WrittenCharts): void {
  parts[`xl/drawings/drawing${number}.xml`] = drawing;
  parts[`xl/drawings/_rels/drawing${number}.xml.rels`] = relationships(
    charts.map((_, index) => link(`rId${index + 1}`, "chart", `../charts/chart${number}_${index + 1}.xml`)),
  );
  charts.forEach((text, index) => {
    parts[`xl/charts/chart${number}_${index + 1}.xml`] = text;
  });
}

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const own = sheets.map(
    ({ notes, charts }, index) =>
      override(`worksheets/sheet${index + 1}.xml`, "worksheet") +
      (notes === undefined ? "" : override(`comments${index + 1}.xml`, "comments")) +
      (charts === undefined ? "" : chartTypes(index + 1, charts)),
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `${override("workbook.xml", "sheet.main")}${override("styles.xml", "styles")}${own.join("")}</Types>`
  );
}

function chartTypes(number: number, { charts }: WrittenCharts): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${DRAWINGS}.${type}+xml"/>`;
  const own = charts.map((_, index) => override(`charts/chart${number}_${index + 1}.xml`, "drawingml.chart"));
  return override(`drawings/drawing${number}.xml`, "drawing") + own.join("");
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;
}

function link(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`;
}
