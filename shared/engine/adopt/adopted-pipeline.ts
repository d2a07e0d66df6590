// The pipeline of an adopted tab: the one that a person named, or the one that the tab had when it was a board before,
// or one that is made of its stages and columns.

import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import { plainPipeline } from "../../definition/plain-pipeline.ts";
import { stagesFromLine } from "../../definition/stage-line.ts";
import { type AdoptedColumn, adoptedColumns } from "./adopted-columns.ts";
import { guessedRoles, type RoleWishes } from "./column-roles.ts";
import { nounIn } from "./header-words.ts";
import type { SheetColumn } from "./sheet-column.ts";
import { guessedStages, withKnownStages } from "./stage-guess.ts";

export interface AdoptWishes extends RoleWishes {
  /** "A > B > Won:won | Lost:lost". */
  readonly stages?: string;
  readonly noun?: string;
  readonly currency?: string;
  /** One of the book's, or a built-in one. */
  readonly pipeline?: Pipeline;
}

export interface AdoptedPipeline {
  readonly pipeline: Pipeline;
  readonly columns: readonly AdoptedColumn[];
  /** Where the stages and their order come from, in words. */
  readonly stagesFrom: string;
}

/** What a pipeline can be made from. */
export interface PipelineSources {
  readonly tab: string;
  readonly columns: readonly SheetColumn[];
  readonly definition: Definition;
  /** The pipeline of the tab when it was a board before. */
  readonly former: Pipeline | undefined;
}

/**
 * The pipeline with a field for every column that can be one.
 *
 * @throws {StagelineError} `usage`, when a wish names a header that the tab lacks, or a line of stages that is none
 * @example
 * adoptedPipeline({ tab: "CRM", columns: sheetColumns(fixtures.crmTable, plainTab), definition: fixtures.book, former: undefined }, {})
 *   .pipeline.stages.map(({ id }) => id) //=> ["lead", "won"]
 */
export function adoptedPipeline(sources: PipelineSources, wishes: AdoptWishes): AdoptedPipeline {
  const { columns, definition } = sources;
  const { stages, stagesFrom, base } = basis(sources, wishes);
  const grows = !definition.pipelines.includes(base);
  const adopted = adoptedColumns(columns, { wishes, pipeline: base, grows });
  if (!grows) return { pipeline: base, columns: adopted, stagesFrom };
  const filled = new Map(
    adopted.flatMap(({ field }) => (field === undefined ? [] : [[field.id, field] as const])),
  );
  const known = base.fields.map((field) => filled.get(field.id) ?? field);
  const fresh = [...filled.values()].filter(({ id }) => !base.fields.some((field) => field.id === id));
  return { pipeline: { ...base, stages, fields: [...known, ...fresh] }, columns: adopted, stagesFrom };
}

function basis(
  { tab, columns, former }: PipelineSources,
  wishes: AdoptWishes,
): { readonly stages: readonly Stage[]; readonly stagesFrom: string; readonly base: Pipeline } {
  const { currency, noun, pipeline = former } = wishes;
  const said = { ...(currency === undefined ? {} : { currency }), ...(noun === undefined ? {} : { noun }) };
  if (pipeline !== undefined && wishes.stages === undefined) {
    const base = Object.keys(said).length === 0 ? pipeline : { ...pipeline, ...said };
    const stagesFrom =
      pipeline === former
        ? "as they were when the tab was a board"
        : `those of the pipeline "${pipeline.name}"`;
    return { stages: base.stages, stagesFrom, base };
  }
  const stageColumn = guessedRoles(columns, wishes, pipeline?.fields ?? []).get("stage")?.column;
  const guess =
    wishes.stages === undefined
      ? guessedStages(stageColumn)
      : { stages: stagesFromLine(wishes.stages), order: "as they were asked for" };
  const base = { ...(pipeline ?? pipelineOf(tab, columns, wishes)), ...said };
  return { stages: withKnownStages(guess.stages, base.stages), stagesFrom: guess.order, base };
}

function pipelineOf(tab: string, columns: readonly SheetColumn[], wishes: RoleWishes): Pipeline {
  const name = guessedRoles(columns, wishes, []).get("name")?.column.header ?? "";
  return plainPipeline({ name: tab, noun: nounIn(tab) ?? nounIn(name) ?? "record" });
}
