// What an import tells beside its problems: what it made, guessed and left out, and what the gates would have asked.

import type { BoardReading } from "../../board/board-row.ts";
import { dayOf } from "../../value/moment.ts";
import { pluralOf } from "../../value/noun.ts";
import { unmetNeeds } from "../row/needs-met.ts";
import type { Run } from "../run.ts";
import type { ExtendedPipeline } from "./import-definition.ts";
import { type ImportPlan, type Source, untakenColumns } from "./import-source.ts";
import type { Wanted, WantedRecord } from "./wanted-record.ts";

/**
 * The fields and stages that were made.
 *
 * @example
 * madeNotes({ addedFields: [{ name: "Seats", type: "number" }], addedStages: [] }) //=> ['made the field "Seats" (number)']
 */
export function madeNotes(
  extended: Pick<ExtendedPipeline, "addedFields" | "addedStages">,
): readonly string[] {
  return [
    ...extended.addedFields.map((field) => `made the field "${field.name}" (${field.type})`),
    ...extended.addedStages.map((stage) => `made the stage "${stage.name}" (parked, beside the main line)`),
  ];
}

/**
 * Columns, events and lines that were not taken.
 *
 * @example
 * leftOutNotes(fixtures.importSource, fixtures.importPlan, { repeats: 1, skipped: 0 })
 * //=> ["1 event repeats the stage in which its record is; it changes nothing"]
 */
export function leftOutNotes(
  source: Source,
  plan: ImportPlan,
  wanted: Pick<Wanted, "repeats" | "skipped">,
): readonly string[] {
  const { repeats, skipped } = wanted;
  const untaken = untakenColumns(source, plan);
  return [
    ...(untaken.length === 0 ? [] : [`columns that were not taken: ${untaken.join(", ")}`]),
    ...counted(repeats, {
      one: "event repeats the stage in which its record is; it changes nothing",
      many: "events repeat the stage in which their record is; they change nothing",
    }),
    ...counted(skipped, {
      one: "line names a stage that the board lacks and was left out",
      many: "lines name a stage that the board lacks and were left out",
    }),
  ];
}

/**
 * What the gates would have asked of the records that came in: history is taken as it was, and said so.
 *
 * @example
 * gateNotes(fixtures.run, { pipeline: fixtures.offers }, []) //=> []
 */
export function gateNotes(
  run: Run,
  { pipeline }: Pick<BoardReading, "pipeline">,
  added: readonly Pick<WantedRecord, "visits" | "values">[],
): readonly string[] {
  const lacking = new Map<string, number>();
  for (const record of added) {
    const stage = record.visits[record.visits.length - 1]?.stage;
    const evidence = { values: record.values, logged: new Set<string>(), today: dayOf(run.now) };
    if (stage === undefined || unmetNeeds(stage.needs, evidence).length === 0) continue;
    lacking.set(stage.name, (lacking.get(stage.name) ?? 0) + 1);
  }
  return [...lacking].flatMap(([stage, count]) => {
    const rest = `came into "${stage}" without all that it needs; the next move asks for it`;
    return counted(count, { one: `${pipeline.noun} ${rest}`, many: `${pluralOf(pipeline.noun)} ${rest}` });
  });
}

/**
 * How many records wait in Held.
 *
 * @example
 * heldNotes({ pipeline: fixtures.offers }, 0) //=> []
 */
export function heldNotes({ pipeline }: Pick<BoardReading, "pipeline">, count: number): readonly string[] {
  const { noun } = pipeline;
  return counted(count, {
    one: `${noun} waits in Held: it has the e-mail or phone of another; choose Take or Drop there`,
    many: `${pluralOf(noun)} wait in Held: they have the e-mail or phone of others; choose Take or Drop there`,
  });
}

/**
 * How many people were added to Team.
 *
 * @example
 * teamNotes(1) //=> ["1 owner was added to Team, without a role"]
 */
export function teamNotes(count: number): readonly string[] {
  const rest = "added to Team, without a role";
  return counted(count, { one: `owner was ${rest}`, many: `owners were ${rest}` });
}

function counted(count: number, words: { readonly one: string; readonly many: string }): readonly string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? words.one : words.many}`];
}
