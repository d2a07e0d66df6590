// The boards of a book as everything that tells of them reads them: definition, log and what the rows hold now. The
// report, the sidebar and the Dashboard all begin here, so that no two of them read a book in different ways.

import { boardsNamed } from "../definition/named-board.ts";
import type { Board, Definition, Pipeline } from "../definition/pipeline.ts";
import { rulesInForce } from "../engine/setup/rules-in-force.ts";
import type { Entry } from "../log/entry.ts";
import { groupedEntries } from "../log/grouped-entries.ts";
import { type LogReading, readLog } from "../log/log-tab.ts";
import { toldOfSurvivors } from "../log/merged-histories.ts";
import { pathsOf } from "../log/paths-builder.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Table, Tables } from "../table/table.ts";
import type { Moment } from "../value/moment.ts";
import type { BoardReportInput } from "./board-report.ts";
import { type RowsQuery, rowsOnBoard } from "./rows-on-board.ts";

export interface BoardsQuery extends RowsQuery {
  readonly asOf: Moment;
  /** Tab of the one board that is asked for; absent: all. */
  readonly board?: string;
}

/** A board, and where it stands. */
interface PlacedBoard {
  readonly board: Board;
  readonly pipeline: Pipeline;
  /** Absent while the tab is missing. */
  readonly table?: Table;
}

/** A board, where it stands, and what its report is made of. */
export interface BoardInput extends PlacedBoard {
  readonly input: BoardReportInput;
}

/** The same without the ways of its records, which nobody asks for who tells what happened. */
export interface ToldBoard extends PlacedBoard {
  readonly input: Omit<BoardReportInput, "paths">;
}

export interface BoardInputs {
  readonly definition: Definition;
  readonly log: LogReading;
  /** Of set-up and history. */
  readonly problems: readonly Problem[];
  /** The boards that are asked for. */
  readonly asked: readonly Board[];
  /** Those of them that follow a pipeline; read as somebody asks for them. */
  readonly inputs: () => readonly BoardInput[];
  readonly told: () => readonly ToldBoard[];
}

/**
 * The boards that a query asks for.
 *
 * @throws {StagelineError} `usage`, when the book has no such board
 * @example
 * boardInputs(fixtures.bookTables, { asOf: fixtures.asOf }).inputs().map(({ input }) => input.board) //=> ["Deals"]
 */
export function boardInputs(tables: Tables, query: BoardsQuery): BoardInputs {
  const log = readLog(tables);
  const { definition, problems } = rulesInForce(tables, log.entries);
  const asked = boardsNamed(definition, query.board);
  const told = () => {
    const entriesOf = groupedEntries(toldOfSurvivors(log.entries, query.asOf), "board");
    return asked.flatMap((board): readonly ToldBoard[] => {
      const entries = entriesOf.get(board.id) ?? [];
      const one = toldBoard(tables, { definition, board, entries, query });
      return one === undefined ? [] : [one];
    });
  };
  const inputs = () => told().map(withPaths);
  return { definition, log, problems: [...problems, ...log.problems], asked, inputs, told };
}

function withPaths({ input, ...placed }: ToldBoard): BoardInput {
  const { pipeline, entries, asOf } = input;
  const stageIds = pipeline.stages.map((stage) => stage.id);
  return { ...placed, input: { ...input, paths: pathsOf(stageIds, entries, asOf) } };
}

function toldBoard(
  tables: Tables,
  book: {
    readonly definition: Definition;
    readonly board: Board;
    readonly entries: readonly Entry[];
    readonly query: BoardsQuery;
  },
): ToldBoard | undefined {
  const { definition, board, entries, query } = book;
  const pipeline = definition.pipelines.find((each) => each.id === board.pipeline);
  if (pipeline === undefined) return undefined;
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  const input = {
    pipeline,
    board: table?.tab ?? board.tab,
    entries,
    asOf: query.asOf,
    holidays: definition.holidays,
    ...rowsOnBoard({ definition, board, pipeline }, table, query),
  };
  return { board, pipeline, ...(table === undefined ? {} : { table }), input };
}
