// The styles of an .xlsx file that is written: each look once, by a number. The first is the plain one.

import { escapeAttribute } from "../../book/xml-text.ts";
import type { ConditionalFormat } from "../protocol.ts";
import { GENERAL } from "../shown-value.ts";
import type { GridCell } from "../spreadsheet.ts";
import type { Look } from "./file-looks.ts";

export interface WrittenStyles {
  readonly styleOf: (cell: Look | undefined) => number;
  readonly ruleStyleOf: (format: ConditionalFormat) => number;
  /** The part, with every style that was asked for. */
  readonly text: () => string;
}

const FIRST_FREE_FORMAT = 164;
const PLAIN_FONT = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';

export function writtenStyles(): WrittenStyles {
  const formats = numbered();
  const fonts = numbered(PLAIN_FONT);
  const fills = numbered(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  const cells = numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const rules = numbered();
  const known = new WeakMap<Look, number>();

  const styleOf = (look: Look | undefined): number => {
    if (look === undefined) return 0;
    const number = known.get(look) ?? cells.numberOf(cellStyle(look, { formats, fonts, fills }));
    known.set(look, number);
    return number;
  };
  return {
    styleOf,
    ruleStyleOf: (format) => rules.numberOf(ruleStyle(format)),
    text: () =>
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `${listText("numFmts", formatTexts(formats.items()))}${listText("fonts", fonts.items())}` +
      `${listText("fills", fills.items())}<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `${listText("cellXfs", cells.items())}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
      `${listText("dxfs", rules.items())}</styleSheet>`,
  };
}

interface Numbered {
  readonly numberOf: (item: string) => number;
  readonly items: () => readonly string[];
}

function numbered(...first: readonly string[]): Numbered {
  const numbers = new Map(first.map((item, index) => [item, index]));
  return {
    numberOf: (item) => {
      const number = numbers.get(item) ?? numbers.size;
      numbers.set(item, number);
      return number;
    },
    items: () => [...numbers.keys()],
  };
}

function cellStyle(
  look: Look,
  { formats, fonts, fills }: Readonly<Record<"formats" | "fonts" | "fills", Numbered>>,
): string {
  const font = fonts.numberOf(fontText(look, '<sz val="11"/>', '<name val="Calibri"/><family val="2"/>'));
  const fill =
    look.background === undefined ? 0 : fills.numberOf(`<fill>${fillText(look.background)}</fill>`);
  const isPlain = look.numberFormat === undefined || look.numberFormat === GENERAL;
  const format = isPlain ? 0 : FIRST_FREE_FORMAT + formats.numberOf(look.numberFormat ?? "");
  const head = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"`;
  const applied = `${isPlain ? "" : ' applyNumberFormat="1"'}${font === 0 ? "" : ' applyFont="1"'}${fill === 0 ? "" : ' applyFill="1"'}`;
  if (look.wrap !== true) return `<xf ${head}${applied}/>`;
  return `<xf ${head}${applied} applyAlignment="1"><alignment wrapText="1"/></xf>`;
}

function ruleStyle({ background, fontColour, isBold }: ConditionalFormat): string {
  const hasFont = fontColour !== undefined || isBold === true;
  const look: Look = {
    ...(fontColour === undefined ? {} : { fontColour }),
    ...(isBold === true ? { isBold } : {}),
  };
  const fill = background === undefined ? "" : `<fill>${fillText(background)}</fill>`;
  return `<dxf>${hasFont ? fontText(look, "", "") : ""}${fill}</dxf>`;
}

function fontText(
  { isBold, fontColour }: Pick<GridCell, "isBold" | "fontColour">,
  size: string,
  name: string,
): string {
  const colour = fontColour === undefined ? "" : `<color rgb="${argb(fontColour)}"/>`;
  return `<font>${isBold === true ? "<b/>" : ""}${size}${colour}${name}</font>`;
}

function fillText(background: string): string {
  const rgb = argb(background);
  return `<patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor rgb="${rgb}"/></patternFill>`;
}

/** "FFRRGGBB" of "#rrggbb". */
export function argb(colour: string): string {
  return `FF${colour.replace("#", "").toUpperCase()}`;
}

function formatTexts(codes: readonly string[]): readonly string[] {
  return codes.map(
    (code, index) =>
      `<numFmt numFmtId="${FIRST_FREE_FORMAT + index}" formatCode="${escapeAttribute(code)}"/>`,
  );
}

function listText(name: string, items: readonly string[]): string {
  return items.length === 0 && name === "numFmts"
    ? ""
    : `<${name} count="${items.length}">${items.join("")}</${name}>`;
}
