// What a report takes from the row of a record as it stands now: names, next steps and values are people's, and the
// history does not keep them.

import type { BoardRow } from "../board/board-row.ts";
import type { Pipeline } from "../definition/pipeline.ts";
import { nameKey } from "../table/cell.ts";
import { type Day, dayFromText } from "../value/day.ts";
import type { Money } from "../value/money.ts";

export interface RecordRow {
  readonly name: string;
  /** Empty where nobody owns it. */
  readonly owner: string;
  readonly nextStep: string;
  readonly nextStepOn?: Day;
  /** What it is worth: see `valueFieldOf`. */
  readonly value?: Money;
}

/**
 * The field that says what a record is worth: the money field that is asked for, else the first of the pipeline.
 *
 * @example
 * valueFieldOf(fixtures.offers) //=> undefined
 */
export function valueFieldOf({ fields }: Pipeline, name?: string): Pipeline["fields"][number] | undefined {
  const money = fields.filter(({ type }) => type === "money");
  return name === undefined ? money[0] : money.find((field) => nameKey(field.name) === nameKey(name));
}

/**
 * The row as a report needs it; `valueField` is the id of the field that says its worth.
 *
 * @example
 * recordRow(fixtures.newRow) //=> { name: "Ada", owner: "", nextStep: "" }
 */
export function recordRow(
  { name, values }: Pick<BoardRow, "name" | "values">,
  valueField?: string,
): RecordRow {
  const on = dayFromText(textOf(values["next_step_on"]));
  const value = values[valueField ?? ""];
  return {
    name,
    owner: textOf(values["owner"]).trim(),
    nextStep: textOf(values["next_step"]).trim(),
    ...(on === undefined ? {} : { nextStepOn: on }),
    ...(typeof value === "object" ? { value } : {}),
  };
}

function textOf(value: BoardRow["values"][string] | undefined): string {
  return typeof value === "string" ? value : "";
}
