// Boards that are fed by a tab: the answers of a form, or a list that somebody pastes. Each row of such a tab becomes one
// record, once; a row that cannot become one is told at its cell, and becomes one when it is mended. Nothing is ever
// written into that tab. What stood there before the board was fed by it comes in silently, as an import does.

import { readBoard } from "../../board/board-row.ts";
import { datedDefinitions } from "../../definition/definition-versions.ts";
import {
  type Board,
  type Definition,
  mainLineOf,
  type Pipeline,
  type Stage,
} from "../../definition/pipeline.ts";
import { pipelinesTab } from "../../definition/setup/pipelines-tab.ts";
import type { Entry } from "../../log/entry.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { dayOrderOf } from "../../table/column-guess.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt, tableOf, viewOf } from "../../table/tab-view.ts";
import type { Table, Tables } from "../../table/table.ts";
import { freshId } from "../../value/hash.ts";
import { compareMoments, type Moment } from "../../value/moment.ts";
import { oneOf } from "../../value/noun.ts";
import { pathEntry, watchedData } from "../row/entry-making.ts";
import { watchedFields } from "../row/watched-field.ts";
import { RULES_ACT_AS } from "../rules/rule-act.ts";
import type { Run } from "../run.ts";
import { changedProblems } from "./changed-rows.ts";
import { type FedColumns, fedColumns } from "./fed-columns.ts";
import { type FedRow, fedRow } from "./fed-row.ts";
import { INTAKE_KEY, knownRows, takenRows } from "./known-rows.ts";
import { headerLetters, rowPrints, textOfPrint } from "./row-prints.ts";
import { stampMoment } from "./stamp-time.ts";

