// What an .xlsx file says of a cell's look beside what the grid draws – font and size, italics and lines, alignment,
// borders – in the words of the Sheets API, in which the grid keeps it, and back. The font that the file names first is
// its plain one, and no look at all. What either side has no word for (indents, angles, thin dashes) is left out.

import { attributesOf, childNamed, childrenOf, type Element } from "../../book/xml-element.ts";
import { escapeAttribute } from "../../book/xml-text.ts";
import { colourJson, hexOf } from "../../sheets-api/resource/colour.ts";
import { given } from "../cell-block.ts";
import type { OtherFormat } from "../protocol.ts";

interface TextLook {
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly italic?: true;
  readonly underline?: true;
  readonly strikethrough?: true;
}

interface BorderLook {
  readonly style: string;
  readonly colorStyle?: { readonly rgbColor: object };
}

const LINES = [
  ["i", "italic"],
  ["strike", "strikethrough"],
  ["u", "underline"],
] as const;
const SIDES = ["left", "right", "top", "bottom"] as const;
const ACROSS = { left: "LEFT", center: "CENTER", right: "RIGHT" } as const;
const DOWN = { top: "TOP", center: "MIDDLE", bottom: "BOTTOM" } as const;
/** The first word for each is the one that is written. */
const STROKES: readonly (readonly [file: string, api: string])[] = [
  ["thin", "SOLID"],
  ["medium", "SOLID_MEDIUM"],
  ["thick", "SOLID_THICK"],
  ["dashed", "DASHED"],
  ["dotted", "DOTTED"],
  ["double", "DOUBLE"],
  ["hair", "DOTTED"],
  ["mediumDashed", "DASHED"],
];

export interface FormatParts {
  readonly font: Element | undefined;
  readonly plainFont: Element | undefined;
  readonly border: Element | undefined;
  readonly alignment: Element | undefined;
}

/** What the parts of a style come to; `undefined` where they say nothing more. */
export function otherFormatOf(text: string, parts: FormatParts): OtherFormat | undefined {
  const format = given({
    ...alignmentLook(text, parts.alignment),
    borders: nonEmpty(bordersLook(text, parts.border)),
    textFormat: nonEmpty(textLook(text, parts.font, parts.plainFont)),
  });
  return Object.keys(format).length === 0 ? undefined : format;
}

/** The parts of a font that say it, behind "bold" and before what follows; `plain` is what a font says without more. */
export function fontTexts(
  other: OtherFormat | undefined,
  plain: { readonly size: string; readonly name: string },
): { readonly lines: string; readonly size: string; readonly name: string } {
  const { fontFamily, fontSize, ...on } = (other?.["textFormat"] ?? {}) as TextLook;
  return {
    lines: LINES.map(([element, name]) => (on[name] === true ? `<${element}/>` : "")).join(""),
    size: fontSize === undefined ? plain.size : `<sz val="${fontSize}"/>`,
    name: fontFamily === undefined ? plain.name : `<name val="${escapeAttribute(fontFamily)}"/>`,
  };
}

/** The border of a style; that without any stroke where none is asked for. */
export function borderText(other: OtherFormat | undefined): string {
  const borders = (other?.["borders"] ?? {}) as Readonly<Record<string, BorderLook | undefined>>;
  const sides = SIDES.map((side) => {
    const { style, colorStyle } = borders[side] ?? { style: "NONE" };
    const stroke = STROKES.find(([, api]) => api === style)?.[0];
    if (stroke === undefined) return `<${side}/>`;
    const rgb = hexOf(colorStyle?.rgbColor ?? {})
      .slice(1)
      .toUpperCase();
    return `<${side} style="${stroke}"><color rgb="FF${rgb}"/></${side}>`;
  });
  return `<border>${sides.join("")}<diagonal/></border>`;
}

/** The attributes of an alignment; empty where it is the usual one. */
export function alignmentText(other: OtherFormat | undefined): string {
  const across = wordOf(ACROSS, other?.["horizontalAlignment"]);
  const down = wordOf(DOWN, other?.["verticalAlignment"]);
  return `${across === undefined ? "" : ` horizontal="${across}"`}${down === undefined ? "" : ` vertical="${down}"`}`;
}

function wordOf(words: Readonly<Record<string, string>>, api: unknown): string | undefined {
  return Object.entries(words).find(([, word]) => word === api)?.[0];
}

function textLook(text: string, font: Element | undefined, plain: Element | undefined): TextLook {
  if (font === undefined || plain === undefined || font.start === plain.start) return {};
  const valueIn = (element: Element, name: string): string | undefined => {
    const child = childNamed(text, element, name);
    return child === undefined ? undefined : (attributesOf(text, child).get("val") ?? "1");
  };
  const [family, size] = [valueIn(font, "name"), valueIn(font, "sz")];
  const isOn = (name: string) => !["0", "false", "none", undefined].includes(valueIn(font, name));
  return given({
    fontFamily: family === valueIn(plain, "name") ? undefined : family,
    fontSize: size === undefined || size === valueIn(plain, "sz") ? undefined : Math.round(Number(size)),
    ...Object.fromEntries(
      LINES.map(([element, name]) => [name, isOn(element) ? (true as const) : undefined]),
    ),
  });
}

function alignmentLook(text: string, alignment: Element | undefined) {
  if (alignment === undefined) return {};
  const attributes = attributesOf(text, alignment);
  return {
    horizontalAlignment: (ACROSS as Readonly<Record<string, string>>)[attributes.get("horizontal") ?? ""],
    verticalAlignment: (DOWN as Readonly<Record<string, string>>)[attributes.get("vertical") ?? ""],
  };
}

function bordersLook(text: string, border: Element | undefined): Readonly<Record<string, BorderLook>> {
  if (border === undefined) return {};
  const sides = childrenOf(text, border).flatMap((side) => {
    const isSide = SIDES.some((name) => name === side.name);
    const stroke = attributesOf(text, side).get("style") ?? "none";
    const style = STROKES.find(([file]) => file === stroke)?.[1];
    return isSide && style !== undefined ? [[side.name, { style, ...inkOf(text, side) }] as const] : [];
  });
  return Object.fromEntries(sides);
}

function inkOf(text: string, side: Element): Pick<BorderLook, "colorStyle"> {
  const colour = childNamed(text, side, "color");
  const rgb = colour === undefined ? undefined : attributesOf(text, colour).get("rgb");
  if (rgb === undefined || !/^[0-9a-f]{6,8}$/i.test(rgb)) return {};
  const hex = `#${rgb.slice(-6).toLowerCase()}`;
  return hex === "#000000" ? {} : { colorStyle: { rgbColor: colourJson(hex) } };
}

function nonEmpty<Shape extends object>(shape: Shape): Shape | undefined {
  return Object.keys(shape).length === 0 ? undefined : shape;
}
