// The parts of an .xlsx file by name: workbook, styles, tabs and their notes, and what ties them together.

export interface WrittenSheet {
  readonly text: string;
  readonly notes?: string;
  readonly drawing?: string;
}

const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

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
  sheets.forEach(({ text, notes, drawing }, index) => {
    const number = index + 1;
    parts[`xl/worksheets/sheet${number}.xml`] = text;
    if (notes === undefined || drawing === undefined) return;
    parts[`xl/comments${number}.xml`] = notes;
    parts[`xl/drawings/vmlDrawing${number}.vml`] = drawing;
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relationships([
      link("rId1", "vmlDrawing", `../drawings/vmlDrawing${number}.vml`),
      link("rId2", "comments", `../comments${number}.xml`),
    ]);
  });
  return parts;
}

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const own = sheets.map(
    ({ notes }, index) =>
      override(`worksheets/sheet${index + 1}.xml`, "worksheet") +
      (notes === undefined ? "" : override(`comments${index + 1}.xml`, "comments")),
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `${override("workbook.xml", "sheet.main")}${override("styles.xml", "styles")}${own.join("")}</Types>`
  );
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;
}

function link(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`;
}
