// The styles of a workbook. They are only ever added to: the number of a style is written in every cell of every
// tab, so nothing here is moved or taken away. A style that is there already is used again.

import type { CellLook } from "../../shared/table/body-look.ts";
import { fillOfLook, fontOfLook, xfOfLook } from "./look-styles.ts";
import { builtInFormats, isBuiltInDate, isDateCode, textFormat } from "./number-format.ts";
import {
  appendInside,
  attributesOf,
  childNamed,
  childrenOf,
  childTexts,
  type Element,
  outerText,
  rootOf,
  type Splice,
  spliced,
  withAttribute,
} from "./xml-element.ts";
import { escapeAttribute } from "./xml-text.ts";

/** What is asked of a style beside what its base has. */
interface Look {
  readonly format?: string;
  readonly font?: "bold" | "quiet";
  /** A text that begins like a formula stays a text when somebody edits it. */
  readonly quotePrefix?: boolean;
}

/** The styles while a book is changed: grows as looks are asked for, and gives its text at the end. */
export interface Styles {
  readonly isDate: (style: number) => boolean;
  /** Whether the cell keeps what is typed as it is typed. */
  readonly isText: (style: number) => boolean;
  readonly formatOf: (style: number) => number;
  /** The number of the style that looks like `base` and has this look too. */
  readonly styleOf: (base: number, look: Look) => number;
  /** The same number format on the plainest style. */
  readonly plainStyleOf: (base: number) => number;
  /** The number of the style that looks so and has nothing else. */
  readonly cellStyle: (look: CellLook) => number;
  /** Whether a text in the cell stays one whatever it begins with. */
  readonly keepsText: (style: number) => boolean;
  /** The number of the conditional style that fills a cell. */
  readonly fillOf: (background: string) => number;
  readonly text: () => string;
}

const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"];
const FIRST_FREE_FORMAT = 164;

/** Whether each style shows a date or a time, by its number; for reading, where nothing is added. */
export function dateStyles(text: string): readonly boolean[] {
  const formats = customFormats(text);
  return collection(text, "cellXfs").map((xf) => isDateFormat(formatIdOf(xf), formats));
}

export function openStyles(source: string): Styles {
  const prefix = rootOf(source)?.prefix ?? "";
  const formats = customFormats(source);
  const items: Record<string, string[]> = {};
  for (const name of ORDER) items[name] = [...collection(source, name)];
  const lists = (name: string): string[] => items[name] ?? [];
  const counts = new Map(ORDER.map((name) => [name, lists(name).length]));
  const known = new Map<string, number>();

  const add = (name: string, entry: string): number => {
    const key = `${name} ${entry}`;
    let index = known.get(key) ?? lists(name).indexOf(entry);
    if (index < 0) index = lists(name).push(entry) - 1;
    known.set(key, index);
    return index;
  };
  const xfAt = (style: number): string =>
    lists("cellXfs")[style] ?? `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
  const formatId = (code: string): number => {
    const builtIn = builtInFormats.get(code);
    if (builtIn !== undefined) return builtIn;
    for (const [id, custom] of formats) if (custom === code) return id;
    const id = Math.max(FIRST_FREE_FORMAT - 1, ...formats.keys()) + 1;
    formats.set(id, code);
    add("numFmts", `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  };
  const styleOf = (base: number, look: Look): number => {
    let xf = xfAt(base);
    if (look.format !== undefined && formatId(look.format) !== formatIdOf(xf)) {
      const formatted = withAttribute(xf, "numFmtId", String(formatId(look.format)));
      xf = withAttribute(formatted, "applyNumberFormat", "1");
    }
    if (look.font !== undefined) {
      const font = add("fonts", fontLike(lists("fonts")[0] ?? `<${prefix}font/>`, prefix, look.font));
      xf = withAttribute(withAttribute(xf, "fontId", String(font)), "applyFont", "1");
    }
    if (look.quotePrefix === true) xf = withAttribute(xf, "quotePrefix", "1");
    return xf === xfAt(base) ? base : add("cellXfs", xf);
  };
  const remembered = new Map<string, number>();
  return {
    isDate: (style) => isDateFormat(formatIdOf(xfAt(style)), formats),
    isText: (style) => {
      const id = formatIdOf(xfAt(style));
      return formats.get(id) === textFormat || id === builtInFormats.get(textFormat);
    },
    formatOf: (style) => formatIdOf(xfAt(style)),
    styleOf: (base, look) => {
      const key = `${base} ${look.format ?? ""} ${look.font ?? ""} ${look.quotePrefix ?? ""}`;
      const style = remembered.get(key) ?? styleOf(base, look);
      remembered.set(key, style);
      return style;
    },
    plainStyleOf: (base) => {
      const id = formatIdOf(xfAt(base));
      if (id === 0) return 0;
      const xf = withAttribute(withAttribute(xfAt(0), "numFmtId", String(id)), "applyNumberFormat", "1");
      return add("cellXfs", xf);
    },
    cellStyle: (look) => {
      const font = add("fonts", fontOfLook(lists("fonts")[0] ?? `<${prefix}font/>`, prefix, look));
      const fill = look.background === undefined ? 0 : add("fills", fillOfLook(prefix, look.background));
      const format = look.format === undefined ? 0 : formatId(look.format);
      return add("cellXfs", xfOfLook(prefix, look, { font, fill, format }));
    },
    keepsText: (style) => /\squotePrefix\s*=\s*["'](1|true)["']/.test(xfAt(style)),
    fillOf: (background) => add("dxfs", fillDxf(prefix, background)),
    text: () => {
      const added = ORDER.map((name) => ({ name, entries: lists(name).slice(counts.get(name)) }));
      return added.reduce(withEntries, source);
    },
  };
}

