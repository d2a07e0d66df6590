// One record of a demo book while its life is told: a row in which people type at their moments. Whatever they type
// is taken up by the engine's own call for a row, so that nothing is in the book that use could not have put there:
// refusals, milestones, fields that the history keeps, and the cells that the engine fills in.

import { type BoardRow, type RowReader, readRow, rowReader } from "../../shared/board/board-row.ts";
import type { Need } from "../../shared/definition/need.ts";
import type { Board, Definition, Pipeline, Stage, StageKind } from "../../shared/definition/pipeline.ts";
import { unmetNeeds } from "../../shared/engine/row/needs-met.ts";
import { reconcileRow } from "../../shared/engine/row/reconcile-row.ts";
import type { BoardRun } from "../../shared/engine/row/row-draft.ts";
import { watchedFields } from "../../shared/engine/row/watched-field.ts";
import type { Run } from "../../shared/engine/run.ts";
import { type Entry, isPathEntry } from "../../shared/log/entry.ts";
import { rememberedStage } from "../../shared/log/record-memory.ts";
import { type RecordState, replay } from "../../shared/log/replay.ts";
import { type Cell, textOf } from "../../shared/table/cell.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import type { Tables } from "../../shared/table/table.ts";
import { dayOf, type Moment, momentInZone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { LinkDirectory } from "./link-directory.ts";
import { compareTimes, laterThan, type When } from "./telling.ts";

/** What all stories of a board share. */
export interface StoryBoard {
  readonly board: Board;
  readonly pipeline: Pipeline;
  readonly definition: Definition;
  readonly run: Run;
  readonly reader: RowReader;
  readonly watched: readonly string[];
  readonly links: LinkDirectory;
  /** Ids of the columns in which people type. */
  readonly typed: ReadonlySet<string>;
}

/** Cells that somebody types at once, by field id; `stage`, `log` and `log_note` are columns too. */
export interface Typing {
  readonly at: When;
  /** Absent when nobody knows. */
  readonly who?: string;
  readonly cells: RowCells;
}

export interface Story {
  readonly id: string;
  readonly board: StoryBoard;
  /** The row as it stands. */
  readonly cells: () => RowCells;
  /** What a cell shows, as text. */
  readonly text: (field: string) => string;
  readonly entries: () => readonly Entry[];
  readonly stage: () => Stage;
  /** When somebody typed last. */
  readonly last: () => When;
  /** What a stage needs and the record has not, on a day. */
  readonly missing: (stage: Stage, on: When) => readonly Need[];
  /** Types into the row; a minute after the last time where that is no earlier. */
  readonly type: (typing: Typing) => void;
}

interface Draft {
  readonly cells: Record<string, Cell>;
  readonly entries: Entry[];
  last: When;
  /** The row as the engine sees it; absent once something was typed. */
  row: BoardRow | undefined;
  /** What the history says of the record; absent once something was added to it. */
  state: RecordState | undefined;
}

/** The board of a book in which stories are to be told. */
export function storyBoard(
  book: {
    readonly tables: Tables;
    readonly definition: Definition;
    readonly run: Run;
    readonly links: LinkDirectory;
  },
  board: Board,
): StoryBoard {
  const { tables, definition, run, links } = book;
  const pipeline = definition.pipelines.find((each) => each.id === board.pipeline);
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  if (pipeline === undefined || table === undefined)
    throw new StagelineError("definition", `the demo book has no board "${board.tab}"`);
  const reader = rowReader({ definition, pipeline }, board, table);
  const typed = new Set([...reader.keys, "log", "log_note"]);
  return { board, pipeline, definition, run, reader, watched: watchedFields(pipeline), links, typed };
}

/** The story of a new record, which begins with what is typed into its row first. */
export function recordStory(board: StoryBoard, id: string, first: Typing): Story {
  const record: Draft = { cells: { id }, entries: [], last: first.at, row: undefined, state: undefined };
  const rowNow = () => {
    record.row ??= readRow(board.reader, { at: 2, cells: { ...record.cells } });
    return record.row;
  };
  const stateNow = () => {
    record.state ??= replay(record.entries).get(id);
    return record.state;
  };

  const type = ({ at, who, cells }: Typing) => {
    refuseUnknown(board, cells);
    const isFirst = record.entries.length === 0;
    record.last = isFirst || compareTimes(at, record.last) > 0 ? at : laterThan(record.last, 1);
    Object.assign(record.cells, cells);
    record.row = undefined;
    const engine = boardRunAt(board, { at: record.last, entries: record.entries, who });
    const state = stateNow();
    const known = state === undefined ? {} : { state };
    const outcome = reconcileRow(engine, { row: rowNow(), id, origin: { how: "new" }, ...known });
    Object.assign(record.cells, outcome.cells);
    record.row = undefined;
    record.entries.push(...outcome.entries);
    if (outcome.entries.length > 0) record.state = undefined;
  };

  type(first);
  return {
    id,
    board,
    cells: () => record.cells,
    text: (field) => textOf(record.cells[field]),
    entries: () => record.entries,
    stage: () => stageWithId(board.pipeline, rememberedStage(textOf(record.cells["memory"]))),
    last: () => record.last,
    missing: (stage, on) => {
      const logged = new Set((stateNow()?.activities ?? []).map(({ kind }) => kind));
      return unmetNeeds(stage.needs, { values: rowNow().values, logged, today: on.day });
    },
    type,
  };
}

/** When the record first entered a stage of this kind; `undefined` where it never did. */
export function enteredKind(story: Story, kind: StageKind): When | undefined {
  const stages = new Set(
    story.board.pipeline.stages.filter((stage) => stage.kind === kind).map(({ id }) => id),
  );
  const entry = story.entries().find((each) => isPathEntry(each.kind) && stages.has(each.to ?? ""));
  return entry === undefined ? undefined : whenOf(entry.at);
}

function whenOf(moment: Moment): When {
  return { day: dayOf(moment), minute: Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) };
}

function boardRunAt(
  { board, pipeline, definition, run, reader, watched, links }: StoryBoard,
  act: { readonly at: When; readonly who: string | undefined; readonly entries: readonly Entry[] },
): BoardRun {
  const { actor: _, ...anonymous } = run;
  const who = act.who === undefined ? {} : { actor: act.who };
  const now = momentOf(run, act.at);
  return {
    run: { ...anonymous, ...who, now, knownBy: "sidebar" },
    definition,
    pipeline,
    boardId: board.id,
    watched,
    keys: reader.keys,
    entriesOf: () => act.entries,
    targetsOf: links.targetsOf,
  };
}

function refuseUnknown({ typed, board }: StoryBoard, cells: RowCells): void {
  const unknown = Object.keys(cells).find((key) => !typed.has(key));
  if (unknown !== undefined)
    throw new StagelineError(
      "definition",
      `a made-up life fills in "${unknown}", which "${board.tab}" lacks`,
    );
}

function stageWithId(pipeline: Pipeline, id: string): Stage {
  const stage = pipeline.stages.find((each) => each.id === id);
  if (stage === undefined) throw new StagelineError("definition", `"${pipeline.name}" has no stage "${id}"`);
  return stage;
}

function momentOf({ zone }: Run, { day, minute }: When): Moment {
  const two = (value: number) => String(value).padStart(2, "0");
  const moment = momentInZone(`${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`, zone);
  if (moment === undefined) throw new StagelineError("value", `"${day}" has no minute ${minute}`);
  return moment;
}
