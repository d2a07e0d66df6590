// The formulas of a tab, each in full. A formula that was filled down is often written once, and the cells below
// only name it; whoever replaces the one that holds the text must give the others a text of their own.

import { hasFormula } from "./cell-value.ts";
import { rangeOf, shiftedFormula } from "./formula-text.ts";
import { type CellSpan, cellSpans, type RowSpan, type SheetText } from "./sheet-part.ts";
import { attributesOf, childNamed, type Element, rootOf, type Splice, spliced } from "./xml-element.ts";
import { decodeText, escapeText } from "./xml-text.ts";

export interface SheetFormula {
  readonly row: number;
  readonly column: number;
  /** Without "=". */
  readonly formula: string;
  /** "normal", "shared", "array" or "dataTable". */
  readonly kind: string;
  /** The cells that it fills, where it stands for several. */
  readonly reference?: string;
  /** Whether the text stands in another cell. */
  readonly isBorrowed: boolean;
  readonly group?: string;
  /** The `<f>` element in the text of the tab. */
  readonly start: number;
  readonly end: number;
}

export function sheetFormulas(sheet: SheetText): readonly SheetFormula[] {
  if (!sheet.text.includes(`<${sheet.prefix}f`)) return [];
  const owners = new Map<string, SheetFormula>();
  return sheet.rows
    .filter((row) => sheet.text.slice(row.openEnd, row.closeStart).includes(`<${sheet.prefix}f`))
    .flatMap((row) =>
      cellSpans(sheet, row)
        .filter((cell) => hasFormula(sheet, cell))
        .map((cell) => formulaOf(sheet, { row, cell }, owners)),
    );
}

/** The text of the tab after the formulas that borrow from a replaced cell got a text of their own. */
export function withOwnFormulas(
  sheet: SheetText,
  isReplaced: (row: number, column: number) => boolean,
): string {
  const formulas = sheetFormulas(sheet);
  const lost = new Set(
    formulas
      .filter(
        ({ group, isBorrowed, row, column }) => group !== undefined && !isBorrowed && isReplaced(row, column),
      )
      .map(({ group }) => group),
  );
  const tag = `${sheet.prefix}f`;
  const splices = formulas
    .filter(({ group, isBorrowed, row, column }) => isBorrowed && lost.has(group) && !isReplaced(row, column))
    .map(
      ({ start, end, formula }): Splice => ({ start, end, text: `<${tag}>${escapeText(formula)}</${tag}>` }),
    );
  return splices.length === 0 ? sheet.text : spliced(sheet.text, splices);
}

/** The formula that fills several cells as one and reaches into this cell, if any. */
export function blockFormulaAt(
  formulas: readonly SheetFormula[],
  row: number,
  column: number,
): SheetFormula | undefined {
  return formulas.find(({ kind, reference }) => {
    if ((kind !== "array" && kind !== "dataTable") || reference === undefined) return false;
    const range = rangeOf(reference);
    const isOneCell = range.firstRow === range.lastRow && range.firstColumn === range.lastColumn;
    const isInside =
      row >= range.firstRow &&
      row <= range.lastRow &&
      column >= range.firstColumn &&
      column <= range.lastColumn;
    return isInside && !isOneCell;
  });
}

function formulaOf(
  sheet: SheetText,
  { row, cell }: { readonly row: RowSpan; readonly cell: CellSpan },
  owners: Map<string, SheetFormula>,
): SheetFormula {
  const text = sheet.text.slice(cell.start, cell.end);
  const element = formulaElement(text);
  const attributes = element === undefined ? new Map<string, string>() : attributesOf(text, element);
  const own = element === undefined ? "" : decodeText(text.slice(element.openEnd, element.closeStart));
  const group = attributes.get("t") === "shared" ? attributes.get("si") : undefined;
  const owner = group === undefined ? undefined : owners.get(group);
  const isBorrowed = own === "" && owner !== undefined;
  const reference = attributes.get("ref");
  const formula: SheetFormula = {
    row: row.at,
    column: cell.column,
    formula: isBorrowed ? shiftedFormula(owner.formula, row.at - owner.row, cell.column - owner.column) : own,
    kind: attributes.get("t") ?? "normal",
    ...(reference === undefined ? {} : { reference }),
    isBorrowed,
    ...(group === undefined ? {} : { group }),
    start: cell.start + (element?.start ?? 0),
    end: cell.start + (element?.end ?? 0),
  };
  if (group !== undefined && !isBorrowed) owners.set(group, formula);
  return formula;
}

function formulaElement(cellText: string): Element | undefined {
  const cell = rootOf(cellText);
  return cell === undefined ? undefined : childNamed(cellText, cell, "f");
}
