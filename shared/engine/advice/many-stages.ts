// As few stages as will do: each one more is a chance for a mistake. A pipeline of more than twenty is told which of
// them could be one.

import type { Pipeline } from "../../definition/pipeline.ts";
import { MOST_STAGES, mainLineOf } from "../../definition/pipeline.ts";
import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { isLeftAtOnce, isSkipped, stageUses } from "./stage-use.ts";

const MOST_CANDIDATES = 4;

/**
 * What is told of a pipeline with more than twenty stages: which to merge or to leave out.
 *
 * @example
 * manyStages(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function manyStages({ pipeline, boards, book, addedMs }: PipelineFacts): readonly Advice[] {
  const count = pipeline.stages.length;
  if (count <= MOST_STAGES) return [];
  const uses = boards.flatMap(({ paths }) => stageUses(pipeline, paths, addedMs));
  const barely = uses.flatMap((use) => {
    if (isSkipped(use)) return [`${quoted(use.stage.name)}, which is always skipped`];
    return isLeftAtOnce(use) ? [`${quoted(use.stage.name)}, which is left within the hour`] : [];
  });
  const pairs = neighboursOfOneRole(pipeline).map(([one, two]) => `${quoted(one)} with ${quoted(two)}`);
  const merged = [...new Set([...barely, ...pairs])].slice(0, MOST_CANDIDATES).join("; ");
  const message = `${quoted(pipeline.name)} has ${count} stages; with more than ${MOST_STAGES} people lose their way; merge some${merged === "" ? "" : `, such as ${merged}`}`;
  const id = boards[0]?.board.id ?? "";
  return [adviceAt(book, { layout: pipelinesTab, key: "pipeline", id }, message)];
}

// One person does both, one after the other, and nothing is asked in between.
function neighboursOfOneRole(pipeline: Pipeline): readonly (readonly [string, string])[] {
  const line = mainLineOf(pipeline);
  return line.flatMap((stage, index) => {
    const next = line[index + 1];
    if (next === undefined || next.needs.length > 0 || stage.kind !== next.kind) return [];
    const isOneRole = nameKey(stage.role ?? "") === nameKey(next.role ?? "");
    return isOneRole ? [[stage.name, next.name] as const] : [];
  });
}
