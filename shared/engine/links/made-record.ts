// The record that a rule makes of another: its row at the first stage of the other board, and the entry by which it came in.
// The id follows from the act, and the entry tells of the values as the look after it will read them, so that this look
// finds nothing new.

import { mainLineOf, type Person, type Pipeline } from "../../definition/pipeline.ts";
import { cellKindOf, fieldsOf, nameField, ownerField } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import { textOf } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { freshId } from "../../value/hash.ts";
import { pathEntry, watchedData } from "../row/entry-making.ts";
import { startValues } from "../row/start-values.ts";
import { watchedFields } from "../row/watched-field.ts";
import { type ActBoard, actEntryId, RULES_ACT_AS, type RuleAct } from "../rules/rule-act.ts";
import { ruling } from "../rules/rule-entries.ts";
import type { Run } from "../run.ts";
import { carriedCells, carriedOwner } from "./carried-cells.ts";
import { backField } from "./link-fields.ts";

export interface MadeRecord {
  readonly record: string;
  readonly name: string;
  readonly row: RowCells;
  /** The field in which its row names the record that it is made from. */
  readonly field: string | undefined;
}

/**
 * The record that the act makes on `to`; `source` is the row that it is made from.
 *
 * @example
 * const boards = { from: { pipeline: fixtures.offers }, to: { pipeline: fixtures.offers } };
 * const act = { board: "deals", record: "rada", rule: { id: "make" }, occurrence: "e1", index: 0 };
 * madeRecord(act, { ...boards, team: [], source: { name: "Ada", cells: {}, values: { budget: 500 } } }).row.budget //=> 500
 */
export function madeRecord(
  act: RuleAct,
  made: {
    readonly from: Pick<ActBoard, "pipeline">;
    readonly to: Pick<ActBoard, "pipeline">;
    readonly source: {
      readonly name: string;
      readonly cells: RowCells;
      readonly values: Readonly<Record<string, FieldValue>>;
    };
    readonly team: readonly Person[];
  },
): MadeRecord {
  const { from, source, team } = made;
  const { pipeline } = made.to;
  const record = freshId(actEntryId({ ...act, rule: act.rule.id }), 0);
  const field = backField(pipeline, from.pipeline);
  const owner = carriedOwner(textOf(source.cells[ownerField.id]), pipeline, team);
  const carried = carriedCells({ pipeline: from.pipeline, values: source.values }, pipeline);
  const row: RowCells = {
    ...carried,
    ...startValues(pipeline, valuesOf(pipeline, carried)).cells,
    ...(field === undefined ? {} : { [field]: source.name }),
    ...(owner === "" ? {} : { [ownerField.id]: owner }),
    stage: mainLineOf(pipeline)[0]?.name ?? null,
    [nameField.id]: source.name,
    id: record,
  };
  return { record, name: source.name, row, field };
}

/**
 * The entry by which it comes in; `reason` says by what.
 *
 * @example
 * createdByRule(fixtures.run, { board: { id: "deals" }, pipeline: fixtures.offers },
 *   { made: { record: "r1", name: "Ada", row: { name: "Ada" } }, reason: 'by the rule "Make it"' }).who //=> "Stageline"
 */
export function createdByRule(
  run: Run,
  { board, pipeline }: { readonly board: { readonly id: string }; readonly pipeline: Pipeline },
  { made, reason }: { readonly made: Pick<MadeRecord, "record" | "name" | "row">; readonly reason: string },
): Entry {
  const subject = { board: board.id, record: made.record, name: made.name, n: 0 };
  const data = watchedData(watchedFields(pipeline), valuesOf(pipeline, made.row));
  const fact = { kind: "created", subject, to: mainLineOf(pipeline)[0]?.id ?? "", data } as const;
  return pathEntry(ruling(run), { ...fact, who: RULES_ACT_AS, note: reason });
}

function valuesOf(pipeline: Pipeline, cells: RowCells): Readonly<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {};
  for (const field of fieldsOf(pipeline)) {
    const { value } = readCell(cells[field.id], cellKindOf(pipeline, field));
    if (value !== undefined) values[field.id] = value;
  }
  return values;
}
