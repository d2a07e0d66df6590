// Texts with {{Field}} in them, on their way to a reader. What a record holds is put in as people read it; where it holds
// nothing, or there is no such field, the place keeps its braces and the text cannot go: nobody is written "Dear {{Name}}".

import { namedIn } from "../../definition/named.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import type { StandingInvoice } from "../../invoices/standing-invoices.ts";
import { toldOfInvoice } from "../../invoices/told-invoice.ts";
import type { RecordState } from "../../log/replay.ts";
import { isBlank, nameKey } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import type { RowCells } from "../../table/layout.ts";
import { quoted } from "../../table/shown-cell.ts";
import { openText } from "../rules/open-milestones.ts";
import { readableValue } from "./readable-value.ts";

/** The record of which a text tells. */
export interface MergeRecord {
  readonly pipeline: Pipeline;
  readonly state: RecordState;
  readonly row: { readonly values: Readonly<Record<string, FieldValue>>; readonly cells: RowCells };
  readonly invoices?: readonly StandingInvoice[];
}

export interface MergedText {
  /** What cannot be put in stands there still, in its braces. */
  readonly text: string;
  /** Why it cannot go, each as a part of a sentence. */
  readonly faults: readonly string[];
}

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;
const NOTHING_OPEN = "nothing";

/**
 * The text with what the record holds put in.
 *
 * @example
 * mergedText("Dear {{Name}}, from {{Budget}}", {
 *   pipeline: fixtures.offers, state: fixtures.standing.state, row: { values: { name: "Ada" }, cells: {} } })
 * //=> { text: "Dear Ada, from {{Budget}}", faults: ['"Budget" is empty'] }
 */
export function mergedText(template: string, record: MergeRecord): MergedText {
  const faults = new Set<string>();
  const text = template.replace(PLACE, (place, name: string) => {
    const found = placedText(name, record);
    if ("fault" in found) faults.add(found.fault);
    // Braces that somebody typed into a field must not look like a place that waits to be filled.
    return "fault" in found ? place : found.text.replace(/\{\{/g, "{ {");
  });
  return { text, faults: [...faults] };
}

/**
 * Whether something in the text still has to be put in.
 *
 * @example
 * hasOpenPlaces("Dear {{Name}}") //=> true
 */
export function hasOpenPlaces(text: string): boolean {
  return text.includes("{{");
}

function placedText(
  name: string,
  record: MergeRecord,
): { readonly text: string } | { readonly fault: string } {
  const { pipeline, row } = record;
  const field = namedIn(fieldsOf(pipeline), name);
  if (field === undefined) return wordText(name, record);
  const value = row.values[field.id];
  const cell = row.cells[field.id] ?? null;
  if (value !== undefined && value !== "") return { text: readableValue(value, field.type) };
  return {
    fault: isBlank(cell)
      ? `${quoted(field.name)} is empty`
      : `${quoted(field.name)} cannot be read: ${quoted(cell)}`,
  };
}

// What a text may put in beside fields.
function wordText(
  name: string,
  { pipeline, state, row, invoices = [] }: MergeRecord,
): { readonly text: string } | { readonly fault: string } {
  switch (nameKey(name)) {
    case "stage":
      return { text: stageName(pipeline, state.now.stage) };
    case "open":
      return { text: openText(pipeline, state, row.values) || NOTHING_OPEN };
    default:
      return (
        toldOfInvoice(name, invoices) ?? {
          fault: `${quoted(`{{${name}}}`)} is not a field of ${pipeline.name}`,
        }
      );
  }
}

/**
 * The present name of a stage.
 *
 * @example
 * stageName(fixtures.offers, "offer") //=> "Offer"
 */
export function stageName(pipeline: Pipeline, id: string): string {
  return pipeline.stages.find((stage) => stage.id === id)?.name ?? id;
}
