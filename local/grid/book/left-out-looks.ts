// Looks of an .xlsx file that the grid has no place for: those that some cell, row or column really has.

import {
  attributesOf,
  childNamed,
  childrenOf,
  type Element,
  outerText,
  rootOf,
} from "../../book/xml-element.ts";

const THEME = "patterns, and colours of the theme";
const KEPT_ALIGNMENT: Readonly<Record<string, readonly string[]>> = {
  horizontal: ["general", "left", "center", "right"],
  vertical: ["top", "center", "bottom"],
};

/** The looks in words, by the styles of the file and the texts of its tabs. */
export function leftOutLooks(styles: string, tabs: readonly string[]): readonly string[] {
  const used = usedStyles(tabs);
  const [fonts, fills] = [itemsOf(styles, "fonts"), itemsOf(styles, "fills")];
  const formats = itemsOf(styles, "cellXfs").filter((_, index) => used.has(index));
  const found = new Set<string>();
  for (const xf of formats) {
    const attributes = attributesOf(styles, xf);
    const numberOf = (name: string): number => Number(attributes.get(name) ?? 0);
    if (hasThemeInk(styles, fonts[numberOf("fontId")])) found.add(THEME);
    if (isOddFill(styles, fills[numberOf("fillId")])) found.add(THEME);
    const alignment = childNamed(styles, xf, "alignment");
    if (alignment !== undefined && isOddAlignment(attributesOf(styles, alignment))) {
      found.add("indents, angles and unusual alignment");
    }
  }
  return [...found];
}

function usedStyles(tabs: readonly string[]): ReadonlySet<number> {
  const used = new Set<number>();
  for (const text of tabs) {
    for (const match of text.matchAll(/<(?:\w+:)?(?:c|row|col)\s[^>]*?\s(?:s|style)="(\d+)"/g)) {
      used.add(Number(match[1]));
    }
  }
  return used;
}

function itemsOf(text: string, name: string): readonly Element[] {
  const root = rootOf(text);
  const list = root === undefined ? undefined : childNamed(text, root, name);
  return list === undefined ? [] : childrenOf(text, list);
}

// The theme's colour of plain text, and whatever the program takes for it, are no loss.
function hasThemeInk(text: string, font: Element | undefined): boolean {
  const colour = font === undefined ? undefined : childNamed(text, font, "color");
  if (colour === undefined) return false;
  const attributes = attributesOf(text, colour);
  const isPlain =
    attributes.get("theme") === "1" || attributes.has("auto") || attributes.get("indexed") === "64";
  return !attributes.has("rgb") && !isPlain;
}

function isOddFill(text: string, fill: Element | undefined): boolean {
  if (fill === undefined) return false;
  const pattern = childNamed(text, fill, "patternFill");
  if (pattern === undefined) return outerText(text, fill).includes("gradientFill");
  const type = attributesOf(text, pattern).get("patternType") ?? "none";
  if (type === "none") return false;
  const colour = childNamed(text, pattern, "fgColor");
  return type !== "solid" || colour === undefined || !attributesOf(text, colour).has("rgb");
}

function isOddAlignment(alignment: ReadonlyMap<string, string>): boolean {
  return [...alignment].some(([name, value]) => {
    if (name === "wrapText") return false;
    return !(KEPT_ALIGNMENT[name] ?? ["0", "false"]).includes(value);
  });
}
