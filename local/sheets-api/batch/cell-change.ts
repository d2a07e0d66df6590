// What a written cell becomes: of each field that the mask names, what the caller says of it, or nothing where he says
// nothing; the other fields stay. Cells that are told alike come out as alike as they were, and rules and looks are
// made once each, so that many cells cost little.

import type { sheets_v4 } from "@googleapis/sheets";
import { given, tidied } from "../../grid/cell-block.ts";
import { withTyped } from "../../grid/entered-cell.ts";
import type { Validation } from "../../grid/protocol.ts";
import type { GridCell, Spreadsheet } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type Mask, maskWithin } from "../field-mask.ts";
import { type CellLook, changedFormat, lookFrom, lookNames } from "../resource/cell-format.ts";
import { typedFrom } from "../resource/cell-value.ts";
import { validationFrom } from "../resource/validation-rule.ts";

type CellData = sheets_v4.Schema$CellData;
type Cell = GridCell | undefined;

/** The cell that stands in place of one after `data` was written there. */
export type CellChanger = (cell: Cell, data: CellData) => Cell;

export interface ChangedWhere {
  readonly state: Spreadsheet;
  /** The tab of the cells. */
  readonly tab: number;
  readonly fields: Mask;
}

const KEPT = ["userEnteredValue", "userEnteredFormat", "note", "dataValidation"];
const READ_ONLY = ["effectiveValue", "formattedValue", "effectiveFormat", "hyperlink"];

/** @throws {ApiError} where the mask names a field that this server does not keep */
export function cellChanger({ state, tab, fields }: ChangedWhere): CellChanger {
  checkFields(fields);
  const hasValue = maskWithin(fields, "userEnteredValue") !== undefined;
  const format = maskWithin(fields, "userEnteredFormat");
  const hasNote = maskWithin(fields, "note") !== undefined;
  const hasRule = maskWithin(fields, "dataValidation") !== undefined;
  const restyled = format === undefined ? undefined : lookChanger(format, state.locale);
  const ruleFrom = ruleReader(state, tab);
  return (before, data) => {
    let cell = before;
    if (hasValue) cell = withTyped(cell, typedFrom(data.userEnteredValue));
    if (restyled !== undefined) cell = restyled(cell, data.userEnteredFormat ?? {});
    if (hasNote) cell = withNote(cell, data.note === "" ? undefined : (data.note ?? undefined));
    if (hasRule) cell = withRule(cell, ruleFrom(data.dataValidation));
    return cell;
  };
}

/** The rule that was sent, one for all that are alike. @throws {ApiError} where the grid keeps none of that kind */
export function ruleReader(state: Spreadsheet, tab: number) {
  const known = new Map<string, Validation>();
  return (json: sheets_v4.Schema$DataValidationRule | null | undefined): Validation | undefined => {
    if (json === undefined || json === null) return undefined;
    const name = JSON.stringify(json);
    const rule = known.get(name) ?? validationFrom(state, json, tab);
    if (rule === undefined) {
      const type = json.condition?.type ?? "none";
      throw invalidArgument(`a dataValidation with the condition "${type}" is not kept by this server`);
    }
    known.set(name, rule);
    return rule;
  };
}

function checkFields(fields: Mask): void {
  if (fields === "all") return;
  const odd = Object.keys(fields).find((name) => ![...KEPT, ...READ_ONLY, "*"].includes(name));
  if (odd !== undefined) throw invalidArgument(`the field "${odd}" of a cell is not kept by this server`);
}

function lookChanger(mask: Mask, locale: string) {
  const nameOf = lookNames();
  const changes = new Map<sheets_v4.Schema$CellFormat, Map<string, CellLook>>();
  const blanks = new Map<CellLook, Map<Cell, Cell>>();
  const asSent = new Map<string, Map<string, CellLook>>();
  const looksAfter = (change: sheets_v4.Schema$CellFormat): Map<string, CellLook> => {
    const sent = JSON.stringify(change);
    const looks = asSent.get(sent) ?? new Map<string, CellLook>();
    asSent.set(sent, looks);
    changes.set(change, looks);
    return looks;
  };
  return (cell: Cell, change: sheets_v4.Schema$CellFormat): Cell => {
    const looks = changes.get(change) ?? looksAfter(change);
    const name = nameOf(cell);
    const look = looks.get(name) ?? lookFrom(changedFormat(lookOf(cell), change, mask), locale);
    looks.set(name, look);
    if (cell !== undefined && cell.value !== null) return withLook(cell, look);
    const alike = blanks.get(look) ?? new Map<Cell, Cell>();
    blanks.set(look, alike);
    if (!alike.has(cell)) alike.set(cell, withLook(cell, look));
    return alike.get(cell);
  };
}

/** How the cell looks, without what it holds. */
export function lookOf(cell: Cell): CellLook {
  if (cell === undefined) return {};
  const { numberFormat, background, fontColour, isBold, wrap, otherFormat } = cell;
  return given({ numberFormat, background, fontColour, isBold, wrap, otherFormat });
}

/** The cell with that look in place of its own. */
export function withLook(cell: Cell, look: CellLook): Cell {
  const { value = null, formula, call, spilled, note, validation } = cell ?? {};
  return tidied({
    value,
    ...(formula === undefined ? undefined : { formula }),
    ...(call === undefined ? undefined : { call }),
    ...(spilled === undefined ? undefined : { spilled }),
    ...(note === undefined ? undefined : { note }),
    ...(validation === undefined ? undefined : { validation }),
    ...look,
  });
}

function withNote(cell: Cell, note: string | undefined): Cell {
  const { note: before, ...rest } = cell ?? { value: null };
  return before === note ? cell : tidied({ ...rest, ...(note === undefined ? {} : { note }) });
}

/** The cell with that rule of validation, or with none. */
export function withRule(cell: Cell, rule: Validation | undefined): Cell {
  const { validation, ...rest } = cell ?? { value: null };
  return validation === rule
    ? cell
    : tidied({ ...rest, ...(rule === undefined ? {} : { validation: rule }) });
}
