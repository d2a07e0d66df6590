// How satisfied clients are, as they say: a mark from 1 to 5. What lies outside is a slip and no mark.

import type { FieldValue } from "../table/field-type.ts";

export interface Satisfaction {
  /** Records with a mark. */
  readonly n: number;
  /** Absent while nobody was asked. */
  readonly mean?: number;
}

const LEAST = 1;
const MOST = 5;

/**
 * The mean of the marks.
 *
 * Source: METRICS, "Stage goals" (house rule).
 *
 * @example
 * satisfactions([5, 4, undefined, 50]) //=> { n: 2, mean: 4.5 }
 */
export function satisfactions(marks: readonly (FieldValue | undefined)[]): Satisfaction {
  const told = marks.filter((mark) => typeof mark === "number" && mark >= LEAST && mark <= MOST);
  const sum = told.reduce<number>((total, mark) => total + Number(mark), 0);
  return { n: told.length, ...(told.length === 0 ? {} : { mean: sum / told.length }) };
}
