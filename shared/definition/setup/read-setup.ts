// The definition read from the set-up tabs. A mistake is a problem at its cell; while there is one, the last
// good definition stays in force whole, so that half an edit never rules. Ids that a row lacks are made from
// its name, and the caller writes them back. A stage or field that was renamed is still known by the names that
// earlier definitions have for it, so that the cells which use them need no change.

import { nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import type { ViewRow } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { namedIn, withFormerNamesOf } from "../named.ts";
import type { Definition, Field, Milestone, Person, Pipeline, Stage } from "../pipeline.ts";
import type { Message, Rule } from "../rule.ts";
import type { RuleWords } from "../rule-text.ts";
import { fieldsOf, standardFieldIds, standardHeader } from "../standard-field.ts";
import { calendarTab, holidayFromCells } from "./calendar-tab.ts";
import { fieldFromCells, fieldsTab } from "./fields-tab.ts";
import { messageFromCells, messagesTab } from "./messages-tab.ts";
import { milestoneFromCells, milestonesTab } from "./milestones-tab.ts";
import { pipelinesTab } from "./pipelines-tab.ts";
import { type BoardRow, readBoardRows } from "./read-board-rows.ts";
import { ruleFromCells, rulesTab } from "./rules-tab.ts";
import {
  type MintedId,
  nameFaults,
  openTab,
  report,
  rowId,
  type SetupReader,
  type SetupTabReader,
  setupReader,
} from "./setup-reader.ts";
import type { RowFault } from "./setup-tab.ts";
import { needsOfRow, type StageRow, stageFromCells, stagesTab } from "./stages-tab.ts";
import { personFromCells, teamTab } from "./team-tab.ts";

export interface SetupReading {
  /** What is in force: what the tabs say, or the last good definition while they hold a mistake. */
  readonly definition: Definition;
  readonly problems: readonly Problem[];
  readonly minted: readonly MintedId[];
}

/**
 * The definition that the book's set-up tabs hold; `earlier` are those that were in force before, for the names
 * that they have.
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
  const reader = setupReader(tables);
  const tab = openTab(reader, pipelinesTab);
  if (tab === undefined) {
    throw new StagelineError("usage", 'this book has no boards yet; make one with "stageline new <book>"');
  }
  const boards = readBoardRows(reader, tab);
  const zone = boards[0]?.said.zone ?? "";
  const definition: Definition = {
    zone: zone === "" ? "UTC" : zone,
    practice: boards.some((board) => board.said.practice),
    pipelines: readPipelines(reader, boards, earlier),
    boards: boards.map(({ said, boardId, pipelineId }) => ({
      id: boardId,
      tab: said.board,
      pipeline: pipelineId,
    })),
    team: readTeam(reader),
    holidays: readHolidays(reader),
  };
  const { problems, minted } = reader;
  if (problems.length > 0 && lastGood !== undefined) return { definition: lastGood, problems, minted };
  return { definition, problems, minted };
}

function readPipelines(
  reader: SetupReader,
  boards: readonly BoardRow[],
  earlier: readonly Definition[],
): readonly Pipeline[] {
  const firsts = boards.filter((board) => board.isFirst);
  const stages = readStageRows(reader);
  const fields = readFieldRows(reader);
  for (const layout of [stagesTab, fieldsTab, milestonesTab, rulesTab, messagesTab])
    reportStrangers(reader, layout, firsts);
  return firsts.map((board) => {
    const before = earlier.flatMap(({ pipelines }) => pipelines.filter(({ id }) => id === board.pipelineId));
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
  /** The pipeline as it was in earlier definitions: the names that its stages and fields had. */
  readonly before: readonly Pipeline[];
}

