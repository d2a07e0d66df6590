// The values that a request sends: rows or columns of texts, numbers, yes and no; `null` leaves a cell as it is, "" empties
// it. What is anything else is refused with the place where it stands.

import { invalidArgument } from "../api-error.ts";
import { badField, dimensionOf } from "./value-options.ts";

export type SentValue = string | number | boolean | null;

export interface SentValues {
  /** Always by rows; ragged as it was sent. */
  readonly rows: readonly (readonly SentValue[])[];
  /** Absent where the body names none. */
  readonly range?: string;
}

const LIST = "type.googleapis.com/google.protobuf.ListValue";

/** @param field where the values stand in the request, as Google names it: "data" or "data[0]" */
export function sentValues(body: unknown, field: string): SentValues {
  const told = objectOf(body);
  const lines = told["values"] ?? [];
  if (!Array.isArray(lines)) throw notAList(`${field}.values`, lines);
  const values = lines.map((line: unknown, index) => {
    if (!Array.isArray(line)) throw notAList(`${field}.values[${index}]`, line);
    return line.map((value: unknown, at) => sentValue(value, `values[${index}][${at}]`));
  });
  const range = told["range"];
  return {
    rows: dimensionOf(told["majorDimension"]) === "ROWS" ? values : turnedRows(values),
    ...(typeof range === "string" && range !== "" ? { range } : {}),
  };
}

/** The fields of a body; none where it is none. */
export function objectOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
}

/** The objects of a list in a body; none where it is no list. */
export function objectsIn(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.map(objectOf) : [];
}

/** The texts of a list in a body. */
export function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === "string") : [];
}

function sentValue(value: unknown, place: string): SentValue {
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
  ) {
    return value;
  }
  const kind = Array.isArray(value) ? "list_value" : "struct_value";
  throw invalidArgument(`Invalid ${place}: ${kind} ${JSON.stringify(value)}`);
}

function notAList(field: string, value: unknown) {
  return badField(field, `Invalid value at '${field}' (${LIST}), ${JSON.stringify(value)}`);
}

function turnedRows(columns: readonly (readonly SentValue[])[]): readonly (readonly SentValue[])[] {
  const height = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null));
}
