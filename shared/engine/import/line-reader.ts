// How the lines of one file are read: which column fills which field, in which way its days and numbers are written, and
// what could not be read, by line. A way of writing that had to be guessed is said.

import { namedIn } from "../../definition/named.ts";
import type { Field, Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf } from "../../definition/standard-field.ts";
import { type Cell, nameKey } from "../../table/cell.ts";
import { dayOrderOf, decimalMarkOf } from "../../table/column-guess.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { type CellKind, readCell, writeCell } from "../../table/field-value.ts";
import { type Moment, momentInZone, type Zone } from "../../value/moment.ts";
import {
  columnIndex,
  type ImportPlan,
  type LineProblem,
  type Source,
  type SourceRow,
} from "./import-source.ts";
import type { WantedRecord } from "./wanted-record.ts";

/** A file being read; problems and guesses gather as its lines are. */
export interface LineReader {
  readonly pipeline: Pipeline;
  readonly source: Source;
  readonly plan: ImportPlan;
  readonly zone: Zone;
  readonly fields: readonly FieldReader[];
  readonly problems: LineProblem[];
  readonly guesses: string[];
}

interface FieldReader {
  readonly field: Field;
  readonly index: number;
  readonly kind: CellKind;
}

/**
 * The reader of a file.
 *
 * @throws {StagelineError} `usage`, when the plan names a column that the file lacks
 * @example
 * readerOf(fixtures.offers, fixtures.importSource, { plan: fixtures.importPlan, zone: utc }).fields.length //=> 1
 */
export function readerOf(
  pipeline: Pipeline,
  source: Source,
  { plan, zone }: { readonly plan: ImportPlan; readonly zone: Zone },
): LineReader {
  const guesses: string[] = [];
  const known = fieldsOf(pipeline);
  const idColumn = plan.events?.case ?? plan.idColumn;
  const idField =
    idColumn === undefined
      ? []
      : [{ field: source.header[columnIndex(source, idColumn)] ?? idColumn, column: idColumn }];
  const fields = [...idField, ...plan.fields].flatMap(({ field: name, column }) => {
    const field = namedIn(known, name);
    if (field === undefined) return [];
    const index = columnIndex(source, column);
    return [{ field, index, kind: kindOf(pipeline, field, { source, index, guesses }) }];
  });
  return { pipeline, source, plan, zone, fields, problems: [], guesses };
}

function kindOf(
  pipeline: Pipeline,
  field: Field,
  column: { readonly source: Source; readonly index: number; readonly guesses: string[] },
): CellKind {
  const { source, index, guesses } = column;
  const kind = cellKindOf(pipeline, field);
  const texts = source.rows.map((row) => row.cells[index] ?? "");
  if (field.type === "day")
    return { ...kind, dayOrder: guessedDayOrder(source.header[index] ?? "", texts, guesses) };
  if (field.type !== "number" && field.type !== "money") return kind;
  const { guess, certain } = decimalMarkOf(texts);
  if (!certain) guesses.push(`"${source.header[index]}": numbers are read with a decimal ${guess}`);
  return { ...kind, decimal: guess };
}

function guessedDayOrder(
  header: string,
  texts: readonly string[],
  guesses: string[],
): ReturnType<typeof dayOrderOf>["guess"] {
  const { guess, certain } = dayOrderOf(texts);
  if (!certain) guesses.push(`"${header}": days are read ${guess}`);
  return guess;
}

/** The record of a line, called by the name that the plan maps, else by its id; `undefined` where it has neither. */
export function recordOf(
  reader: LineReader,
  row: SourceRow,
  idIndex: number | undefined,
): Omit<WantedRecord, "visits"> | undefined {
  const id = idIndex === undefined ? "" : (row.cells[idIndex] ?? "").trim();
  if (idIndex !== undefined && id === "") {
    reader.problems.push({
      line: row.line,
      message: `the column "${reader.source.header[idIndex]}" is empty; the row is left out`,
    });
    return undefined;
  }
  const cells: Record<string, Cell> = {};
  const values: Record<string, FieldValue> = {};
  for (const { field, index, kind } of reader.fields) {
    const text = row.cells[index] ?? "";
    const { value, fault } = readCell(text, kind);
    if (value !== undefined) {
      values[field.id] = value;
      cells[field.id] = writeCell(value, kind);
    }
    if (fault === undefined) continue;
    cells[field.id] = text;
    reader.problems.push({
      line: row.line,
      message: `${reader.source.header[index]}: ${fault}; kept as it is written`,
    });
  }
  const mapped = cells["name"];
  const name = typeof mapped === "string" && mapped.trim() !== "" ? mapped.trim() : id;
  if (name === "") {
    reader.problems.push({ line: row.line, message: "the row has neither a name nor an id and is left out" });
    return undefined;
  }
  return {
    line: row.line,
    key: id === "" ? nameKey(name) : id,
    name,
    cells: { ...cells, name },
    values: { ...values, name },
  };
}

/** How the moments in a column are read; a day stands for its beginning. */
export function momentReader(reader: LineReader, column: string): (row: SourceRow) => Moment | undefined {
  const index = columnIndex(reader.source, column);
  const header = reader.source.header[index] ?? column;
  const texts = reader.source.rows.map((row) => row.cells[index] ?? "");
  const dayOrder = guessedDayOrder(header, texts, reader.guesses);
  return (row) => {
    const text = (row.cells[index] ?? "").trim();
    if (text === "") return undefined;
    const moment = momentInZone(text, reader.zone);
    if (moment !== undefined) return moment;
    const { value, fault } = readCell(text, { type: "day", dayOrder });
    if (typeof value === "string") return momentInZone(value, reader.zone);
    reader.problems.push({
      line: row.line,
      message: `${header}: ${fault ?? `"${text}" is not a day`}; taken as unknown`,
    });
    return undefined;
  };
}