function readPipeline(reader: SetupReader, board: BoardRow, rows: PipelineRows): Pipeline {
  const { said } = board;
  const { fields, before } = rows;
  const draft: Pipeline = {
    id: board.pipelineId,
    name: said.name,
    noun: said.noun,
    ...(said.currency === undefined ? {} : { currency: said.currency }),
    workingDays: said.workingDays,
    stages: [],
    fields,
    milestones: [],
    rules: [],
    messages: [],
  };
  const known = withFormerNamesOf(
    fieldsOf(draft),
    before.flatMap((each) => each.fields),
  );
  const named = rows.stages.map(({ said: { stage } }) => stage);
  const words = {
    stages: withFormerNamesOf(
      named,
      before.flatMap((each) => each.stages),
    ),
    fields: known,
  };
  const stages = rows.stages.map((row) => completeStage(reader, row, words));
  if (!stages.some((stage) => stage.onMainLine)) {
    const message = `the pipeline "${said.name}" has no stage on its main line; add rows to Stages`;
    report(reader, board, [{ key: "pipeline", message }]);
  }
  const period = readPeriod(reader, board, known);
  const messages = readMessages(reader, said.name, known);
  const ruleWords = { ...words, messages: messages.map((message) => ({ ...message, aliases: [] })) };
  return {
    ...draft,
    ...(period === undefined ? {} : { period }),
    stages,
    milestones: readMilestones(reader, said.name, words),
    rules: readRules(reader, said.name, ruleWords),
    messages,
  };
}

interface ReadStage {
  readonly tab: SetupTabReader;
  readonly row: ViewRow;
  readonly said: StageRow;
}

/** Stages and fields by all the names that cells may use for them. */
interface Words {
  readonly stages: readonly Pick<Stage, "id" | "name" | "aliases">[];
  readonly fields: readonly Field[];
}

function readStageRows(reader: SetupReader): readonly ReadStage[] {
  const tab = openTab(reader, stagesTab);
  const seen = new Map<string, number>();
  return (tab?.rows ?? []).flatMap((row) => {
    if (tab === undefined) return [];
    const { row: said, faults } = stageFromCells(row.cells);
    const { name } = said.stage;
    const scope = said.pipeline;
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: "stage", name, row, scope })]);
    const stage = { ...said.stage, id: rowId(reader, { tab, row }, { name, scope }) };
    return [{ tab, row, said: { ...said, stage } }];
  });
}

function completeStage(reader: SetupReader, read: ReadStage, words: Words): Stage {
  const { needs, faults } = needsOfRow(read.said.needsText, words.fields);
  const next: string[] = [];
  const nextFaults: RowFault[] = [];
  for (const name of read.said.nextNames) {
    const found = namedIn(words.stages, name);
    if (found !== undefined) next.push(found.id);
    else {
      const names = words.stages.map((stage) => stage.name).join(", ");
      nextFaults.push({ key: "next", message: `"${name}" is not one of the stages ${names}` });
    }
  }
  report(reader, read, [...faults, ...nextFaults]);
  return { ...read.said.stage, needs, next };
}

interface ReadField {
  readonly pipeline: string;
  readonly field: Field;
}

function readFieldRows(reader: SetupReader): readonly ReadField[] {
  const tab = openTab(reader, fieldsTab);
  const seen = new Map<string, number>();
  return (tab?.rows ?? []).flatMap((row) => {
    if (tab === undefined) return [];
    const { row: said, faults } = fieldFromCells(row.cells);
    const { name } = said.field;
    const scope = said.pipeline;
    const named = nameFaults(seen, { key: "field", name, row, scope });
    report(reader, { tab, row }, [...faults, ...named, ...standardFaults(name)]);
    const id = rowId(reader, { tab, row }, { name, scope, reserved: standardFieldIds });
    return [{ pipeline: scope, field: { ...said.field, id } }];
  });
}

function standardFaults(name: string): readonly RowFault[] {
  const header = standardHeader(name);
  if (header === undefined) return [];
  const message = `every board has a column "${header}" already; give this field another name`;
  return [{ key: "field", message }];
}

