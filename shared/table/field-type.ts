// The types that a field of a board may have, and the value that each of them holds once a cell is read. A
// value is plain data: what JSON can hold.

import type { Money } from "../value/money.ts";

/** The types, by the words that people choose from. */
export const fieldTypes = [
  "text",
  "long text",
  "e-mail",
  "phone",
  "link",
  "number",
  "money",
  "day",
  "time",
  "yes/no",
  "choice",
  "person",
  "record link",
] as const;

export type FieldType = (typeof fieldTypes)[number];

/** Text types hold a string, "day" an ISO day, "time" "HH:MM", "yes/no" a boolean, "money" integer minor units. */
export type FieldValue = string | number | boolean | Money;
