// The report of a book from its tables: definition, log and (for breakdowns and periods) what the records hold
// now. It writes nothing and judges nothing: a book that people have edited since the last run is reported as the
// log has it, and says so.

import { readBoard } from "../board/board-row.ts";
import type { Board, Definition } from "../definition/pipeline.ts";
import { fieldsOf } from "../definition/standard-field.ts";
import { rulesInForce } from "../engine/rules-in-force.ts";
import { textOfValue } from "../engine/watched-field.ts";
import { sumOfChecks } from "../log/check.ts";
import type { Entry } from "../log/entry.ts";
import { readLog } from "../log/log-tab.ts";
import { pathsOf } from "../log/paths-builder.ts";
import type { RecordPeriod } from "../metrics/milestones.ts";
import { nameKey, textOf } from "../table/cell.ts";
import type { Problem } from "../table/problem.ts";
import { tableOf } from "../table/tab-view.ts";
import type { Tables } from "../table/table.ts";
import type { Day } from "../value/day.ts";
import type { Moment } from "../value/moment.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { boardReport } from "./board-report.ts";
import type { BoardReport, BookReport } from "./book-report.ts";
import type { Breakdown } from "./breakdown-reports.ts";

export interface ReportQuery {
  readonly asOf: Moment;
  /** Tab of the one board that is asked for; absent: all. */
  readonly board?: string;
  /** Name of the field to break outcomes down by. */
  readonly by?: string;
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
  const boards = definition.boards.filter(
    (board) => query.board === undefined || nameKey(board.tab) === nameKey(query.board),
  );
  if (boards.length === 0) {
    const names = definition.boards.map((board) => board.tab).join(", ");
    throw new StagelineError(
      "usage",
      `the book has no board "${query.board ?? ""}"; its boards are ${names}`,
    );
  }
  if (query.by !== undefined) refuseUnknownField(definition, boards, query.by);
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

function refuseUnknownField(definition: Definition, boards: readonly Board[], by: string): void {
  const pipelines = definition.pipelines.filter((pipeline) =>
    boards.some((board) => board.pipeline === pipeline.id),
  );
  const names = pipelines.flatMap((pipeline) => fieldsOf(pipeline).map((field) => field.name));
  if (names.some((name) => nameKey(name) === nameKey(by))) return;
  throw new StagelineError(
    "usage",
    `no board has a field "${by}"; there are ${[...new Set(names)].join(", ")}`,
  );
}

function reportOfBoard(
  tables: Tables,
  book: {
    readonly definition: Definition;
    readonly board: Board;
    readonly entries: readonly Entry[];
    readonly query: ReportQuery;
  },
): BoardReport | undefined {
  const { definition, board, entries, query } = book;
  const pipeline = definition.pipelines.find((each) => each.id === board.pipeline);
  if (pipeline === undefined) return undefined;
  const table = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
  const rows = table === undefined ? [] : (readBoard(definition, board, table)?.rows ?? []);
  const { period } = pipeline;
  const periods = new Map<string, RecordPeriod>();
  for (const { id, values } of period === undefined ? [] : rows) {
    const start = values[period?.start ?? ""];
    const end = values[period?.end ?? ""];
    if (typeof start === "string" && typeof end === "string")
      periods.set(id, { start: start as Day, end: end as Day });
  }
  const field = fieldsOf(pipeline).find((each) => nameKey(each.name) === nameKey(query.by ?? ""));
  const by: Breakdown[] =
    field === undefined
      ? []
      : [
          {
            field: field.name,
            values: new Map(
              rows.map((row) => [row.id, textOfValue(row.values[field.id]) || textOf(row.cells[field.id])]),
            ),
          },
        ];
  const stageIds = pipeline.stages.map((stage) => stage.id);
  const { from, to, withinDays } = query;
  return boardReport({
    pipeline,
    board: table?.tab ?? board.tab,
    paths: pathsOf(stageIds, entries, query.asOf),
    entries,
    asOf: query.asOf,
    names: new Map(rows.map((row) => [row.id, row.name])),
    periods,
    by,
    options: {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(withinDays === undefined ? {} : { withinDays }),
    },
  });
}
