// The styles of an .xlsx file that is written: each look once, by a number. The first is the plain one.

import { escapeAttribute } from "../../book/xml-text.ts";
import type { ConditionalFormat } from "../protocol.ts";
import { GENERAL } from "../shown-value.ts";
import { alignmentText, borderText, fontTexts } from "./file-format.ts";
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
  const borders = numbered(borderText(undefined));
  const cells = numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const rules = numbered();
  const known = knownLooks();

  const styleOf = (look: Look | undefined): number =>
    look === undefined
      ? 0
      : known(look, () => cells.numberOf(cellStyle(look, { formats, fonts, fills, borders })));
  return {
    styleOf,
    ruleStyleOf: (format) => rules.numberOf(ruleStyle(format)),
    text: () =>
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `${listText("numFmts", formatTexts(formats.items()))}${listText("fonts", fonts.items())}` +
      `${listText("fills", fills.items())}${listText("borders", borders.items())}` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `${listText("cellXfs", cells.items())}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
      `${listText("dxfs", rules.items())}</styleSheet>`,
  };
}

/** What was found for a look that is like this one: a history has hundreds of thousands of cells, and they look alike. */
function knownLooks(): (look: Look, find: () => number) => number {
  const known = new Map<Look["otherFormat"], Map<string, number>>();
  return (look, find) => {
    const { numberFormat, background, fontColour, isBold, wrap, otherFormat } = look;
    const alike = known.get(otherFormat) ?? new Map<string, number>();
    known.set(otherFormat, alike);
    const key = `${numberFormat ?? ""}\n${background ?? ""} ${fontColour ?? ""} ${isBold ?? ""} ${wrap ?? ""}`;
    const number = alike.get(key) ?? find();
    alike.set(key, number);
    return number;
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

const PLAIN = { size: '<sz val="11"/>', name: '<name val="Calibri"/>' };

function cellStyle(
  look: Look,
  { formats, fonts, fills, borders }: Readonly<Record<"formats" | "fonts" | "fills" | "borders", Numbered>>,
): string {
  const { lines, size, name } = fontTexts(look.otherFormat, PLAIN);
  const family = name === PLAIN.name ? '<family val="2"/>' : "";
  const font = fonts.numberOf(fontText(look, `${lines}${size}`, `${name}${family}`));
  const fill =
    look.background === undefined ? 0 : fills.numberOf(`<fill>${fillText(look.background)}</fill>`);
  const border = borders.numberOf(borderText(look.otherFormat));
  const isPlain = look.numberFormat === undefined || look.numberFormat === GENERAL;
  const format = isPlain ? 0 : FIRST_FREE_FORMAT + formats.numberOf(look.numberFormat ?? "");
  const applied = [
    isPlain ? "" : ' applyNumberFormat="1"',
    font === 0 ? "" : ' applyFont="1"',
    fill === 0 ? "" : ' applyFill="1"',
    border === 0 ? "" : ' applyBorder="1"',
  ].join("");
  const head = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
  const alignment = `${alignmentText(look.otherFormat)}${look.wrap === true ? ' wrapText="1"' : ""}`;
  if (alignment === "") return `<xf ${head}/>`;
  return `<xf ${head} applyAlignment="1"><alignment${alignment}/></xf>`;
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

// The order of the parts is that of the schema: bold, lines, size, colour, name.
function fontText({ isBold, fontColour }: Look, before: string, after: string): string {
  const colour = fontColour === undefined ? "" : `<color rgb="${argb(fontColour)}"/>`;
  return `<font>${isBold === true ? "<b/>" : ""}${before}${colour}${after}</font>`;
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
