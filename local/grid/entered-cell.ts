// What a cell is after something was put into it: looks, note and rule stay; contents are replaced. A typed day or
// percentage gives its number format to a cell that has none.

import { tidied } from "./cell-block.ts";
import { GridError } from "./grid-error.ts";
import { limits } from "./limits.ts";
import { localeMarks } from "./locale.ts";
import type { Written } from "./protocol.ts";
import { GENERAL } from "./shown-value.ts";
import type { GridCell } from "./spreadsheet.ts";
import { type Typed, type TypedIn, typedValue } from "./typed-value.ts";

const TEXT_FORMAT = "@";

/** The cell after a script's `setValue`. */
export function writtenCell(
  cell: GridCell | undefined,
  written: Written,
  where: TypedIn,
): GridCell | undefined {
  return withTyped(cell, typedByScript(cell, written, where));
}

/** The cell after a person typed into it. */
export function typedCell(cell: GridCell | undefined, text: string, where: TypedIn): GridCell | undefined {
  return withTyped(cell, typedByPerson(cell, text, where));
}

/** The cell after it got a value as it is, with nothing parsed. */
export function withTyped(cell: GridCell | undefined, typed: Typed): GridCell | undefined {
  checkLength(typed);
  const { formula, call, value, ...looks } = cell ?? { value: null };
  const isOpen = looks.numberFormat === undefined || looks.numberFormat === GENERAL;
  return tidied({
    ...looks,
    value: typed.value,
    ...(typed.formula === undefined ? {} : { formula: typed.formula }),
    ...(typed.numberFormat !== undefined && isOpen ? { numberFormat: typed.numberFormat } : {}),
  });
}

// In a cell of format "@" only "=" still makes something else of a text. Unverified at Google: whether that format
// stops "=" in `setValue`; nobody should rely on it.
function typedByScript(cell: GridCell | undefined, written: Written, where: TypedIn): Typed {
  if (typeof written === "object" && written !== null) {
    const { dayFormat } = localeMarks(where.locale);
    const isDay = Number.isInteger(written.serial);
    return { value: written.serial, numberFormat: isDay ? dayFormat : `${dayFormat} H:mm:ss` };
  }
  if (typeof written === "number" && !Number.isFinite(written)) return { value: { error: "#NUM!" } };
  if (typeof written !== "string") return { value: written };
  if (cell?.numberFormat !== TEXT_FORMAT) return typedValue(written, where);
  if (written.startsWith("=") && written.length > 1) return { value: null, formula: written };
  return { value: written.replace(/^'/, "") || null };
}

// A person who types into a cell of plain text gets the text, "=" and all.
function typedByPerson(cell: GridCell | undefined, text: string, where: TypedIn): Typed {
  if (cell?.numberFormat === TEXT_FORMAT) return { value: text.replace(/^'/, "") || null };
  return typedValue(text, where);
}

function checkLength({ value, formula }: Typed): void {
  const length = formula?.length ?? (typeof value === "string" ? value.length : 0);
  if (length <= limits.charactersInCell) return;
  throw new GridError(
    `Your input contains more than the maximum of ${limits.charactersInCell} characters in a single cell.`,
  );
}
