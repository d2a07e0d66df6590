// A record as a card on its board: what one reads of it from a distance. It tells the row as the sheet shows it, and
// leaves out what the row has not, because a board sends a thousand of them.

import type { BoardRow } from "../../board/board-row.ts";
import type { Pipeline } from "../../definition/pipeline.ts";
import { readCell } from "../../table/field-value.ts";
import { type Day, dayFromText } from "../../value/day.ts";
import type { Money } from "../../value/money.ts";
import { recordRow, valueFieldOf } from "../record-row.ts";

export interface BoardCard {
  readonly record: string;
  readonly name: string;
  /** Id of its stage. */
  readonly stage: string;
  /** Empty where nobody owns it. */
  readonly owner: string;
  /** What its first text field says, such as a company. */
  readonly detail?: string;
  readonly value?: Money;
  /** The day on which it entered the stage. */
  readonly since?: Day;
  /** The last day in time. */
  readonly due?: Day;
  readonly nextStep?: string;
  readonly nextStepOn?: Day;
  /** What its Status note says. */
  readonly status?: string;
}

/** What a card is made of. */
export type CardRow = Pick<BoardRow, "id" | "name" | "cells" | "values">;

/**
 * The card of a row that stands in that stage.
 *
 * @example
 * boardCard(fixtures.offers, { id: "r1", name: "Ada", cells: { since: { serial: 46346 } }, values: { owner: "Bo" } }, "lead")
 * //=> { record: "r1", name: "Ada", stage: "lead", owner: "Bo", since: "2026-11-20" }
 */
export function boardCard(pipeline: Pipeline, row: CardRow, stage: string): BoardCard {
  const { id: record, name, cells, values } = row;
  const { owner, nextStep, nextStepOn, value } = recordRow(row, valueFieldOf(pipeline)?.id);
  const detail = textOfField(values[pipeline.fields.find(({ type }) => type === "text")?.id ?? ""]);
  const status = textOfField(cells["status_note"]);
  return {
    ...{ record, name, stage, owner },
    ...(detail === "" ? {} : { detail }),
    ...(value === undefined ? {} : { value }),
    ...dayIn("since", cells),
    ...dayIn("due", cells),
    ...(nextStep === "" ? {} : { nextStep }),
    ...(nextStepOn === undefined ? {} : { nextStepOn }),
    ...(status === "" ? {} : { status }),
  };
}

function dayIn<Key extends string>(key: Key, cells: CardRow["cells"]): Partial<Record<Key, Day>> {
  const { value } = readCell(cells[key], { type: "day" });
  const day = typeof value === "string" ? dayFromText(value) : undefined;
  return day === undefined ? {} : ({ [key]: day } as Partial<Record<Key, Day>>);
}

function textOfField(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
