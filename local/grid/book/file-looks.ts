// The styles of an .xlsx file as looks of cells: by the number that a cell names, and by the number that a colouring
// rule names. Colours of a theme are not kept: the grid knows none of them.

import { attributesOf, childNamed, childrenOf, type Element, rootOf } from "../../book/xml-element.ts";
import { given } from "../cell-block.ts";
import { GENERAL } from "../shown-value.ts";
import type { GridCell } from "../spreadsheet.ts";
import { otherFormatOf } from "./file-format.ts";

export type Look = Pick<
  GridCell,
  "numberFormat" | "background" | "fontColour" | "isBold" | "wrap" | "otherFormat"
>;

export interface FileLooks {
  readonly cells: readonly Look[];
  readonly rules: readonly Look[];
}

/** Formats that every spreadsheet program knows by number. (ECMA-376 part 1, 18.8.30) */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  49: "@",
};

export function fileLooks(text: string): FileLooks {
  const formats = new Map(
    itemsOf(text, "numFmts").map((item) => {
      const attributes = attributesOf(text, item);
      return [Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? ""];
    }),
  );
  const fontItems = itemsOf(text, "fonts");
  const borders = itemsOf(text, "borders");
  const fonts = fontItems.map((font) => fontLook(text, font));
  const fills = itemsOf(text, "fills").map((fill) => fillLook(text, fill, "fgColor"));
  const cells = itemsOf(text, "cellXfs").map((xf): Look => {
    const attributes = attributesOf(text, xf);
    const numberOf = (name: string): number => Number(attributes.get(name) ?? 0);
    const id = numberOf("numFmtId");
    const format = formats.get(id) ?? BUILT_IN[id];
    const other = otherFormatOf(text, {
      font: fontItems[numberOf("fontId")],
      plainFont: fontItems[0],
      border: borders[numberOf("borderId")],
      alignment: childNamed(text, xf, "alignment"),
    });
    return {
      ...(format === undefined || format === GENERAL ? {} : { numberFormat: format }),
      ...fills[numberOf("fillId")],
      ...fonts[numberOf("fontId")],
      ...(wraps(text, xf) ? { wrap: true as const } : {}),
      ...(other === undefined ? {} : { otherFormat: other }),
    };
  });
  return { cells, rules: itemsOf(text, "dxfs").map((dxf) => ruleLook(text, dxf)) };
}

function itemsOf(text: string, name: string): readonly Element[] {
  const root = rootOf(text);
  const list = root === undefined ? undefined : childNamed(text, root, name);
  return list === undefined ? [] : childrenOf(text, list);
}

function ruleLook(text: string, dxf: Element): Look {
  const [font, fill] = [childNamed(text, dxf, "font"), childNamed(text, dxf, "fill")];
  return {
    ...(fill === undefined ? {} : fillLook(text, fill, "bgColor")),
    ...(font === undefined ? {} : fontLook(text, font)),
  };
}

function fontLook(text: string, font: Element): Look {
  const bold = childNamed(text, font, "b");
  const isBold = bold !== undefined && !["0", "false"].includes(attributesOf(text, bold).get("val") ?? "");
  return given({
    fontColour: colourOf(text, childNamed(text, font, "color")),
    isBold: isBold ? (true as const) : undefined,
  });
}

// A solid fill of a cell has its colour in front, that of a colouring rule behind.
function fillLook(text: string, fill: Element, place: "fgColor" | "bgColor"): Look {
  const pattern = childNamed(text, fill, "patternFill");
  if (pattern === undefined) return {};
  const type = attributesOf(text, pattern).get("patternType") ?? "solid";
  if (type !== "solid") return {};
  return given({ background: colourOf(text, childNamed(text, pattern, place)) });
}

/** "#rrggbb" of an element that names its colour by its parts. */
export function colourOf(text: string, element: Element | undefined): string | undefined {
  const rgb = element === undefined ? undefined : attributesOf(text, element).get("rgb");
  return rgb === undefined || !/^[0-9a-f]{6,8}$/i.test(rgb) ? undefined : `#${rgb.slice(-6).toLowerCase()}`;
}

function wraps(text: string, xf: Element): boolean {
  const alignment = childNamed(text, xf, "alignment");
  const value = alignment === undefined ? undefined : attributesOf(text, alignment).get("wrapText");
  return value === "1" || value === "true";
}
