// The definition read from the set-up tabs. A mistake is a problem at its cell; while there is one, the last
// good definition stays in force whole, so that half an edit never rules. Ids that a row lacks are made from
// its name, and the caller writes them back. What was renamed is still known by the names that earlier definitions
// have for it; cells that follow of themselves (the name of a renamed pipeline or tab) are handed back, too.

import { nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { withFormerNamesOf } from "../named.ts";
import type { Definition, Field, Pipeline } from "../pipeline.ts";
import { plainPipeline } from "../plain-pipeline.ts";
import { fieldsOf } from "../standard-field.ts";
import { fieldsTab } from "./fields-tab.ts";
import { type ReadFrom, readOnce } from "./known-readings.ts";
import { messagesTab } from "./messages-tab.ts";
import { milestonesTab } from "./milestones-tab.ts";
import { openTab } from "./opened-tab.ts";
import { pipelinesTab } from "./pipelines-tab.ts";
import { type BoardRow, pipelineNames, readBoardRows } from "./read-board-rows.ts";
import { readFieldRows, readFlagsSame, readPeriod } from "./read-fields.ts";
import { readMessages, readMilestones, readRules } from "./read-pipeline-rows.ts";
import { completeStages, type ReadStage, readStageRows } from "./read-stages.ts";
import { readHolidays, readTeam } from "./read-team.ts";
import { rulesTab } from "./rules-tab.ts";
import { type FollowingCell, type MintedId, report, type SetupReader, setupReader } from "./setup-reader.ts";
import { stagesTab } from "./stages-tab.ts";

export interface SetupReading {
  /** What is in force: what the tabs say, or the last good definition while they hold a mistake. */
  readonly definition: Definition;
  /** Mistakes: while there is one, the last good definition is in force. */
  readonly problems: readonly Problem[];
  /** What a person should know of, and what keeps nothing from coming into force. */
  readonly remarks: readonly Problem[];
  readonly minted: readonly MintedId[];
  /** Cells to be written where the definition that was read comes into force. */
  readonly following: readonly FollowingCell[];
}

/**
 * The definition that the book's set-up tabs hold; `earlier` are those that were in force before, the latest first,
 * for the names that they have.
 *
 * @throws {StagelineError} `usage`, when the book has no Pipelines tab: it holds no board yet
 * @example
 * readSetup(fixtures.setupTables, undefined).definition.boards[0].tab //=> "Deals"
 */
export function readSetup(
  tables: Tables,
  lastGood: Definition | undefined,
  earlier: readonly Definition[] = lastGood === undefined ? [] : [lastGood],
): SetupReading {
  return setupReading({ tables, lastGood, earlier });
}

const setupReading = readOnce(({ tables, lastGood, earlier }: ReadFrom): SetupReading => {
  const blank = setupReader(tables, earlier);
  const tab = openTab(blank, pipelinesTab);
  if (tab === undefined) {
    throw new StagelineError("usage", 'this book has no boards yet; make one with "stageline new <book>"');
  }
  const boards = readBoardRows(blank, tab);
  const reader = { ...blank, pipelines: pipelineNames(blank, boards) };
  const definition = definitionOf(reader, boards);
  const { problems, remarks, minted, following } = reader;
  if (problems.length > 0 && lastGood !== undefined)
    return { definition: lastGood, problems, remarks, minted, following: [] };
  return { definition, problems, remarks, minted, following };
});

function definitionOf(reader: SetupReader, boards: readonly BoardRow[]): Definition {
  const zone = boards[0]?.said.zone ?? "";
  return {
    zone: zone === "" ? "UTC" : zone,
    practice: boards[0]?.said.practice === true,
    pipelines: readPipelines(reader, boards),
    boards: boards.map(({ board, boardId, pipelineId, said }) => ({
      id: boardId,
      tab: board,
      pipeline: pipelineId,
      ...(said.fedBy === "" ? {} : { fedBy: said.fedBy }),
    })),
    team: readTeam(reader),
    ...(boards[0]?.said.digestAt === undefined ? {} : { digestAt: boards[0].said.digestAt }),
    holidays: readHolidays(reader),
  };
}

function readPipelines(reader: SetupReader, boards: readonly BoardRow[]): readonly Pipeline[] {
  const firsts = boards.filter((board) => board.isFirst);
  const stages = readStageRows(reader);
  const fields = readFieldRows(reader);
  for (const layout of [stagesTab, fieldsTab, milestonesTab, rulesTab, messagesTab])
    reportStrangers(reader, layout);
  return firsts.map((board) => {
    const before = reader.earlier.flatMap(({ pipelines }) =>
      pipelines.filter(({ id }) => id === board.pipelineId),
    );
    const mine = (pipeline: string) => nameKey(pipeline) === nameKey(board.said.name);
    const own = {
      stages: stages.filter(({ said }) => mine(said.pipeline)),
      fields: fields.filter(({ pipeline }) => mine(pipeline)).map(({ field }) => field),
    };
    return readPipeline(reader, board, { ...own, before });
  });
}

interface PipelineRows {
  readonly stages: readonly ReadStage[];
  readonly fields: readonly Field[];
  /** The pipeline as it was in earlier definitions, the latest first: the names that its things had. */
  readonly before: readonly Pipeline[];
}

function readPipeline(reader: SetupReader, board: BoardRow, rows: PipelineRows): Pipeline {
  const { name } = board.said;
  const { fields, before } = rows;
  const draft = { ...settingsOf(board), fields };
  const words = {
    stages: withFormerNamesOf(
      rows.stages.map(({ said: { stage } }) => stage),
      before.flatMap((each) => each.stages),
    ),
    fields: withFormerNamesOf(
      fieldsOf(draft),
      before.flatMap((each) => each.fields),
    ),
  };
  const isLast = before[0] !== undefined && reader.earlier[0]?.pipelines.includes(before[0]) === true;
  const stages = completeStages(reader, rows.stages, { words, before: isLast ? before[0] : undefined });
  if (!stages.some((stage) => stage.onMainLine)) {
    const message = `the pipeline "${name}" has no stage on its main line; add rows to Stages`;
    report(reader, board, [{ key: "pipeline", message }]);
  }
  const period = readPeriod(reader, board, words.fields);
  const messages = readMessages(reader, name, words.fields);
  const messageNames = withFormerNamesOf(
    messages.map(withoutAliases),
    before.flatMap((each) => each.messages.map(withoutAliases)),
  );
  return {
    ...draft,
    ...(period === undefined ? {} : { period }),
    flagsSame: readFlagsSame(reader, board, words.fields),
    stages,
    milestones: readMilestones(reader, name, words),
    rules: readRules(reader, board.said, { ...words, messages: messageNames }),
    messages,
  };
}

function settingsOf({ said, pipelineId }: BoardRow): Pipeline {
  return {
    ...plainPipeline(said),
    id: pipelineId,
    ...(said.currency === undefined ? {} : { currency: said.currency }),
    workingDays: said.workingDays,
  };
}

function withoutAliases({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name, aliases: [] };
}

function reportStrangers(reader: SetupReader, layout: TabLayout): void {
  const tab = openTab(reader, layout);
  const known = new Set(reader.pipelines.map(({ name }) => nameKey(name)));
  const names = reader.pipelines.map(({ name }) => name).join(", ");
  for (const row of tab?.rows ?? []) {
    const name = textOf(row.cells["pipeline"]);
    if (tab === undefined || known.has(nameKey(name))) continue;
    const message = `"${name}" is not one of the pipelines ${names}`;
    report(reader, { tab, row }, [{ key: "pipeline", message }]);
  }
}
