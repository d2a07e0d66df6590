// How well records are researched before anybody writes to them: the share of their context that is filled in. News
// that has grown old gives no reason to write any more, and does not count; neither does news of which nobody says
// from when it is.

import type { FieldValue } from "../table/field-type.ts";
import { type Day, dayFromText, dayNumber } from "../value/day.ts";

/** One thing to know of a record. */
export interface ContextPart {
  /** What it is called. */
  readonly name: string;
  /** Ids of the fields of which one will do. */
  readonly anyOf: readonly string[];
  /** Id of the field with its day, where it grows old. */
  readonly dated?: string;
}

export interface Research {
  /** Records that were looked at. */
  readonly n: number;
  /** Mean over the records of the share of parts that are filled; absent of none. */
  readonly share?: number;
  /** For each part, the records of which it is known. */
  readonly parts: readonly { readonly name: string; readonly known: number }[];
}

/** News older than this is no context (DOMAIN, "Initial Outreach"). */
export const NEWS_LASTS_DAYS = 90;

/**
 * The research of some records by what their rows hold. Unit: share, 0 to 1.
 *
 * Source: METRICS, "Stage goals" (house rule).
 *
 * @example
 * const company = { name: "Company", anyOf: ["company"] };
 * researches([{ company: "Acme" }, {}], { parts: [company], today: parseDay("2026-11-20") })
 * //=> { n: 2, share: 0.5, parts: [{ name: "Company", known: 1 }] }
 */
export function researches(
  records: readonly Readonly<Record<string, FieldValue>>[],
  { parts, today }: { readonly parts: readonly ContextPart[]; readonly today: Day },
): Research {
  const known = parts.map((part) => ({
    name: part.name,
    known: records.filter((values) => isKnown(part, values, today)).length,
  }));
  const all = records.length * parts.length;
  const sum = known.reduce((total, part) => total + part.known, 0);
  return { n: records.length, ...(all === 0 ? {} : { share: sum / all }), parts: known };
}

function isKnown(
  { anyOf, dated }: ContextPart,
  values: Readonly<Record<string, FieldValue>>,
  today: Day,
): boolean {
  if (!anyOf.some((field) => values[field] !== undefined && values[field] !== "")) return false;
  if (dated === undefined) return true;
  const value = values[dated];
  const day = typeof value === "string" ? dayFromText(value) : undefined;
  return day !== undefined && dayNumber(today) - dayNumber(day) <= NEWS_LASTS_DAYS;
}
