// The pipelines of a book, as far as its stages go, from the range of the tab Stages. Stages are told apart by their
// hidden IDs, which stand at the end of that tab. Where a range leaves them out, they are made of the names as they were
// made at first, and held against the history: a stage that was renamed since shows itself there.

import type { Pipeline } from "../../definition/pipeline.ts";
import { plainPipeline } from "../../definition/plain-pipeline.ts";
import { openTab } from "../../definition/setup/opened-tab.ts";
import { type ReadStage, readStageRows } from "../../definition/setup/read-stages.ts";
import { setupReader } from "../../definition/setup/setup-reader.ts";
import { stagesTab } from "../../definition/setup/stages-tab.ts";
import { type Entry, isPathEntry } from "../../log/entry.ts";
import { nameKey } from "../../table/cell.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { type CellRange, rangeTable } from "./cell-range.ts";

export interface StageRange {
  readonly pipelines: readonly Pipeline[];
  /** Whether the range has the IDs of the stages. */
  readonly hasIds: boolean;
}

const WHOLE_RANGE = "Stages!A:S";

/**
 * The pipelines that the range tells.
 *
 * @throws {StagelineError} `usage`, when a column is missing or a cell holds a mistake
 * @example
 * stageRange([["Pipeline", "Stage", "Kind", "Main line"], ["Offers", "Lead", "", ""], ["Offers", "Won", "won", ""]])
 *   .pipelines[0].stages.map(({ id, kind }) => `${id} ${kind}`) //=> ["lead open", "won won"]
 */
export function stageRange(range: CellRange): StageRange {
  const reader = setupReader([rangeTable(stagesTab.tab, range)]);
  const { at } = openTab(reader, stagesTab)?.view.columns ?? { at: new Map<string, number>() };
  for (const key of ["pipeline", "stage", "kind", "main_line"]) {
    if (at.has(key)) continue;
    const header = stagesTab.columns.find((column) => column.key === key)?.header ?? key;
    const message = `the range of Stages lacks the column "${header}"; give it with its header row: ${WHOLE_RANGE}`;
    throw new StagelineError("usage", message);
  }
  const rows = readStageRows(reader);
  const mistake = reader.problems.find(({ cell }) => cell !== undefined);
  if (mistake !== undefined)
    throw new StagelineError("usage", `Stages!${mistake.cell}: ${mistake.message}; mend it first`);
  return { pipelines: pipelinesOf(rows), hasIds: at.has("id") };
}

/**
 * The pipeline that a board follows: by the stages in its history, and where it has none, by its name.
 *
 * @throws {StagelineError} `usage`, when the range has no IDs and the history speaks of stages that it does not tell
 * @example
 * pipelineOfBoard({ pipelines: [fixtures.offers], hasIds: true }, "Offers", [])?.noun //=> "deal"
 */
export function pipelineOfBoard(
  range: StageRange,
  board: string,
  entries: readonly Entry[],
): Pipeline | undefined {
  const pipeline = followedPipeline(range, board, entries);
  if (pipeline === undefined || range.hasIds) return pipeline;
  const known = new Set(pipeline.stages.map(({ id }) => id));
  if ([...visitedStages(entries)].every((id) => known.has(id))) return pipeline;
  const message = `the history of "${board}" has stages that the range of Stages does not tell; give it with its hidden column ID: ${WHOLE_RANGE}`;
  throw new StagelineError("usage", message);
}

/**
 * The same, without a look at what the range may lack.
 *
 * @example
 * followedPipeline({ pipelines: [fixtures.offers] }, "Deals", [fixtures.entry])?.name //=> "Offers"
 */
export function followedPipeline(
  { pipelines }: Pick<StageRange, "pipelines">,
  board: string,
  entries: readonly Entry[],
): Pipeline | undefined {
  const visited = visitedStages(entries);
  const named = pipelines.find(({ name }) => nameKey(name) === nameKey(board));
  const [found] = [...(named === undefined ? [] : [named]), ...pipelines]
    .map((pipeline) => ({ pipeline, known: pipeline.stages.filter(({ id }) => visited.has(id)).length }))
    .sort((left, right) => right.known - left.known);
  return found === undefined || found.known === 0 ? named : found.pipeline;
}

function visitedStages(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ kind, to }) => (isPathEntry(kind) && to !== undefined ? [to] : [])));
}

function pipelinesOf(rows: readonly ReadStage[]): readonly Pipeline[] {
  const named = new Map<string, ReadStage[]>();
  for (const row of rows) {
    const key = nameKey(row.said.pipeline);
    named.set(key, [...(named.get(key) ?? []), row]);
  }
  return [...named.values()].map((own) => ({
    ...plainPipeline({ name: own[0]?.said.pipeline ?? "", noun: "record" }),
    // What a stage asks of records changes nothing that is counted.
    stages: own.map(({ said }) => ({ ...said.stage, needs: [], next: [] })),
  }));
}