/** What comes of the rows of the tab that feeds a board. */
export interface FedRecords {
  /** Tab of the board. */
  readonly tab: string;
  /** Rows for the board: before the history that tells of them. */
  readonly rows: readonly Change[];
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** What the book knows when its boards are fed. */
export interface Intake {
  readonly run: Run;
  readonly definition: Definition;
  /** The history of the book. */
  readonly entries: readonly Entry[];
}

/**
 * The records that come in, for each board that is fed by a tab.
 *
 * @example
 * fedRecords(fixtures.bookTables, { run: fixtures.run, definition: fixtures.book, entries: [] }) //=> []
 */
export function fedRecords(tables: Tables, intake: Intake): readonly FedRecords[] {
  const { boards, pipelines } = intake.definition;
  return boards.flatMap((board): readonly FedRecords[] => {
    const pipeline = pipelines.find(({ id }) => id === board.pipeline);
    const first = pipeline === undefined ? undefined : mainLineOf(pipeline)[0];
    const fedBy = board.fedBy;
    if (fedBy === undefined || pipeline === undefined || first === undefined) return [];
    const onto = tableOf(tables, { key: `board_${board.id}`, tab: board.tab });
    const from = tables.find(({ tab }) => nameKey(tab) === nameKey(fedBy));
    if (onto === undefined) return [];
    const nothing = { tab: onto.tab, rows: [], entries: [] };
    if (from === undefined) return [{ ...nothing, problems: [missingFeed(tables, board)] }];
    return [{ ...nothing, ...recordsFrom(tables, intake, { board, pipeline, first, onto, from }) }];
  });
}

/** The way from a tab to the board that it feeds. */
interface Feed {
  readonly board: Board;
  readonly pipeline: Pipeline;
  /** Where a record enters. */
  readonly first: Stage;
  readonly onto: Table;
  readonly from: Table;
}

function recordsFrom(tables: Tables, intake: Intake, feed: Feed): Omit<FedRecords, "tab"> {
  const { board, pipeline, from } = feed;
  const columns = fedColumns(from, pipeline);
  if (columns.name.length === 0) return { rows: [], entries: [], problems: namelessTab(feed) };
  const prints = rowPrints(from, columns);
  const taken = takenRows(intake.entries, board.id);
  const stamp = columns.stamp === undefined ? undefined : headerLetters(from, columns.stamp);
  const known = knownRows(prints, taken, stamp);
  if (known.every(({ is }) => is === "taken")) return { rows: [], entries: [], problems: [] };
  const read = from.rows.map((row, index) =>
    known[index]?.is === "taken" ? undefined : fedRow(from, row, { pipeline, columns }),
  );
  const momentAt = momentReader(intake.run, from, columns);
  const present = readBoard(intake.definition, board, feed.onto)?.rows ?? [];
  const counts = new Map<string, number>();
  for (const { print } of taken) count(counts, textOfPrint(print));
  const records = known.flatMap((each, index) => {
    const row = read[index];
    if (each.is !== "new" || row === undefined || row.problems.length > 0) return [];
    const print = textOfPrint(prints[index] ?? new Map());
    const id = freshId(["intake", board.id, print].join("\n"), count(counts, print));
    return [{ row, id, print, at: momentAt(index) }];
  });
  const standing = new Set([...present.map(({ id }) => id), ...intake.entries.map(({ record }) => record)]);
  const since = fedSince(tables, intake.run, board);
  return {
    rows: records.filter(({ id }) => !standing.has(id)).map(({ row, id }) => boardRow(feed, row, id)),
    entries: records.map((record) => createdEntry(intake.run, feed, { ...record, since })),
    problems: [
      ...read.flatMap((row, index) => (known[index]?.is === "new" ? (row?.problems ?? []) : [])),
      ...changedProblems({ ...feed, columns, prints, known, read, present }),
    ],
  };
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1;
  counts.set(key, next);
  return next;
}

function boardRow({ onto, first }: Feed, { cells }: FedRow, id: string): Change {
  return { kind: "append", tab: onto.tab, rows: [{ ...cells, stage: first.name, id }] };
}

function createdEntry(
  run: Run,
  { board, pipeline, first, from }: Feed,
  made: {
    readonly row: FedRow;
    readonly id: string;
    readonly print: string;
    readonly at: Moment;
    readonly since: Moment | undefined;
  },
): Entry {
  const { row, id, print, at, since } = made;
  const isBacklog = since !== undefined && compareMoments(at, since) <= 0;
  const data = {
    ...watchedData(watchedFields(pipeline), row.values),
    [INTAKE_KEY]: print,
    ...(isBacklog ? { imported: run.now } : {}),
  };
  const by: Run = { ...run, actor: RULES_ACT_AS, ...(isBacklog ? { knownBy: "import" } : {}) };
  const subject = { board: board.id, record: id, name: row.name, n: 0 };
  return pathEntry(by, { kind: "created", subject, to: first.id, at, data, note: `from "${from.tab}"` });
}

// The time stamp of a row, where there is one and it has come.
function momentReader({ now, zone }: Run, { rows }: Table, { stamp }: FedColumns): (index: number) => Moment {
  if (stamp === undefined) return () => now;
  const { guess: dayOrder } = dayOrderOf(rows.map(({ cells }) => textOf(cells[stamp])));
  return (index) => {
    const at = stampMoment(rows[index]?.cells[stamp] ?? null, { zone, dayOrder });
    return at === undefined || compareMoments(at, now) > 0 ? now : at;
  };
}

// Since when the board is fed by this tab; `undefined` where it always was.
function fedSince(tables: Tables, run: Run, { id, fedBy }: Board): Moment | undefined {
  const versions = datedDefinitions(tables);
  const isFed = (definition: Definition) =>
    definition.boards.some((board) => board.id === id && board.fedBy === fedBy);
  const without = versions.findIndex(({ definition }) => !isFed(definition));
  if (without < 0) return undefined;
  return versions[without - 1]?.at ?? run.now;
}

function missingFeed(tables: Tables, { id, fedBy }: Board): Problem {
  const message = `there is no tab "${fedBy}"; write the name of the tab with the answers, or nothing`;
  const table = tableOf(tables, pipelinesTab);
  if (table === undefined) return { tab: pipelinesTab.tab, message };
  const view = viewOf(table, pipelinesTab);
  const row = view.rows.find(({ cells }) => textOf(cells["id"]) === id);
  return row === undefined
    ? { tab: table.tab, message }
    : problemAt(view, { row: row.at, key: "fed_by" }, message);
}

function namelessTab({ from, pipeline }: Feed): readonly Problem[] {
  if (from.rows.length === 0) return [];
  const message = `no column says what to call ${oneOf(pipeline.noun)}; head one "Name"`;
  return [{ tab: from.tab, message }];
}