function readPeriod(reader: SetupReader, board: BoardRow, fields: readonly Field[]): Pipeline["period"] {
  const { periodStart, periodEnd } = board.said;
  if (periodStart === "" && periodEnd === "") return undefined;
  const days = fields.filter((field) => field.type === "day");
  const dayField = (name: string, key: string): string | undefined => {
    const field = namedIn(days, name);
    if (field === undefined) {
      report(reader, board, [{ key, message: `"${name}" is not a day field of this pipeline` }]);
    }
    return field?.id;
  };
  const start = dayField(periodStart, "period_start");
  const end = dayField(periodEnd, "period_end");
  return start === undefined || end === undefined ? undefined : { start, end };
}

function readMilestones(reader: SetupReader, pipeline: string, words: Words): readonly Milestone[] {
  const tab = openTab(reader, milestonesTab);
  const seen = new Map<string, number>();
  return (tab?.rows ?? []).flatMap((row) => {
    if (tab === undefined || nameKey(textOf(row.cells["pipeline"])) !== nameKey(pipeline)) return [];
    const { milestone, faults } = milestoneFromCells(row.cells, words);
    const name = textOf(row.cells["milestone"]);
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: "milestone", name, row })]);
    if (milestone === undefined) return [];
    return [{ ...milestone, id: rowId(reader, { tab, row }, { name, scope: pipeline }) }];
  });
}

function readRules(reader: SetupReader, pipeline: string, words: RuleWords): readonly Rule[] {
  const tab = openTab(reader, rulesTab);
  const seen = new Map<string, number>();
  return (tab?.rows ?? []).flatMap((row) => {
    if (tab === undefined || nameKey(textOf(row.cells["pipeline"])) !== nameKey(pipeline)) return [];
    const { rule, faults } = ruleFromCells(row.cells, words);
    const name = textOf(row.cells["rule"]);
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: "rule", name, row })]);
    return rule === undefined
      ? []
      : [{ ...rule, id: rowId(reader, { tab, row }, { name, scope: pipeline }) }];
  });
}

function readMessages(reader: SetupReader, pipeline: string, fields: readonly Field[]): readonly Message[] {
  const tab = openTab(reader, messagesTab);
  const seen = new Map<string, number>();
  return (tab?.rows ?? []).flatMap((row) => {
    if (tab === undefined || nameKey(textOf(row.cells["pipeline"])) !== nameKey(pipeline)) return [];
    const { message, faults } = messageFromCells(row.cells, fields);
    const { name } = message;
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: "message", name, row })]);
    return [{ ...message, id: rowId(reader, { tab, row }, { name, scope: pipeline }) }];
  });
}

function readTeam(reader: SetupReader): readonly Person[] {
  const tab = openTab(reader, teamTab);
  const seen = new Map<string, number>();
  return (tab?.rows ?? []).flatMap((row) => {
    if (tab === undefined) return [];
    const { person, faults } = personFromCells(row.cells);
    const { name } = person;
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: "person", name, row })]);
    return name === "" ? [] : [{ ...person, id: rowId(reader, { tab, row }, { name }) }];
  });
}

function readHolidays(reader: SetupReader): Definition["holidays"] {
  const tab = openTab(reader, calendarTab);
  return (tab?.rows ?? []).flatMap((row) => {
    if (tab === undefined) return [];
    const { day, faults } = holidayFromCells(row.cells);
    report(reader, { tab, row }, faults);
    return day === undefined ? [] : [day];
  });
}

function reportStrangers(reader: SetupReader, layout: TabLayout, boards: readonly BoardRow[]): void {
  const tab = openTab(reader, layout);
  const known = new Set(boards.map(({ said }) => nameKey(said.name)));
  const names = boards.map(({ said }) => said.name).join(", ");
  for (const row of tab?.rows ?? []) {
    const name = textOf(row.cells["pipeline"]);
    if (tab === undefined || known.has(nameKey(name))) continue;
    report(reader, { tab, row }, [
      { key: "pipeline", message: `"${name}" is not one of the pipelines ${names}` },
    ]);
  }
}
