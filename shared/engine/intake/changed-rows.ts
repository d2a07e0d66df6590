// Rows of answers that were changed after they had become records. The record stays as it is, since people work on it;
// what the row says now and the record does not is told at its cell, until both say the same.

import type { BoardRow } from "../../board/board-row.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { cellAddress, isBlank, textOf } from "../../table/cell.ts";
import type { Problem } from "../../table/problem.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Table } from "../../table/table.ts";
import { textOfValue } from "../row/watched-field.ts";
import type { FedColumns } from "./fed-columns.ts";
import type { FedRow } from "./fed-row.ts";
import type { KnownRow } from "./known-rows.ts";
import { headerLetters, type RowPrint } from "./row-prints.ts";

export interface FedTab {
  readonly pipeline: Pipeline;
  readonly from: Table;
  readonly onto: Table;
  readonly columns: FedColumns;
  readonly prints: readonly RowPrint[];
  readonly known: readonly KnownRow[];
  /** As they read; those that are known as they are are left out. */
  readonly read: readonly (FedRow | undefined)[];
  /** The rows of the board. */
  readonly present: readonly BoardRow[];
}

/**
 * What is told of rows that were changed since.
 *
 * @example
 * changedProblems({ known: [{ is: "new" }], present: [] }) //=> []
 */
export function changedProblems(fed: FedTab): readonly Problem[] {
  const standing = new Map(fed.present.map((row) => [row.id, row] as const));
  return fed.known.flatMap((known, index) => {
    const record = known.is === "changed" ? standing.get(known.record) : undefined;
    return known.is !== "changed" || record === undefined ? [] : told(fed, { known, index, record });
  });
}

function told(
  { from, onto, pipeline, columns, prints, read }: FedTab,
  changed: {
    readonly known: Extract<KnownRow, { is: "changed" }>;
    readonly index: number;
    readonly record: BoardRow;
  },
): readonly Problem[] {
  const { known, index, record } = changed;
  const row = from.rows[index];
  if (row === undefined) return [];
  return columns.fields.flatMap(({ field, at }): readonly Problem[] => {
    const place = at.find((column) => !isBlank(row.cells[column])) ?? at[0] ?? 0;
    const letters = headerLetters(from, place);
    const isChanged = known.print.get(letters) !== prints[index]?.get(letters);
    const isSame = textOfValue(read[index]?.values[field.id]) === textOfValue(record.values[field.id]);
    if (!isChanged || isSame || !known.print.has(letters)) return [];
    const header = textOf(from.header[place]);
    const message = `${header} was changed after the row had become the ${pipeline.noun} ${quoted(record.name)}; write ${quoted(row.cells[place] ?? null)} on ${onto.tab}, too`;
    return [{ tab: from.tab, cell: cellAddress(row.at, place), message }];
  });
}
