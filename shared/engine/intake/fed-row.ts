// A row of answers as the record that it would be: its fields read by their types, what it starts with where the row says
// nothing, and what is wrong in it, told at the cell.

import type { Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, nameField } from "../../definition/standard-field.ts";
import { type Cell, cellAddress, isBlank, textOf } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { readCell, writeCell } from "../../table/field-value.ts";
import type { Problem } from "../../table/problem.ts";
import type { Table, TableRow } from "../../table/table.ts";
import { oneOf } from "../../value/noun.ts";
import { type FilledFields, startValues } from "../row/start-values.ts";
import { type FedColumns, firstFilled } from "./fed-columns.ts";

export interface FedRow extends FilledFields {
  readonly name: string;
  /** Why it is no record yet. */
  readonly problems: readonly Problem[];
}

/**
 * The record that a row of the tab would be.
 *
 * @example
 * fedRow(fixtures.crmTable, fixtures.crmTable.rows[0], { pipeline: fixtures.offers, columns: fedColumns(fixtures.crmTable, fixtures.offers) }).name
 * //=> "Acme"
 */
export function fedRow(
  table: Table,
  row: TableRow,
  how: { readonly pipeline: Pipeline; readonly columns: FedColumns },
): FedRow {
  const { pipeline, columns } = how;
  const cells: Record<string, Cell> = {};
  const values: Record<string, FieldValue> = {};
  const problems: Problem[] = [];
  const name = columns.name
    .map((at) => textOf(row.cells[at]))
    .filter((text) => text !== "")
    .join(" ");
  if (name === "") {
    const place = columns.name[0] ?? 0;
    problems.push(problemIn(table, row, { place, message: "the name is missing", pipeline }));
  }
  for (const { field, kind, at } of columns.fields) {
    const cell = firstFilled(row.cells, at);
    const { value, fault } = readCell(cell, kind);
    if (value !== undefined) {
      values[field.id] = value;
      cells[field.id] = writeCell(value, cellKindOf(pipeline, field));
    }
    if (fault === undefined) continue;
    const place = at.find((column) => !isBlank(row.cells[column])) ?? at[0] ?? 0;
    problems.push(
      problemIn(table, row, { place, message: `${textOf(table.header[place])}: ${fault}`, pipeline }),
    );
  }
  const started = startValues(pipeline, values);
  return {
    name,
    cells: { ...started.cells, ...cells, [nameField.id]: name },
    values: { ...started.values, ...values, [nameField.id]: name },
    problems,
  };
}

function problemIn(
  { tab }: Table,
  { at }: TableRow,
  found: { readonly place: number; readonly message: string; readonly pipeline: Pipeline },
): Problem {
  const { place, message, pipeline } = found;
  return {
    tab,
    cell: cellAddress(at, place),
    message: `${message}; mend it, and the row becomes ${oneOf(pipeline.noun)}`,
  };
}
