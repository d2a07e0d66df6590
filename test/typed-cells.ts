// Hands on a book without a spreadsheet program: cells typed, and the rest of a tab's XML changed as other programs
// leave it. Quick, where LibreOffice (hands/) takes a second for each book.

import { readFileSync, writeFileSync } from "node:fs";
import { packageBytes, partText, readPackage, textBytes, withParts } from "../local/book/package.ts";
import { cellSpans, type RowSpan, readSheetText, type SheetText } from "../local/book/sheet-part.ts";
import { readWorkbook } from "../local/book/workbook-part.ts";
import { spliced } from "../local/book/xml-element.ts";
import { type Cell, columnLetters } from "../shared/table/cell.ts";

/** Types values into cells such as "C2", one after the other. */
export function type(path: string, tab: string, cells: Readonly<Record<string, Cell>>): void {
  for (const [address, value] of Object.entries(cells)) {
    changeTab(path, tab, (text) => typedInto(text, address, value));
  }
}

/** Changes the XML of a tab. */
export function changeTab(path: string, tab: string, change: (text: string) => string): void {
  const pack = readPackage(readFileSync(path), path);
  const sheet = readWorkbook(pack, path).sheets.find(({ name }) => name === tab);
  if (sheet === undefined) throw new Error(`no tab "${tab}"`);
  const text = change(partText(pack, sheet.partName) ?? "");
  writeFileSync(path, packageBytes(withParts(pack, new Map([[sheet.partName, textBytes(text)]]))));
}

/** Changes the XML of a part, such as "xl/workbook.xml". */
export function changePart(path: string, part: string, change: (text: string) => string): void {
  const pack = readPackage(readFileSync(path), path);
  const text = change(partText(pack, part) ?? "");
  writeFileSync(path, packageBytes(withParts(pack, new Map([[part, textBytes(text)]]))));
}

function typedInto(text: string, address: string, value: Cell): string {
  const sheet = readSheetText(text);
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  if (sheet?.data === undefined || match === null) throw new Error(`no cell ${address}`);
  const at = Number(match[2]);
  const row = sheet.rows.find((each) => each.at === at);
  if (row === undefined) {
    const before = sheet.rows.findLast((each) => each.at < at)?.end ?? sheet.data.openEnd;
    return spliced(text, [
      { start: before, end: before, text: `<row r="${at}">${cellXml(address, value, 0)}</row>` },
    ]);
  }
  return withCell(sheet, row, { address, value });
}

function withCell(
  sheet: SheetText,
  row: RowSpan,
  typed: { readonly address: string; readonly value: Cell },
): string {
  const { address, value } = typed;
  const cells = cellSpans(sheet, row);
  const letters = address.replace(/\d+/, "");
  const present = cells.find((cell) => columnLetters(cell.column) === letters);
  if (present !== undefined) {
    const xml = cellXml(address, value, present.style);
    return spliced(sheet.text, [{ start: present.start, end: present.end, text: xml }]);
  }
  const isBefore = (column: number) => isLeftOf(columnLetters(column), letters);
  const at = cells.findLast((cell) => isBefore(cell.column))?.end ?? row.openEnd;
  return spliced(sheet.text, [{ start: at, end: at, text: cellXml(address, value, 0) }]);
}

function isLeftOf(left: string, right: string): boolean {
  return left.length === right.length ? left < right : left.length < right.length;
}

function cellXml(address: string, value: Cell, style: number): string {
  const open = `<c r="${address}" s="${style}"`;
  if (value === null) return `${open}/>`;
  if (typeof value === "string")
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  if (typeof value === "boolean") return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  return "error" in value ? `${open} t="e"><v>${value.error}</v></c>` : `${open}><v>${value.serial}</v></c>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
