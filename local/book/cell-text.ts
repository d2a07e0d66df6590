// A cell as it is written. Texts stand in the cell itself ("inline"), so that the part of shared texts is never
// written; a text that begins like a formula stays a text. What a spreadsheet cannot hold is refused, with the
// cell's name.

import { type Cell, isErrorCell, textOf } from "../../shared/table/cell.ts";
import { formatOfSerial } from "../../shared/table/dressing/number-format.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { DAYS_UNTIL_1904 } from "./cell-value.ts";
import type { Styles } from "./styles-part.ts";
import { encodeCellText, escapeText } from "./xml-text.ts";

/** Excel's limit, in UTF-16 units. */
const MOST_CHARACTERS = 32_767;
const LOOKS_LIKE_FORMULA = /^[=+\-@]/;

export interface CellPlace {
  /** "Deals". */
  readonly tab: string;
  /** "C7". */
  readonly address: string;
  readonly style: number;
  /** With its colon, as the tab writes its elements. */
  readonly prefix: string;
}

export interface CellWriting {
  readonly styles: Styles;
  readonly date1904: boolean;
}

/** A formula of ours; one of kind "array" counts with whole columns. */
export interface CellFormula {
  readonly kind: "plain" | "array";
  /** Without "=". */
  readonly text: string;
}

/**
 * The `<c>` element of a value; an empty text where the cell is empty and has no style to keep.
 *
 * @throws {StagelineError} `value`, when no cell can hold the value
 */
export function cellText(value: Cell, place: CellPlace, writing: CellWriting): string {
  const style = styleFor(value, place.style, writing.styles);
  const attributes = `r="${place.address}"${style === 0 ? "" : ` s="${style}"`}`;
  const [p, tag] = [place.prefix, `${place.prefix}c`];
  if (value === null || value === "") return style === 0 ? "" : `<${tag} ${attributes}/>`;
  if (typeof value === "string") {
    checkLength(value, place);
    const text = `<${p}is><${p}t xml:space="preserve">${encodeCellText(value)}</${p}t></${p}is>`;
    return `<${tag} ${attributes} t="inlineStr">${text}</${tag}>`;
  }
  const [type, raw] = rawValue(value, place, writing);
  return `<${tag} ${attributes}${type}><${p}v>${raw}</${p}v></${tag}>`;
}

/** The `<c>` element of a formula that comes to a text or a number now. */
export function formulaCellText(value: Cell, place: CellPlace, formula: CellFormula): string {
  const [p, tag] = [place.prefix, `${place.prefix}c`];
  const style = place.style === 0 ? "" : ` s="${place.style}"`;
  const type = typeof value === "number" ? "" : ' t="str"';
  const kind = formula.kind === "array" ? ` t="array" ref="${place.address}"` : "";
  const result = typeof value === "number" ? finite(value, place) : encodeCellText(textOf(value));
  return `<${tag} r="${place.address}"${style}${type}><${p}f${kind}>${escapeText(formula.text)}</${p}f><${p}v>${result}</${p}v></${tag}>`;
}

function rawValue(
  value: Exclude<Cell, string | null>,
  place: CellPlace,
  writing: CellWriting,
): [string, string] {
  if (typeof value === "boolean") return [' t="b"', value ? "1" : "0"];
  if (typeof value === "number") return ["", finite(value, place)];
  if (isErrorCell(value)) return [' t="e"', escapeText(value.error)];
  return ["", finite(writing.date1904 ? value.serial - DAYS_UNTIL_1904 : value.serial, place)];
}

function styleFor(value: Cell, base: number, styles: Styles): number {
  if (typeof value === "string") {
    const isKept = styles.isText(base) || !LOOKS_LIKE_FORMULA.test(value);
    return isKept ? base : styles.styleOf(base, { quotePrefix: true });
  }
  if (typeof value !== "object" || value === null || isErrorCell(value) || styles.isDate(base)) return base;
  return styles.styleOf(base, { format: formatOfSerial(value.serial) });
}

function finite(value: number, place: CellPlace): string {
  if (Number.isFinite(value)) return String(value);
  throw new StagelineError(
    "value",
    `${place.tab}!${place.address}: ${value} is not a number that a cell holds`,
  );
}

function checkLength(value: string, place: CellPlace): void {
  if (value.length <= MOST_CHARACTERS) return;
  const held = `the ${MOST_CHARACTERS} that a cell holds`;
  const message = `${place.tab}!${place.address}: a text of ${value.length} characters is longer than ${held}`;
  throw new StagelineError("value", message);
}
