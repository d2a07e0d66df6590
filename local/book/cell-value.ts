// What a cell of the file holds, as a `Cell`. A formula gives its last result, an error stays an error, and a
// date stays the number that it is: no `Date` is made, which would move it by the zone of this machine.

import type { Cell } from "../../shared/table/cell.ts";
import { dayFromText, serialFromDay } from "../../shared/value/day.ts";
import { textOfRuns } from "./shared-strings-part.ts";
import type { CellSpan, SheetText } from "./sheet-part.ts";
import { endOfTag, isNameEnd } from "./xml-element.ts";
import { decodeCellText } from "./xml-text.ts";

/** What cells refer to by number. */
export interface CellContext {
  readonly strings: readonly string[];
  /** By style, whether it shows a date or a time. */
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** Days between the two ways in which spreadsheets count: 1904-01-01 is serial 1462 of the usual one. */
export const DAYS_UNTIL_1904 = 1462;

const SLASH = 47;
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;

/** The value of a cell; an empty text is an empty cell. */
export function cellValue(sheet: SheetText, cell: CellSpan, context: CellContext): Cell {
  if (cell.closeStart <= cell.openEnd) return null;
  if (cell.type === "inlineStr") {
    return textOfRuns(sheet.text.slice(cell.openEnd, cell.closeStart), sheet.prefix) || null;
  }
  const raw = valueText(sheet, cell);
  if (raw === "") return null;
  switch (cell.type) {
    case "s":
      return context.strings[Number(raw)] || null;
    case "str":
      return decodeCellText(raw) || null;
    case "b":
      return raw === "1" || raw === "true";
    case "e":
      return { error: decodeCellText(raw) };
    case "d":
      return serialOfIso(raw);
    default:
      return numberValue(raw, cell.style, context);
  }
}

/** Whether the cell is a formula, whatever its result. */
export function hasFormula(sheet: SheetText, cell: CellSpan): boolean {
  if (cell.closeStart <= cell.openEnd) return false;
  const inside = sheet.text.slice(cell.openEnd, cell.closeStart);
  const found = inside.indexOf(`<${sheet.prefix}f`);
  return found >= 0 && isNameEnd(inside, found + sheet.prefix.length + 2);
}

function valueText(sheet: SheetText, cell: CellSpan): string {
  const open = `<${sheet.prefix}v`;
  const inside = sheet.text.slice(cell.openEnd, cell.closeStart);
  const start = inside.indexOf(open);
  if (start < 0) return "";
  const openEnd = endOfTag(inside, start + open.length);
  if (inside.charCodeAt(openEnd - 2) === SLASH) return "";
  const close = inside.indexOf("</", openEnd);
  return inside.slice(openEnd, close < 0 ? inside.length : close);
}

function numberValue(raw: string, style: number, context: CellContext): Cell {
  const number = Number(raw);
  if (!Number.isFinite(number)) return decodeCellText(raw);
  if (context.dateStyles[style] !== true) return number;
  return { serial: context.date1904 ? number + DAYS_UNTIL_1904 : number };
}

function serialOfIso(raw: string): Cell {
  const match = ISO_TIME.exec(raw.trim());
  const day = match?.[1] === undefined ? undefined : dayFromText(match[1]);
  if (!match || (match[1] !== undefined && day === undefined)) return decodeCellText(raw);
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return { serial: (day === undefined ? 0 : serialFromDay(day)) + seconds / 86_400 };
}
