// The elements of a style that come from a look: its font, its fill, and the style that names them. The font begins with
// that of the book, so that a Dashboard is written in the letters of its owner.

import type { CellLook } from "../../shared/table/body-look.ts";
import { childTexts } from "./xml-element.ts";
import { escapeAttribute } from "./xml-text.ts";

/** The font of a look; `base` is that of the book. The schema wants b first, then size, colour and name. */
export function fontOfLook(base: string, prefix: string, { weight, size, colour }: CellLook): string {
  const pick = (wanted: (name: string) => boolean): string => childTexts(base, wanted);
  const bold = weight === "bold" ? `<${prefix}b/>` : "";
  const sized = size === undefined ? pick((name) => name === "sz") : `<${prefix}sz val="${size}"/>`;
  const coloured =
    colour === undefined ? pick((name) => name === "color") : `<${prefix}color rgb="${argb(colour)}"/>`;
  const rest = pick((name) => !["b", "sz", "color"].includes(name));
  return `<${prefix}font>${bold}${sized}${coloured}${rest}</${prefix}font>`;
}

/** The fill of a background. */
export function fillOfLook(prefix: string, background: string): string {
  const p = prefix;
  const pattern = `<${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(background)}"/><${p}bgColor indexed="64"/></${p}patternFill>`;
  return `<${p}fill>${pattern}</${p}fill>`;
}

/** The style of a look, which names its font, fill and number format. */
export function xfOfLook(
  prefix: string,
  { align, wraps }: CellLook,
  of: { readonly font: number; readonly fill: number; readonly format: number },
): string {
  const across = align === undefined ? "" : ` horizontal="${escapeAttribute(align)}"`;
  const down = wraps === undefined ? "" : ' wrapText="1" vertical="top"';
  const alignment = `${across}${down}`;
  const applied = [
    ...(of.format === 0 ? [] : ['applyNumberFormat="1"']),
    'applyFont="1"',
    ...(of.fill === 0 ? [] : ['applyFill="1"']),
    ...(alignment === "" ? [] : ['applyAlignment="1"']),
  ].join(" ");
  const open = `${prefix}xf numFmtId="${of.format}" fontId="${of.font}" fillId="${of.fill}" borderId="0" xfId="0" ${applied}`;
  return alignment === "" ? `<${open}/>` : `<${open}><${prefix}alignment${alignment}/></${prefix}xf>`;
}

function argb(colour: string): string {
  return `FF${colour.replace("#", "").toUpperCase()}`;
}
