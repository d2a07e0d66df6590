// Which columns of a tab of answers mean what on the board that it feeds: fields by their names and former names, as an
// import takes them, the name of the record, and the time at which a row came in. A form that asks the same in several
// branches has a column for each: the first that is filled in counts.

import { namedIn } from "../../definition/named.ts";
import type { Field, Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf, nameField } from "../../definition/standard-field.ts";
import { type Cell, isBlank, nameKey, textOf } from "../../table/cell.ts";
import { dayOrderOf, decimalMarkOf } from "../../table/column-guess.ts";
import type { CellKind } from "../../table/field-value.ts";
import type { Table } from "../../table/table.ts";
import { placeInRole, wordsOf } from "../adopt/header-words.ts";
import { isTimed } from "./stamp-time.ts";

/** A field with the columns that fill it. */
export interface FedField {
  readonly field: Field;
  /** How its cells are read. */
  readonly kind: CellKind;
  /** Columns, from 0. */
  readonly at: readonly number[];
}

export interface FedColumns {
  readonly fields: readonly FedField[];
  /** Columns that make the name, together; none where the tab has no such column. */
  readonly name: readonly number[];
  /** The column that says when a row came in. */
  readonly stamp: number | undefined;
}

/**
 * What the columns of the tab mean.
 *
 * @example
 * fedColumns(fixtures.crmTable, fixtures.offers) //=> { fields: [], name: [0], stamp: undefined }
 */
export function fedColumns(table: Table, pipeline: Pipeline): FedColumns {
  const known = fieldsOf(pipeline);
  const byField = new Map<Field, number[]>();
  table.header.forEach((cell, at) => {
    const field = namedIn(known, textOf(cell));
    if (field !== undefined) byField.set(field, [...(byField.get(field) ?? []), at]);
  });
  const named = [...byField].find(([field]) => field === nameField)?.[1];
  const fields = [...byField]
    .filter(([field]) => field !== nameField)
    .map(([field, at]): FedField => ({ field, at, kind: kindOf(pipeline, field, cellsAt(table, at)) }));
  const taken = new Set(fields.flatMap(({ at }) => at));
  return { fields, name: named ?? nameColumns(table, taken), stamp: stampColumn(table, taken) };
}

/**
 * The first of these cells of a row that is filled in.
 *
 * @example
 * firstFilled(["", "b", "c"], [0, 1, 2]) //=> "b"
 */
export function firstFilled(cells: readonly Cell[], at: readonly number[]): Cell {
  return at.map((column) => cells[column] ?? null).find((cell) => !isBlank(cell)) ?? null;
}

function cellsAt({ rows }: Table, at: readonly number[]): readonly Cell[] {
  return rows.map(({ cells }) => firstFilled(cells, at));
}

function kindOf(pipeline: Pipeline, field: Field, cells: readonly Cell[]): CellKind {
  const kind = cellKindOf(pipeline, field);
  const texts = cells.filter((cell) => typeof cell === "string");
  if (field.type === "day") return { ...kind, dayOrder: dayOrderOf(texts).guess };
  const isNumber = field.type === "number" || field.type === "money";
  return isNumber ? { ...kind, decimal: decimalMarkOf(texts).guess } : kind;
}

// A word for names over a column that is no field's, else the parts of a name, else such a word over any.
function nameColumns(table: Table, taken: ReadonlySet<number>): readonly number[] {
  const headers = table.header.map((cell, at) => ({ at, header: textOf(cell) }));
  const free = headers.filter(({ at }) => !taken.has(at));
  const part = (words: RegExp) => free.filter(({ header }) => words.test(wordsOf(header))).slice(0, 1);
  const [first, last] = [part(FIRST_NAME), part(LAST_NAME)];
  const parts = first.length > 0 ? [...first, ...last] : [];
  const called = free.filter(({ header }) => A_NAME.test(wordsOf(header)) && !NO_NAME.test(wordsOf(header)));
  const found = [byWord(free), parts, called.slice(0, 1), byWord(headers)].find((each) => each.length > 0);
  return (found ?? []).map(({ at }) => at);
}

const FIRST_NAME = /^(your )?(first|given) name$|^vorname$|^prenom$|^voornaam$/;
const LAST_NAME =
  /^(your )?(last|family) name$|^surname$|^nachname$|^nom de famille$|^achternaam$|^apellidos?$/;
const A_NAME = /\bname\b|^naam$/;
const NO_NAME = /\b(first|last|given|family|user|file)\b/;

interface Headed {
  readonly at: number;
  readonly header: string;
}

function byWord(headers: readonly Headed[]): readonly Headed[] {
  const places = headers.flatMap((headed) => {
    const place = placeInRole(headed.header, "name");
    return place === undefined ? [] : [{ ...headed, place }];
  });
  return places.sort((left, right) => left.place - right.place).slice(0, 1);
}

// The first column, where it is nobody's and most of its cells hold a time of a day.
function stampColumn({ header, rows }: Table, taken: ReadonlySet<number>): number | undefined {
  const at = header.findIndex((cell) => nameKey(textOf(cell)) !== "");
  if (at < 0 || taken.has(at)) return undefined;
  const filled = rows.map(({ cells }) => cells[at] ?? null).filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.filter(isTimed).length * 2 > filled.length ? at : undefined;
}
