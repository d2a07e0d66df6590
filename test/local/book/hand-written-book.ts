// Workbooks written by hand, for what no library would write: odd prefixes, missing addresses, foreign parts.

import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface HandWritten {
  /** By tab name, what stands inside `<worksheet>`. */
  readonly tabs: Readonly<Record<string, string>>;
  /** Inside `<workbook>`, before and behind its tabs. */
  readonly beforeTabs?: string;
  readonly afterTabs?: string;
  /** Inside `<sst>`. */
  readonly strings?: string;
  /** Inside `<styleSheet>`. */
  readonly styles?: string;
  readonly prefix?: string;
  /** Any other part, or another text of one of these. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Inside the workbook's relationships and the content types. */
  readonly links?: string;
  readonly contentTypes?: string;
}

/** Style 1 is a day, style 2 a time, style 3 text, style 4 bold. */
const plainStyles =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>';

export function handWritten(book: HandWritten): Uint8Array {
  const names = Object.keys(book.tabs);
  const p = book.prefix ?? "";
  const namespace = p === "" ? `xmlns="${MAIN}"` : `xmlns:${p.slice(0, -1)}="${MAIN}"`;
  const head = `${namespace} xmlns:r="${LINKS}"`;
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`;
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const sheets = names.map(
    (name, index) => `<${p}sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const texts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override("workbook.xml", "sheet.main")}` +
      names.map((_, index) => override(`worksheets/sheet${index + 1}.xml`, "worksheet")).join("") +
      `${override("styles.xml", "styles")}${override("sharedStrings.xml", "sharedStrings")}${book.contentTypes ?? ""}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${link("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<${p}workbook ${head}>${book.beforeTabs ?? ""}<${p}sheets>${sheets.join("")}</${p}sheets>${book.afterTabs ?? ""}</${p}workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      names
        .map((_, index) => link(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`))
        .join("") +
      `${link("rId90", "styles", "styles.xml")}${link("rId91", "sharedStrings", "/xl/sharedStrings.xml")}${book.links ?? ""}</Relationships>`,
    "xl/styles.xml": `<${p}styleSheet ${head}>${book.styles ?? plainStyles}</${p}styleSheet>`,
    "xl/sharedStrings.xml": `<${p}sst ${head}>${book.strings ?? ""}</${p}sst>`,
  };
  names.forEach((name, index) => {
    texts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<${p}worksheet ${head}>${book.tabs[name] ?? ""}</${p}worksheet>`;
  });
  const parts = Object.entries({ ...texts, ...book.parts }).map(
    ([name, part]) => [name, typeof part === "string" ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(parts), { mtime: "1990-01-01T00:00:00" });
}

/** The same marks that a layout of ours leaves, for the first tab. */
export function marked(tab: string, columns: Readonly<Record<string, string>>): string {
  const names = Object.entries(columns).map(
    ([key, letters]) =>
      `<definedName name="_stageline_${key}" localSheetId="0" hidden="1">'${tab}'!$${letters}:$${letters}</definedName>`,
  );
  return `<definedNames>${names.join("")}<definedName name="_stageline.tab" localSheetId="0" hidden="1">"deals"</definedName></definedNames>`;
}
