// Live records that hold the same in all the fields of "Flag the same", such as two shows on one date in one room. They
// are told of each other and refused nothing: whether both can be is for people to say.

import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { nameKey } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { hashOf } from "../../value/hash.ts";
import { textOfValue } from "../row/watched-field.ts";
import type { Told } from "./row-changes.ts";

const MARK_LETTERS = 11;

/** A record as it stands after the run. */
export interface FlaggableRecord {
  readonly record: string;
  readonly name: string;
  /** Stage id. */
  readonly stage: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/**
 * Record id → what is to be said of it; records of lost stages and of those that are not to be contacted are left out.
 *
 * @example
 * const same = (record, name) => ({ record, name, stage: "lead", values: { budget: 5 } });
 * sameFlags({ ...fixtures.offers, flagsSame: ["budget"] }, [same("r1", "Ada"), same("r2", "Bob")]).get("r1")
 * //=> 'the same Budget as "Bob"'
 */
export function sameFlags(
  pipeline: Pipeline,
  records: readonly FlaggableRecord[],
): ReadonlyMap<string, string> {
  const flags = new Map<string, string>();
  if (pipeline.flagsSame.length === 0) return flags;
  const live = new Set(pipeline.stages.filter(isLive).map(({ id }) => id));
  const groups = new Map<string, FlaggableRecord[]>();
  for (const record of records.filter(({ stage }) => live.has(stage))) {
    const key = keyOf(pipeline, record);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const fields = fieldsOf(pipeline).filter(({ id }) => pipeline.flagsSame.includes(id));
  const what = fields.map(({ name }) => name).join(" and ");
  for (const group of groups.values()) {
    for (const { record } of group) {
      const [other, ...more] = group.filter((each) => each.record !== record);
      if (other === undefined) continue;
      const rest = more.length === 0 ? "" : ` and ${more.length} more`;
      flags.set(record, `the same ${what} as "${other.name}"${rest}`);
    }
  }
  return flags;
}

/**
 * The record of a row that is told, as it stands then; none where the pipeline has no stage for it.
 *
 * @example
 * flaggable({ seen: { id: "r1" }, row: toldRow(fixtures.boardRun, { row: fixtures.newRow, id: "r1", origin: { how: "new" } }) })
 *   .map(({ stage }) => stage) //=> ["lead"]
 */
export function flaggable({ seen, row: { draft, state } }: Told): readonly FlaggableRecord[] {
  if (state === undefined) return [];
  const { name, values } = draft.row;
  return [{ record: seen.id, name, stage: state.now.stage, values }];
}

/**
 * Tells what a record holds in the fields that are compared; empty where nothing can be the same as it.
 *
 * @example
 * flagMark(fixtures.offers, { record: "r1", name: "Ada", stage: "lead", values: { budget: 5 } }) //=> ""
 */
export function flagMark(pipeline: Pipeline, record: FlaggableRecord): string {
  if (pipeline.flagsSame.length === 0) return "";
  const stage = pipeline.stages.find(({ id }) => id === record.stage);
  const key = stage === undefined || !isLive(stage) ? undefined : keyOf(pipeline, record);
  return key === undefined ? "" : hashOf("k", [key]).slice(0, MARK_LETTERS);
}

function isLive({ kind }: Stage): boolean {
  return kind !== "lost" && kind !== "avoid";
}

// Where one of the fields is empty, nothing is the same.
function keyOf({ flagsSame }: Pipeline, { values }: FlaggableRecord): string | undefined {
  const texts = flagsSame.map((field) => nameKey(textOfValue(values[field])));
  return texts.includes("") ? undefined : texts.join("\n");
}
