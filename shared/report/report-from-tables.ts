// The report of a book from its tables: definition, log and what the records hold now. It writes nothing and judges
// nothing: a book that people have edited since the last run is reported as the log has it, and says so.

import { boardsNamed } from "../definition/named-board.ts";
import type { Board, Definition, Field } from "../definition/pipeline.ts";
import { fieldsOf } from "../definition/standard-field.ts";
import { rulesInForce } from "../engine/setup/rules-in-force.ts";
import { sumOfChecks } from "../log/check.ts";
import type { Entry } from "../log/entry.ts";
import { readLog } from "../log/log-tab.ts";
import { pathsOf } from "../log/paths-builder.ts";
import { nameKey } from "../table/cell.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import type { Day } from "../value/day.ts";
import type { Moment } from "../value/moment.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { boardReport } from "./board-report.ts";
import type { BoardReport, BookReport } from "./book-report.ts";
import { type RowsQuery, rowsOnBoard } from "./rows-on-board.ts";

export interface ReportQuery extends RowsQuery {
  readonly asOf: Moment;
  /** Tab of the one board that is asked for; absent: all. */
  readonly board?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly withinDays?: number;
}

export interface ReadReport {
  readonly report: BookReport;
  readonly problems: readonly Problem[];
}

/**
 * The report that a query asks for.
 *
 * @throws {StagelineError} `usage`, when the book has no such board, or no board has such a field
 * @example
 * reportFromTables(fixtures.bookTables, { asOf: fixtures.asOf }).report.boards.map((board) => board.board) //=> ["Deals"]
 */
export function reportFromTables(tables: Tables, query: ReportQuery): ReadReport {
  const log = readLog(tables);
  const { definition, problems } = rulesInForce(tables, log.entries);
  const boards = boardsNamed(definition, query.board);
  refuseUnknownFields(definition, boards, query);
  const reports = boards.flatMap((board) => {
    const entries = log.entries.filter((entry) => entry.board === board.id);
    const report = reportOfBoard(tables, { definition, board, entries, query });
    return report === undefined ? [] : [report];
  });
  return {
    report: {
      asOf: query.asOf,
      log: { entries: log.entries.length, hash: sumOfChecks(log.checks) },
      boards: reports,
    },
    problems: [...problems, ...log.problems],
  };
}

function refuseUnknownFields(definition: Definition, boards: readonly Board[], query: ReportQuery): void {
  const fields = definition.pipelines
    .filter((pipeline) => boards.some((board) => board.pipeline === pipeline.id))
    .flatMap(fieldsOf);
  refuseUnknown("field", fields, query.by);
  refuseUnknown(
    "money field",
    fields.filter(({ type }) => type === "money"),
    query.value,
  );
}

function refuseUnknown(what: string, fields: readonly Field[], asked: string | undefined): void {
  const names = [...new Set(fields.map((field) => field.name))];
  if (asked === undefined || names.some((name) => nameKey(name) === nameKey(asked))) return;
  const known = names.length === 0 ? "there is none" : `there are ${names.join(", ")}`;
  throw new StagelineError("usage", `no board has a ${what} "${asked}"; ${known}`);
}

interface BoardInBook {
  readonly definition: Definition;
  readonly board: Board;
  readonly entries: readonly Entry[];
  readonly query: ReportQuery;
}

function reportOfBoard(tables: Tables, book: BoardInBook): BoardReport | undefined {
  const { definition, board, entries, query } = book;
  const pipeline = definition.pipelines.find((each) => each.id === board.pipeline);
  if (pipeline === undefined) return undefined;
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  const stageIds = pipeline.stages.map((stage) => stage.id);
  const { asOf, from, to, withinDays } = query;
  return boardReport({
    pipeline,
    board: table?.tab ?? board.tab,
    paths: pathsOf(stageIds, entries, asOf),
    entries,
    asOf,
    holidays: definition.holidays,
    ...rowsOnBoard({ definition, board, pipeline }, table, query),
    options: {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(withinDays === undefined ? {} : { withinDays }),
    },
  });
}