function withEntries(text: string, { name, entries }: { name: string; entries: readonly string[] }): string {
  const root = rootOf(text);
  if (root === undefined || entries.length === 0) return text;
  const inside = entries.join("");
  const element = childNamed(text, root, name);
  if (element === undefined) {
    const tag = root.prefix + name;
    const whole = `<${tag} count="${entries.length}">${inside}</${tag}>`;
    return spliced(text, [placeFor(text, root, { name, whole })]);
  }
  const grown = spliced(text, [appendInside(text, element, inside)]);
  const again = childNamed(grown, rootOf(grown) ?? root, name);
  if (again === undefined) return grown;
  const count = String(childrenOf(grown, again).length);
  return spliced(grown, [
    { start: again.start, end: again.end, text: withAttribute(outerText(grown, again), "count", count) },
  ]);
}

function placeFor(text: string, root: Element, added: { name: string; whole: string }): Splice {
  const rank = ORDER.indexOf(added.name);
  const before = childrenOf(text, root).filter((child) => {
    const childRank = ORDER.indexOf(child.name);
    return childRank >= 0 && childRank < rank;
  });
  const at = before.at(-1)?.end ?? root.openEnd;
  return { start: at, end: at, text: added.whole };
}

function collection(text: string, name: string): readonly string[] {
  const root = rootOf(text);
  const element = root === undefined ? undefined : childNamed(text, root, name);
  return element === undefined ? [] : childrenOf(text, element).map((child) => outerText(text, child));
}

function customFormats(text: string): Map<number, string> {
  const formats = new Map<number, string>();
  for (const entry of collection(text, "numFmts")) {
    const element = rootOf(entry);
    const attributes = element === undefined ? undefined : attributesOf(entry, element);
    const id = Number(attributes?.get("numFmtId"));
    if (Number.isInteger(id)) formats.set(id, attributes?.get("formatCode") ?? "");
  }
  return formats;
}

function formatIdOf(xf: string): number {
  return Number(/\snumFmtId\s*=\s*["'](\d+)["']/.exec(xf)?.[1] ?? 0);
}

function isDateFormat(id: number, formats: ReadonlyMap<number, string>): boolean {
  const code = formats.get(id);
  return code === undefined ? isBuiltInDate(id) : isDateCode(code);
}

// The schema wants b and i first and the colour behind the size.
function fontLike(base: string, prefix: string, look: "bold" | "quiet"): string {
  const pick = (wanted: (name: string) => boolean): string => childTexts(base, wanted);
  const head = look === "bold" ? `<${prefix}b/>` : `<${prefix}i/>`;
  const colour = look === "quiet" ? `<${prefix}color rgb="FF808080"/>` : pick((name) => name === "color");
  const rest = pick((name) => !["b", "i", "sz", "color"].includes(name));
  const size = pick((name) => name === "sz");
  return `<${prefix}font>${head}${size}${colour}${rest}</${prefix}font>`;
}

function fillDxf(prefix: string, background: string): string {
  const rgb = `FF${background.replace("#", "").toUpperCase()}`;
  const p = prefix;
  const pattern = `<${p}patternFill patternType="solid"><${p}fgColor rgb="${rgb}"/><${p}bgColor rgb="${rgb}"/></${p}patternFill>`;
  return `<${p}dxf><${p}fill>${pattern}</${p}fill></${p}dxf>`;
}
