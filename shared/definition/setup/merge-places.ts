// The places in a text where something of a record is put in: {{Field}}. Messages and reminders have them; who names
// what is no field is told so at the cell, long before somebody reads "Dear {{Nmae}}".

import { nameKey } from "../../table/cell.ts";
import { invoiceWords } from "../invoice-words.ts";
import { namedIn } from "../named.ts";
import type { NamedField } from "../need-text.ts";

/** Beside its fields, what a reminder may put in of a record: Open names the milestones that are still open. */
export const reminderWords: readonly string[] = ["Stage", "Open"];

/** The same of a message, which may go with an invoice. */
export const messageWords: readonly string[] = [...reminderWords, ...invoiceWords];

/**
 * The names that stand in the places of a text.
 *
 * @example
 * placesIn("Dear {{Name}}, {{ Stage }}") //=> ["Name", "Stage"]
 */
export function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? "");
}

/**
 * What is told of the places that name neither a field of the record nor one of the words.
 *
 * @example
 * placeFaults("Hi {{Nmae}}", { fields: [], words: reminderWords })
 * //=> ['"{{Nmae}}" is not a field of this pipeline; there are Stage, Open']
 */
export function placeFaults(
  text: string,
  { fields, words }: { readonly fields: readonly NamedField[]; readonly words: readonly string[] },
): readonly string[] {
  const names = [...fields.map((field) => field.name), ...words];
  const isKnown = (name: string) =>
    namedIn(fields, name) !== undefined || words.some((each) => nameKey(each) === nameKey(name));
  return placesIn(text)
    .filter((name) => !isKnown(name))
    .map((name) => `"{{${name}}}" is not a field of this pipeline; there are ${names.join(", ")}`);
}
