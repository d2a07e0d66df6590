// The report of a book from its tables: definition, log and what the records hold now. It writes nothing and judges
// nothing: a book that people have edited since the last run is reported as the log has it, and says so.

import { datedDefinitions } from "../definition/definition-versions.ts";
import type { Board, Definition, Field } from "../definition/pipeline.ts";
import { fieldsOf } from "../definition/standard-field.ts";
import { droppedBatons } from "../engine/links/dropped-batons.ts";
import { actBook } from "../engine/rules/act-book.ts";
import { type ComingAct, type ComingActs, comingActs, comingMoves } from "../engine/rules/coming-moves.ts";
import { ruleStarts as ruleStartsIn } from "../engine/rules/rule-history.ts";
import { sumOfChecks } from "../log/check.ts";
import { nameKey } from "../table/cell.ts";
import type { Problem } from "../table/problem.ts";
import type { Tables } from "../table/table.ts";
import type { Day } from "../value/day.ts";
import type { Moment, Zone } from "../value/moment.ts";
import { StagelineError } from "../value/stageline-error.ts";
import { type BoardsQuery, boardInputs } from "./board-inputs.ts";
import { boardReport } from "./board-report.ts";
import type { BookReport } from "./book-report.ts";
import { handOverReports } from "./hand-over-report.ts";

export interface ReportQuery extends BoardsQuery {
  readonly from?: Day;
  readonly to?: Day;
  readonly withinDays?: number;
  /** Asks, too, what the book will move by itself after `asOf`. */
  readonly zone?: Zone;
  /** Asks, too, what happened in each of so many weeks, and with a zone what the book will send by itself. */
  readonly weeks?: number;
}

export interface ReadReport {
  readonly report: BookReport;
  readonly problems: readonly Problem[];
}

const NOTHING_COMES: ComingActs = { moves: [], messages: [] };

/**
 * The report that a query asks for.
 *
 * @throws {StagelineError} `usage`, when the book has no such board, or no board has such a field
 * @example
 * reportFromTables(fixtures.bookTables, { asOf: fixtures.asOf }).report.boards.map((board) => board.board) //=> ["Deals"]
 */
export function reportFromTables(tables: Tables, query: ReportQuery): ReadReport {
  const { definition, log, problems, asked, inputs } = boardInputs(tables, query);
  refuseUnknownFields(definition, asked, query);
  const { asOf, from, to, withinDays, zone, weeks } = query;
  const options = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(withinDays === undefined ? {} : { withinDays }),
    ...(weeks === undefined ? {} : { weeks }),
  };
  const { moves, messages } =
    zone === undefined ? NOTHING_COMES : comingAfter(tables, { definition, asked, asOf, zone, weeks });
  const batons = droppedBatons(log.entries, { definition, asOf });
  return {
    report: {
      asOf,
      log: { entries: log.entries.length, hash: sumOfChecks(log.checks) },
      boards: inputs().map(({ board, input }) => {
        const handOvers = handOverReports(batons, { definition, board, rows: input.rows });
        return {
          ...boardReport({ ...input, options }),
          ...(handOvers.length === 0 ? {} : { handOvers }),
        };
      }),
      ...(moves.length === 0 ? {} : { coming: moves }),
      ...(messages.length === 0 ? {} : { comingMessages: messages }),
    },
    problems,
  };
}

function comingAfter(
  tables: Tables,
  of: {
    readonly definition: Definition;
    readonly asked: readonly Board[];
    readonly asOf: Moment;
    readonly zone: Zone;
    readonly weeks: number | undefined;
  },
): ComingActs {
  const { definition, asked, asOf, zone, weeks } = of;
  const run = { now: asOf, zone, knownBy: "rule" as const, seed: "" };
  const ruleStarts = ruleStartsIn(definition, datedDefinitions(tables));
  const book = actBook(tables, run, { definition, stoppedTabs: [], ruleStarts });
  const { moves, messages } =
    weeks === undefined ? { moves: comingMoves(book), messages: [] } : comingActs(book);
  const isAsked = ({ boardId }: ComingAct) => asked.some(({ id }) => id === boardId);
  return { moves: moves.filter(isAsked), messages: messages.filter(isAsked) };
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
