// Whether a value may stand in a cell by the rule of data validation that the cell has. Only a rule that refuses others
// stops anybody, and a paste is never stopped: it brings the rule of its source along. Values are compared as texts on
// the screen, letter by letter. Rules by formula come from files and stop nobody here.

import { cellAddress } from "../../shared/table/cell.ts";
import { GridError } from "./grid-error.ts";
import type { Validation } from "./protocol.ts";
import { shownText } from "./shown-value.ts";
import { type GridCell, heldIn, type Spreadsheet, tabById } from "./spreadsheet.ts";

/**
 * Refuses a cell that the rule does not take; an empty cell is always taken.
 *
 * @throws {GridError} with the cell's address
 */
export function checkRule(
  state: Spreadsheet,
  cell: GridCell | undefined,
  place: { readonly row: number; readonly column: number },
): void {
  const rule = cell?.validation;
  if (rule === undefined || rule.allowsInvalid || isValid(state, cell, rule)) return;
  const address = cellAddress(place.row, place.column - 1);
  throw new GridError(
    `The data you entered in cell ${address} violates the data validation rules set on this cell.`,
  );
}

/** The values that a dropdown offers; none where the rule has no list. */
export function choicesOf(state: Spreadsheet, rule: Validation): readonly string[] {
  const { criteria } = rule;
  switch (criteria.kind) {
    case "list":
      return criteria.values;
    case "range":
      return textsIn(state, criteria.range);
    case "checkbox":
    case "formula":
      return [];
  }
}

function isValid(state: Spreadsheet, cell: GridCell | undefined, rule: Validation): boolean {
  const value = heldIn(cell);
  if (value === null) return true;
  switch (rule.criteria.kind) {
    case "checkbox":
      return typeof value === "boolean";
    case "formula":
      return true;
    case "list":
    case "range":
      return choicesOf(state, rule).includes(shownText(cell, state.locale));
  }
}

function textsIn(
  state: Spreadsheet,
  range: Extract<Validation["criteria"], { kind: "range" }>["range"],
): readonly string[] {
  const { rows } = tabById(state, range.tab);
  const known = texts.get(rows)?.get(range);
  if (known !== undefined) return known;
  const found = rows
    .slice(range.row - 1, range.row - 1 + range.rows)
    .flatMap((row) => row?.cells.slice(range.column - 1, range.column - 1 + range.columns) ?? [])
    .map((cell) => shownText(cell, state.locale))
    .filter((text) => text !== "");
  const ofRows = texts.get(rows) ?? new WeakMap();
  ofRows.set(range, found);
  texts.set(rows, ofRows);
  return found;
}

const texts = new WeakMap<object, WeakMap<object, readonly string[]>>();
