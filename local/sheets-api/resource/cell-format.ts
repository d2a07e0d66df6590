// A cell's format, in the API's words and in the grid's. What the grid draws has a field of its own there; the rest stays
// as the API names it. Each colour stands twice in an answer, as a colour and as a style; of what a caller sends the
// style counts, and a colour of the theme is kept as the colour that it is.

import type { sheets_v4 } from "@googleapis/sheets";
import type { OtherFormat } from "../../grid/protocol.ts";
import type { GridCell, Spreadsheet } from "../../grid/spreadsheet.ts";
import type { Mask } from "../field-mask.ts";
import { maskWithin } from "../field-mask.ts";
import { colourJson, hexOf } from "./colour.ts";
import { patternOf, typeOfPattern } from "./number-format.ts";
import { themeColour } from "./spreadsheet-defaults.ts";

type CellFormat = sheets_v4.Schema$CellFormat;
type TextFormat = sheets_v4.Schema$TextFormat;

export type CellLook = Pick<
  GridCell,
  "numberFormat" | "background" | "fontColour" | "isBold" | "wrap" | "otherFormat"
>;

/** The format that a cell was given; `undefined` where it has none. */
export function formatJson(look: CellLook): CellFormat | undefined {
  const plain = plainFormat(look);
  return Object.keys(plain).length === 0 ? undefined : withStyles(plain);
}

/** What the grid keeps of a format; an empty one takes everything away. */
export function lookFrom(format: CellFormat, locale: Spreadsheet["locale"]): CellLook {
  const { numberFormat, wrapStrategy, textFormat, ...others } = withoutStyles(format);
  const { backgroundColor, ...rest } = others;
  const { foregroundColor, bold, ...text } = textFormat ?? {};
  const pattern = given(numberFormat) ? patternOf(numberFormat, locale) : undefined;
  const isOddType = pattern !== undefined && numberFormat?.type !== typeOfPattern(pattern);
  const other = present({
    ...rest,
    ...(isOddType && given(numberFormat?.type) ? { numberFormat: { type: numberFormat.type, pattern } } : {}),
    ...(wrapStrategy === "WRAP" ? {} : { wrapStrategy }),
    textFormat: present({ ...text, ...(bold === true ? {} : { bold }) }),
  });
  return {
    ...(pattern === undefined ? {} : { numberFormat: pattern }),
    ...(given(backgroundColor) ? { background: hexOf(backgroundColor) } : {}),
    ...(given(foregroundColor) ? { fontColour: hexOf(foregroundColor) } : {}),
    ...(bold === true ? { isBold: true } : {}),
    ...(wrapStrategy === "WRAP" ? { wrap: true } : {}),
    ...(other === undefined ? {} : { otherFormat: other }),
  };
}

/** Names looks: two have one name where they are alike, as far as that is told without looking into them. */
export function lookNames(): (look: CellLook | undefined) => string {
  const others = new Map<OtherFormat | undefined, number>();
  return (look) => {
    if (look === undefined) return "";
    const { numberFormat, background, fontColour, isBold, wrap, otherFormat } = look;
    if (!others.has(otherFormat)) others.set(otherFormat, others.size);
    return `${numberFormat}\n${background}\n${fontColour}\n${isBold}${wrap}${others.get(otherFormat)}`;
  };
}

/** The cell's format with those fields replaced that the mask names. */
export function changedFormat(look: CellLook, change: CellFormat, mask: Mask): CellFormat {
  return replaced(plainFormat(look), withoutStyles(change), withoutStyleNames(mask));
}

/** The format with each colour in both of its forms. */
export function withStyles({ textFormat, ...format }: CellFormat): CellFormat {
  const { backgroundColor } = format;
  const ink = textFormat?.foregroundColor;
  return {
    ...format,
    ...(given(textFormat)
      ? { textFormat: { ...textFormat, ...(given(ink) ? { foregroundColorStyle: { rgbColor: ink } } : {}) } }
      : {}),
    ...(given(backgroundColor) ? { backgroundColorStyle: { rgbColor: backgroundColor } } : {}),
  };
}

function plainFormat({ numberFormat, background, fontColour, isBold, wrap, otherFormat }: CellLook) {
  const { numberFormat: typed, textFormat, ...rest } = (otherFormat ?? {}) as CellFormat;
  const isTyped = numberFormat !== undefined && typed?.pattern === numberFormat;
  const text: TextFormat = {
    ...(fontColour === undefined ? {} : { foregroundColor: colourJson(fontColour) }),
    ...textFormat,
    ...(isBold === true ? { bold: true } : {}),
  };
  const format: CellFormat = {
    ...(numberFormat === undefined
      ? {}
      : { numberFormat: isTyped ? typed : { type: typeOfPattern(numberFormat), pattern: numberFormat } }),
    ...(background === undefined ? {} : { backgroundColor: colourJson(background) }),
    ...rest,
    ...(wrap === true ? { wrapStrategy: "WRAP" } : {}),
    ...(Object.keys(text).length === 0 ? {} : { textFormat: text }),
  };
  return format;
}

function withoutStyles({ backgroundColorStyle, textFormat, ...format }: CellFormat): CellFormat {
  const { foregroundColorStyle, ...text } = textFormat ?? {};
  const [ground, ink] = [rgbOf(backgroundColorStyle), rgbOf(foregroundColorStyle)];
  return {
    ...format,
    ...(ground === undefined ? {} : { backgroundColor: ground }),
    ...(given(textFormat)
      ? { textFormat: { ...text, ...(ink === undefined ? {} : { foregroundColor: ink }) } }
      : {}),
  };
}

function rgbOf(style: sheets_v4.Schema$ColorStyle | null | undefined): sheets_v4.Schema$Color | undefined {
  if (!given(style)) return undefined;
  return style.rgbColor ?? (given(style.themeColor) ? colourJson(themeColour(style.themeColor)) : undefined);
}

function withoutStyleNames(mask: Mask): Mask {
  if (mask === "all") return mask;
  const { backgroundColorStyle, textFormat, ...rest } = mask;
  const text = typeof textFormat === "object" ? textFormat : undefined;
  return {
    ...rest,
    ...(backgroundColorStyle === undefined ? {} : { backgroundColor: "all" }),
    ...(textFormat === undefined ? {} : { textFormat }),
    ...(text?.["foregroundColorStyle"] === undefined
      ? {}
      : { textFormat: { ...text, foregroundColor: "all" } }),
  };
}

/** The message with the fields that the mask names as they are in the other one, gone where they are not there. */
function replaced<Message extends object>(from: Message, to: Message, mask: Mask): Message {
  if (mask === "all") return to;
  const fields = new Set([...Object.keys(from), ...Object.keys(to)]);
  const entries = [...fields].flatMap((field) => {
    const below = maskWithin(mask, field);
    const [old, next] = [from[field as keyof Message], to[field as keyof Message]] as unknown[];
    const value = below === undefined ? old : below === "all" ? next : inner(old, next, below);
    return value === undefined || value === null ? [] : [[field, value] as const];
  });
  return Object.fromEntries(entries) as Message;
}

function inner(old: unknown, next: unknown, mask: Mask): unknown {
  const after = replaced(asMessage(old), asMessage(next), mask);
  return Object.keys(after).length === 0 ? undefined : after;
}

function asMessage(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function present(fields: Readonly<Record<string, unknown>>): OtherFormat | undefined {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function given<Value>(value: Value | null | undefined): value is Value {
  return value !== undefined && value !== null;
}
