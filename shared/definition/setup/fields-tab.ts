// The Fields tab: one row per column that people fill in on a board, beside those that every board has.

import { nameKey, textOf } from "../../table/cell.ts";
import { type FieldType, fieldTypes } from "../../table/field-type.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import type { Field } from "../pipeline.ts";
import {
  listOf,
  pipelineColumn,
  type RowFault,
  rowOf,
  setupTab,
  textColumn,
  textFromList,
} from "./setup-tab.ts";

const YES_NO = { kind: "values", values: ["yes", "no"] } as const;

/** The tab of the fields, one row a field, in the order of their columns. */
export const fieldsTab = setupTab("fields", "Fields", [
  pipelineColumn,
  textColumn("field", "Field", { widthCharacters: 26, note: "The header of its column; rename it freely" }),
  textColumn("type", "Type", {
    dropdown: { kind: "values", values: fieldTypes },
    others: "refuse",
    note: "What the cells hold",
  }),
  textColumn("options", "Choices", {
    widthCharacters: 40,
    note: "For a choice: its values, parted by commas; for a record link: the pipeline of the records",
  }),
  textColumn("default", "Starts as", { note: "What a new record holds" }),
  textColumn("help", "Help", { widthCharacters: 40, note: "Shown at the header of the column" }),
  textColumn("aliases", "Also called", {
    note: "Other headers by which the column is known, parted by commas",
  }),
  textColumn("personal", "Personal data", {
    widthCharacters: 10,
    dropdown: YES_NO,
    note: "yes: it tells something about a person",
  }),
  textColumn("unique", "No two alike", {
    widthCharacters: 10,
    dropdown: YES_NO,
    note: "yes: no two records may hold the same",
  }),
  textColumn("carries_over", "Carried over", {
    widthCharacters: 10,
    dropdown: YES_NO,
    note: "yes: a record that is made from another takes over what stands here",
  }),
]);

/**
 * The row of a field.
 *
 * @example
 * fieldCells("Offers", fixtures.offers.fields[0]).type //=> "number"
 */
export function fieldCells(pipelineName: string, field: Field): RowCells {
  return rowOf({
    pipeline: pipelineName,
    field: field.name,
    type: field.type,
    options: textFromList(field.options),
    default: field.default,
    help: field.help,
    aliases: textFromList(field.aliases),
    personal: field.personal ? "yes" : undefined,
    unique: field.unique ? "yes" : undefined,
    carries_over: field.carriesOver ? "yes" : undefined,
    id: field.id,
  });
}

/**
 * What a row says, and the faults in it; an empty type is text.
 *
 * @example
 * fieldFromCells({ pipeline: "Sales", field: "Budget", type: "number" }).row.field.type //=> "number"
 */
export function fieldFromCells(cells: RowCells): {
  readonly row: { readonly pipeline: string; readonly field: Field };
  readonly faults: readonly RowFault[];
} {
  const faults: RowFault[] = [];
  const written = textOf(cells["type"]);
  const type = fieldTypes.find((each) => nameKey(each) === nameKey(written));
  if (written !== "" && type === undefined) {
    faults.push({ key: "type", message: `"${written}" is not one of ${fieldTypes.join(", ")}` });
  }
  const options = listOf(textOf(cells["options"]));
  if (type === "choice" && options.length === 0) {
    faults.push({ key: "options", message: "a choice has no values; write them here, parted by commas" });
  }
  const yes = (key: string) => {
    const { value, fault } = readCell(cells[key] ?? null, { type: "yes/no" });
    if (fault !== undefined) faults.push({ key, message: `${fault}; write yes or no` });
    return value === true;
  };
  const start = textOf(cells["default"]);
  const help = textOf(cells["help"]);
  const field: Field = {
    id: textOf(cells["id"]),
    name: textOf(cells["field"]),
    type: type ?? ("text" satisfies FieldType),
    options,
    ...(start === "" ? {} : { default: start }),
    ...(help === "" ? {} : { help }),
    aliases: listOf(textOf(cells["aliases"])),
    personal: yes("personal"),
    unique: yes("unique"),
    carriesOver: yes("carries_over"),
  };
  return { row: { pipeline: textOf(cells["pipeline"]), field }, faults };
}
