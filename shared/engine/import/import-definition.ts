// What a board must have before an import can fill it: the fields that the plan names, made with a type guessed
// from the column, and with "park" the stages that the file knows and the board does not.

import { stageNamed } from "../../board/board-row.ts";
import { identifierFrom } from "../../definition/identifier.ts";
import { namedIn } from "../../definition/named.ts";
import type { Definition, Field, Pipeline, Stage } from "../../definition/pipeline.ts";
import { fieldCells, fieldsTab } from "../../definition/setup/fields-tab.ts";
import { stageCells, stagesTab } from "../../definition/setup/stages-tab.ts";
import { plainStage } from "../../definition/stage-line.ts";
import { fieldsOf, standardFieldIds, standardHeader } from "../../definition/standard-field.ts";
import { nameKey } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { inferredType } from "../../table/inferred-type.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { columnIndex, type ImportPlan, type Source } from "./import-source.ts";

export interface ExtendedPipeline {
  readonly pipeline: Pipeline;
  readonly addedFields: readonly Field[];
  readonly addedStages: readonly Stage[];
}

/**
 * The pipeline with the fields and stages that the import needs.
 *
 * @throws {StagelineError} `usage`, when the plan names a column that the file lacks, or a field that cannot be
 * @example
 * extendedPipeline(fixtures.offers, { header: ["id", "Seats"], rows: [{ line: 2, cells: ["a", "3"] }] },
 *   { idColumn: "id", fields: [{ field: "Seats", column: "Seats" }], stageDates: [], others: "refuse" })
 *   .addedFields.map((field) => `${field.name}: ${field.type}`)
 * //=> ["id: text", "Seats: number"]
 */
export function extendedPipeline(pipeline: Pipeline, source: Source, plan: ImportPlan): ExtendedPipeline {
  const idColumn = plan.events?.case ?? plan.idColumn;
  const wanted = [
    ...(idColumn === undefined
      ? []
      : [{ field: headerOf(source, idColumn), column: idColumn, unique: true }]),
    ...plan.fields.map((field) => ({ ...field, unique: false })),
  ];
  const addedFields: Field[] = [];
  for (const { field, column, unique } of wanted) {
    const known = [...fieldsOf(pipeline), ...addedFields];
    if (namedIn(known, field) !== undefined) continue;
    refuseName(field);
    const index = columnIndex(source, column);
    const type = unique ? "text" : inferredType(source.rows.map((row) => row.cells[index] ?? null));
    const taken = new Set([...known.map(({ id }) => id), ...standardFieldIds]);
    addedFields.push({
      id: identifierFrom(field, taken),
      name: field,
      type,
      options: [],
      aliases: [],
      personal: false,
      unique,
      carriesOver: type === "e-mail" || type === "phone",
    });
  }
  const addedStages = plan.others === "park" ? parkedStages(pipeline, source, plan) : [];
  return {
    pipeline: {
      ...pipeline,
      fields: [...pipeline.fields, ...addedFields],
      stages: [...pipeline.stages, ...addedStages],
    },
    addedFields,
    addedStages,
  };
}

function refuseName(field: string): void {
  if (field.trim() === "") throw new StagelineError("usage", "a field of the board needs a name");
  const header = standardHeader(field);
  if (header === undefined) return;
  const message = `every board has a column "${header}" already, and it is no field; give this one another name`;
  throw new StagelineError("usage", message);
}

/**
 * The rows that make the extension part of the book.
 *
 * @example
 * extensionChanges([], fixtures.book, { pipeline: fixtures.offers, addedFields: [], addedStages: [] }) //=> []
 */
export function extensionChanges(
  tables: Tables,
  definition: Definition,
  extended: ExtendedPipeline,
): readonly Change[] {
  const { pipeline, addedFields, addedStages } = extended;
  const name = definition.pipelines.find((each) => each.id === pipeline.id)?.name ?? pipeline.name;
  const fieldRows = addedFields.map((field) => fieldCells(name, field));
  const stageRows = addedStages.map((stage) => stageCells(pipeline, stage, fieldsOf(pipeline)));
  const tabOf = (layout: typeof fieldsTab) => tableOf(tables, layout)?.tab ?? layout.tab;
  const changes: Change[] = [];
  if (fieldRows.length > 0) changes.push({ kind: "append", tab: tabOf(fieldsTab), rows: fieldRows });
  if (stageRows.length > 0) changes.push({ kind: "append", tab: tabOf(stagesTab), rows: stageRows });
  return changes;
}

function parkedStages(pipeline: Pipeline, source: Source, plan: ImportPlan): readonly Stage[] {
  const stages: Stage[] = [];
  for (const name of stageNamesIn(source, plan)) {
    const known = { ...pipeline, stages: [...pipeline.stages, ...stages] };
    if (stageNamed(known, name) !== undefined) continue;
    const id = identifierFrom(name, new Set(known.stages.map((stage) => stage.id)));
    stages.push(plainStage({ id, name, kind: "parked", onMainLine: false }));
  }
  return stages;
}

/**
 * Every stage name that the file holds, once, in the order in which it comes.
 *
 * @example
 * stageNamesIn({ header: ["s"], rows: [{ line: 2, cells: ["Lead "] }, { line: 3, cells: ["lead"] }] },
 *   { stageColumn: "s", fields: [], stageDates: [], others: "refuse" }) //=> ["Lead"]
 */
export function stageNamesIn(source: Source, plan: ImportPlan): readonly string[] {
  const column = plan.events?.stage ?? plan.stageColumn;
  if (column === undefined) return [];
  const index = columnIndex(source, column);
  const names = new Map<string, string>();
  for (const { cells } of source.rows) {
    const name = (cells[index] ?? "").trim();
    if (name !== "" && !names.has(nameKey(name))) names.set(nameKey(name), name);
  }
  return [...names.values()];
}

function headerOf(source: Source, column: string): string {
  return source.header[columnIndex(source, column)] ?? column;
}
