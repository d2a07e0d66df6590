// The pairs of a book that look like one, as hosts tell of them: where each stands, and by what it is called and known.

import { type BoardReading, readBoard } from "../../board/board-row.ts";
import { boardsNamed } from "../../definition/named-board.ts";
import type { Board, Definition } from "../../definition/pipeline.ts";
import { readLog } from "../../log/log-tab.ts";
import { cellAddress } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { tableOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { rulesInForce } from "../setup/rules-in-force.ts";
import { doubleRecords, nounKey, type SuspectedRecord } from "./double-records.ts";

export interface DoubleRecord {
  /** Tab of its board. */
  readonly board: string;
  readonly cell: string;
  /** Its id; empty where nobody has looked at the row yet. */
  readonly record: string;
  readonly name: string;
}

export interface Double {
  readonly noun: string;
  readonly one: DoubleRecord;
  readonly other: DoubleRecord;
  readonly reasons: readonly string[];
}

/**
 * The pairs of the book; of one board, those in which a record of it is.
 *
 * @throws {StagelineError} `usage`, when the book has no such board; `log`, when its history has lost a column
 * @example
 * bookDoubles(fixtures.bookTables, {}) //=> []
 */
export function bookDoubles(
  tables: Tables,
  query: { readonly board?: string; readonly record?: string },
): readonly Double[] {
  const { entries } = readLog(tables);
  const { definition } = rulesInForce(tables, entries);
  const { board, record } = query;
  const asked = new Set(boardsNamed(definition, board).map(({ id }) => id));
  const readings = boardsAlike(definition, asked).flatMap((each): readonly BoardReading[] => {
    const table = tableOf(tables, { key: `board_${each.id}`, tab: each.tab });
    const reading = table === undefined ? undefined : readBoard(definition, each, table);
    return reading === undefined ? [] : [reading];
  });
  const isAsked = ({ reading, row }: SuspectedRecord) =>
    asked.has(reading.board.id) && (record === undefined || record === row.id);
  const wanted = { entriesOf: () => entries, ...(record === undefined ? {} : { record }) };
  return doubleRecords(definition, readings, wanted)
    .filter(({ one, other }) => isAsked(one) || isAsked(other))
    .map(({ one, other, reasons }) => {
      return { noun: one.reading.pipeline.noun, one: toldRecord(one), other: toldRecord(other), reasons };
    });
}

// Records of different nouns are never one: of a book with many boards, most need not be read.
function boardsAlike({ boards, pipelines }: Definition, asked: ReadonlySet<string>): readonly Board[] {
  const nounOf = ({ pipeline }: Board) =>
    nounKey(pipelines.find(({ id }) => id === pipeline) ?? { noun: "" });
  const nouns = new Set(boards.filter(({ id }) => asked.has(id)).map(nounOf));
  return boards.filter((each) => nouns.has(nounOf(each)));
}

/**
 * The pair in one line.
 *
 * @example
 * const record = { board: "Deals", cell: "B2", record: "r1", name: "Ada" };
 * doubleSentence({ noun: "deal", one: record, other: { ...record, cell: "B3", name: "Adah" }, reasons: ["the same name"] })
 * //=> '"Ada" (Deals!B2) and "Adah" (Deals!B3): the same name'
 */
export function doubleSentence({ one, other, reasons }: Double): string {
  const [left, right] = [one, other].map(({ name, board, cell }) => `${quoted(name)} (${board}!${cell})`);
  return `${left} and ${right}: ${reasons.join(", ")}`;
}

function toldRecord({ reading, row }: SuspectedRecord): DoubleRecord {
  const { view } = reading;
  const cell = cellAddress(row.at, view.columns.at.get("name") ?? 0);
  return { board: view.tab, cell, record: row.id, name: row.name };
}
