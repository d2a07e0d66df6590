// The definition read from the set-up tabs. A mistake is a problem at its cell; while there is one, the last
// good definition stays in force whole, so that half an edit never rules. Ids that a row lacks are made from
// its name, and the caller writes them back.

import { nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { identifierFrom } from "../identifier.ts";
import type { Board, Definition, Field, Milestone, Person, Pipeline, Stage } from "../pipeline.ts";
import { fieldsOf, standardFieldIds } from "../standard-field.ts";
import { calendarTab, holidayFromCells } from "./calendar-tab.ts";
import { fieldFromCells, fieldsTab } from "./fields-tab.ts";
import { milestoneFromCells, milestonesTab } from "./milestones-tab.ts";
import { type PipelineRow, pipelineFromCells, pipelinesTab } from "./pipelines-tab.ts";
import { problemsOfRow, type RowFault } from "./setup-tab.ts";
import { needsOfRow, type StageRow, stageFromCells, stagesTab } from "./stages-tab.ts";
import { personFromCells, teamTab } from "./team-tab.ts";

/** An id that a row of a set-up tab lacks (or shares with a row above it). */
export interface MintedId {
  readonly layout: TabLayout;
  readonly row: ViewRow;
  readonly id: string;
}

export interface SetupReading {
  /** What is in force: what the tabs say, or the last good definition while they hold a mistake. */
  readonly definition: Definition;
  readonly problems: readonly Problem[];
  readonly minted: readonly MintedId[];
}

interface Reader {
  readonly tables: Tables;
  readonly problems: Problem[];
  readonly minted: MintedId[];
}

/**
 * The definition that the book's set-up tabs hold.
 *
 * @throws {StagelineError} `usage`, when the book has no Pipelines tab: it holds no board yet
 * @example
 * readSetup(fixtures.setupTables, undefined).definition.boards[0].tab //=> "Deals"
 */
export function readSetup(tables: Tables, lastGood: Definition | undefined): SetupReading {
  const reader: Reader = { tables, problems: [], minted: [] };
  const pipelineRows = rowsOf(reader, pipelinesTab);
  if (pipelineRows === undefined) {
    throw new StagelineError("usage", 'this book has no boards yet; make one with "stageline new <book>"');
  }
  const boards = pipelineRows.rows.map((row) => readPipelineRow(reader, pipelineRows, row));
  const pipelines = readPipelines(reader, boards);
  const first = boards[0]?.said;
  const definition: Definition = {
    zone: first === undefined || first.zone === "" ? "UTC" : first.zone,
    practice: boards.some((board) => board.said.practice),
    pipelines,
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

interface BoardRow {
  readonly row: ViewRow;
  readonly view: TabView;
  readonly said: PipelineRow;
  readonly boardId: Board["id"];
  readonly pipelineId: Pipeline["id"];
}

function readPipelineRow(reader: Reader, view: SeenTab, row: ViewRow): BoardRow {
  const { row: said, faults } = pipelineFromCells(row.cells);
  report(reader, view, row, faults);
  if (said.board === "") report(reader, view, row, [{ key: "board", message: "the row names no board" }]);
  const boardId = view.idOf(row, said.board);
  return { row, view, said, boardId, pipelineId: view.pipelineIdOf(said.name, said.pipelineId) };
}

function readPipelines(reader: Reader, boards: readonly BoardRow[]): readonly Pipeline[] {
  const stages = readStageRows(reader);
  const fields = readFieldRows(reader);
  const byName = new Map<string, BoardRow>();
  for (const board of boards)
    if (!byName.has(nameKey(board.said.name))) byName.set(nameKey(board.said.name), board);
  reportStrangers(reader, stagesTab, byName);
  reportStrangers(reader, fieldsTab, byName);
  reportStrangers(reader, milestonesTab, byName);
  return [...byName.values()].map((board) => readPipeline(reader, board, { stages, fields }));
}

function readPipeline(
  reader: Reader,
  board: BoardRow,
  rows: { readonly stages: readonly ReadStage[]; readonly fields: readonly ReadField[] },
): Pipeline {
  const { said } = board;
  const mine = (pipeline: string) => nameKey(pipeline) === nameKey(said.name);
  const fields = rows.fields.filter(({ pipeline }) => mine(pipeline)).map(({ field }) => field);
  const stageRows = rows.stages.filter(({ said: stage }) => mine(stage.pipeline));
  const draft: Pipeline = {
    id: board.pipelineId,
    name: said.name,
    noun: said.noun,
    ...(said.currency === undefined ? {} : { currency: said.currency }),
    workingDays: said.workingDays,
    stages: [],
    fields,
    milestones: [],
  };
  const stages = stageRows.map((row) => completeStage(reader, row, { stageRows, fields: fieldsOf(draft) }));
  if (!stages.some((stage) => stage.onMainLine)) {
    report(reader, board.view, board.row, [
      {
        key: "pipeline",
        message: `the pipeline "${said.name}" has no stage on its main line; add rows to Stages`,
      },
    ]);
  }
  const period = readPeriod(reader, board, fields);
  const withStages: Pipeline = { ...draft, ...(period === undefined ? {} : { period }), stages };
  return { ...withStages, milestones: readMilestones(reader, withStages) };
}

interface ReadStage {
  readonly view: TabView;
  readonly row: ViewRow;
  readonly said: StageRow;
}

function readStageRows(reader: Reader): readonly ReadStage[] {
  const view = rowsOf(reader, stagesTab);
  if (view === undefined) return [];
  const seen = new Map<string, number>();
  return view.rows.map((row) => {
    const { row: said, faults } = stageFromCells(row.cells);
    report(reader, view, row, [
      ...faults,
      ...nameFaults(said.pipeline, said.stage.name, { key: "stage", row, seen }),
    ]);
    const stage = { ...said.stage, id: view.idOf(row, said.stage.name, said.pipeline) };
    return { view, row, said: { ...said, stage } };
  });
}

function completeStage(
  reader: Reader,
  read: ReadStage,
  words: { readonly stageRows: readonly ReadStage[]; readonly fields: readonly Field[] },
): Stage {
  const { needs, faults } = needsOfRow(read.said.needsText, words.fields);
  const next: string[] = [];
  const nextFaults: RowFault[] = [];
  for (const name of read.said.nextNames) {
    const found = words.stageRows.find(({ said }) => nameKey(said.stage.name) === nameKey(name));
    if (found !== undefined) next.push(found.said.stage.id);
    else {
      const names = words.stageRows.map(({ said }) => said.stage.name).join(", ");
      nextFaults.push({ key: "next", message: `"${name}" is not one of the stages ${names}` });
    }
  }
  report(reader, read.view, read.row, [...faults, ...nextFaults]);
  return { ...read.said.stage, needs, next };
}

interface ReadField {
  readonly pipeline: string;
  readonly field: Field;
}

function readFieldRows(reader: Reader): readonly ReadField[] {
  const view = rowsOf(reader, fieldsTab);
  if (view === undefined) return [];
  const seen = new Map<string, number>();
  return view.rows.map((row) => {
    const { row: said, faults } = fieldFromCells(row.cells);
    report(reader, view, row, [
      ...faults,
      ...nameFaults(said.pipeline, said.field.name, { key: "field", row, seen }),
    ]);
    return {
      pipeline: said.pipeline,
      field: { ...said.field, id: view.idOf(row, said.field.name, said.pipeline) },
    };
  });
}

function readPeriod(reader: Reader, board: BoardRow, fields: readonly Field[]): Pipeline["period"] {
  const { periodStart, periodEnd } = board.said;
  if (periodStart === "" && periodEnd === "") return undefined;
  const dayField = (name: string, key: string): string | undefined => {
    const field = fields.find((each) => nameKey(each.name) === nameKey(name) && each.type === "day");
    if (field !== undefined) return field.id;
    report(reader, board.view, board.row, [
      { key, message: `"${name}" is not a day field of this pipeline` },
    ]);
    return undefined;
  };
  const start = dayField(periodStart, "period_start");
  const end = dayField(periodEnd, "period_end");
  return start === undefined || end === undefined ? undefined : { start, end };
}

function readMilestones(reader: Reader, pipeline: Pipeline): readonly Milestone[] {
  const view = rowsOf(reader, milestonesTab);
  if (view === undefined) return [];
  const words = { stages: pipeline.stages, fields: fieldsOf(pipeline) };
  return view.rows.flatMap((row) => {
    if (nameKey(textOf(row.cells["pipeline"])) !== nameKey(pipeline.name)) return [];
    const { milestone, faults } = milestoneFromCells(row.cells, words);
    report(reader, view, row, faults);
    return milestone === undefined
      ? []
      : [{ ...milestone, id: view.idOf(row, milestone.name, pipeline.name) }];
  });
}

function readTeam(reader: Reader): readonly Person[] {
  const view = rowsOf(reader, teamTab);
  if (view === undefined) return [];
  return view.rows.flatMap((row) => {
    const { person, faults } = personFromCells(row.cells);
    report(reader, view, row, faults);
    return person.name === "" ? [] : [{ ...person, id: view.idOf(row, person.name) }];
  });
}

function readHolidays(reader: Reader): Definition["holidays"] {
  const view = rowsOf(reader, calendarTab);
  if (view === undefined) return [];
  return view.rows.flatMap((row) => {
    const { day, faults } = holidayFromCells(row.cells);
    report(reader, view, row, faults);
    return day === undefined ? [] : [day];
  });
}

interface SeenTab extends TabView {
  /** The row's id; made from its name (unique within `scope`) where it has none, or the one of a row above. */
  readonly idOf: (row: ViewRow, name: string, scope?: string) => string;
  readonly pipelineIdOf: (name: string, written: string) => string;
}

// A tab may be read once for each pipeline: what is wrong with the tab itself is said once.
function rowsOf(reader: Reader, layout: TabLayout): SeenTab | undefined {
  const table = tableOf(reader.tables, layout);
  if (table === undefined) return undefined;
  const view = viewOf(table, layout);
  const isNew = (problem: Problem) => !reader.problems.some((known) => known.message === problem.message);
  const optional = new Set(["id", "pipeline_id"]);
  const missing = view.columns.missing.filter((key) => !optional.has(key));
  const lost = missing.map((key): Problem => {
    const header = layout.columns.find((column) => column.key === key)?.header ?? key;
    return { tab: table.tab, message: `the column "${header}" is missing; put it back with this header` };
  });
  reader.problems.push(...[...view.columns.problems, ...lost].filter(isNew));
  const rows = view.rows.filter(({ cells }) =>
    layout.columns.some(({ key }) => key !== "id" && textOf(cells[key]) !== ""),
  );
  const owner = new Map<string, number>();
  for (const { at, cells } of rows) {
    const key = `${nameKey(textOf(cells["pipeline"]))}\n${textOf(cells["id"])}`;
    if (textOf(cells["id"]) !== "" && !owner.has(key)) owner.set(key, at);
  }
  const pipelineIds = new Map<string, string>();
  return {
    ...view,
    rows,
    idOf: (row, name, scope = "") => {
      const written = textOf(row.cells["id"]);
      const prefix = layout.key === "pipelines" ? nameKey(textOf(row.cells["pipeline"])) : nameKey(scope);
      if (/^[a-z][a-z0-9_]*$/.test(written) && owner.get(`${prefix}\n${written}`) === row.at) return written;
      const minted = reader.minted.find((each) => each.layout === layout && each.row.at === row.at);
      if (minted !== undefined) return minted.id;
      const taken = new Set([...owner.keys()].map((key) => key.split("\n")[1] ?? ""));
      const reserved = layout.key === "fields" ? standardFieldIds : [];
      const id = identifierFrom(name, new Set([...taken, ...reserved]));
      owner.set(`${prefix}\n${id}`, row.at);
      reader.minted.push({ layout, row, id });
      return id;
    },
    pipelineIdOf: (name, written) => {
      const key = nameKey(name);
      const known = pipelineIds.get(key);
      if (known !== undefined) return known;
      const id = written !== "" ? written : identifierFrom(name, new Set(pipelineIds.values()));
      pipelineIds.set(key, id);
      return id;
    },
  };
}

function nameFaults(
  pipeline: string,
  name: string,
  place: { readonly key: string; readonly row: ViewRow; readonly seen: Map<string, number> },
): readonly RowFault[] {
  if (name === "") return [{ key: place.key, message: `the row names no ${place.key}` }];
  const key = `${nameKey(pipeline)}\n${nameKey(name)}`;
  const before = place.seen.get(key);
  if (before !== undefined) {
    return [
      { key: place.key, message: `"${name}" stands in row ${before} already; give this one another name` },
    ];
  }
  place.seen.set(key, place.row.at);
  return [];
}

function reportStrangers(reader: Reader, layout: TabLayout, known: ReadonlyMap<string, BoardRow>): void {
  const view = rowsOf(reader, layout);
  const names = [...known.values()].map(({ said }) => said.name).join(", ");
  for (const row of view?.rows ?? []) {
    const name = textOf(row.cells["pipeline"]);
    if (view === undefined || known.has(nameKey(name))) continue;
    reader.problems.push(
      problemAt(view, { row: row.at, key: "pipeline" }, `"${name}" is not one of the pipelines ${names}`),
    );
  }
}

function report(reader: Reader, view: TabView, row: ViewRow, faults: readonly RowFault[]): void {
  reader.problems.push(...problemsOfRow(view, row, faults));
}
