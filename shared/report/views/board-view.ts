// A board as a page of columns: its stages and a card for each record, as the sheet shows them now. It needs the board
// itself and the definition in force and no history, so that a host reads three tabs for it, however long the history.

import { type BoardRow, readBoard } from "../../board/board-row.ts";
import { lastDefinition } from "../../definition/definition-versions.ts";
import { boardsNamed } from "../../definition/named-board.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import { readHead } from "../../engine/head.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import type { Day } from "../../value/day.ts";
import { dayOf, type Moment } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { valueFieldOf } from "../record-row.ts";
import { type BoardCard, boardCard } from "./board-card.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";

export interface BoardView {
  readonly asOf: string;
  readonly today: Day;
  /** Tabs of all boards of the book. */
  readonly boards: readonly string[];
  /** Tab of this one. */
  readonly board: string;
  readonly noun: string;
  /** Who looks, as the name stands in Owner; absent where nobody knows. */
  readonly person?: string;
  /** Name of the field that says what a record is worth; absent where the board has none. */
  readonly valueField?: string;
  /** In the order of the pipeline. */
  readonly stages: readonly StageChip[];
  /** In the order of the sheet. */
  readonly cards: readonly BoardCard[];
  /** Rows that are in no column: without a stage that is known, or not looked at yet. */
  readonly waiting: number;
  /** Rows of the history; a later view with as many tells of the same moves. */
  readonly seen: number;
}

export interface BoardViewQuery {
  readonly now: Moment;
  /** Tab of the board; absent: the first. */
  readonly board?: string;
  readonly person?: string;
}

/**
 * The view of a board.
 *
 * @throws {StagelineError} `usage`, when the book has no such board; `guard`, when nobody looked at the book yet, or a
 *   column that it needs is missing
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * boardView(seen, { now: fixtures.run.now }).cards.map(({ name, stage }) => `${name} in ${stage}`) //=> ["Ada in lead"]
 */
export function boardView(tables: Tables, { now, board, person }: BoardViewQuery): BoardView {
  const definition = lastDefinition(tables);
  if (definition === undefined) throw new StagelineError("guard", NOT_LOOKED_AT);
  const tabs = definition.boards.map((each) => tableFor(tables, each)?.tab ?? each.tab);
  const found = boardOf(definition, tabs, board);
  const { pipeline, rows } = readingOf(tables, definition, found);
  const valueField = valueFieldOf(pipeline)?.name;
  const cards = rows.flatMap((row) => cardsOf(pipeline, row));
  return {
    ...{ asOf: now, today: dayOf(now), boards: tabs, noun: pipeline.noun },
    board: tableFor(tables, found)?.tab ?? found.tab,
    ...(person === undefined ? {} : { person }),
    ...(valueField === undefined ? {} : { valueField }),
    stages: pipeline.stages.map(stageChip),
    cards,
    waiting: rows.length - cards.length,
    seen: readHead(tables).entries,
  };
}

const NOT_LOOKED_AT = "Nobody has looked at this sheet yet; open Stageline > Check this sheet first";

// A tab that was renamed since is still the board.
function boardOf(definition: Definition, tabs: readonly string[], wanted: string | undefined): Board {
  const renamed = wanted === undefined ? undefined : definition.boards[tabs.indexOf(wanted)];
  return renamed ?? boardsNamed(definition, wanted)[0];
}

function tableFor(tables: Tables, { id, tab }: Board): Table | undefined {
  return tableOf(tables, { key: `board_${id}`, tab });
}

function readingOf(tables: Tables, definition: Definition, board: Board) {
  const table = tableFor(tables, board);
  const reading = table === undefined ? undefined : readBoard(definition, board, table);
  if (reading === undefined) throw new StagelineError("guard", `the tab "${board.tab}" is missing`);
  const [stopped] = reading.stopped;
  if (stopped !== undefined) throw new StagelineError("guard", `${stopped.tab}: ${stopped.message}`);
  return reading;
}

function cardsOf(pipeline: Parameters<typeof boardCard>[0], row: BoardRow): readonly BoardCard[] {
  const { id, stage } = row;
  return id === "" || stage === undefined ? [] : [boardCard(pipeline, row, stage.id)];
}
