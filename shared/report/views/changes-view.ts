// What changed since somebody last looked: the records to which anything happened, what happened to each, and who did
// it. One's own doing is no news. The history is appended to: an entry counts as new by its time, and also where it was
// written after the look for an earlier time, as rules and imports do.

import type { Entry } from "../../log/entry.ts";
import { nameKey } from "../../table/cell.ts";
import type { Tables } from "../../table/table.ts";
import { compareMoments, dayOf, instantMs, type Moment } from "../../value/moment.ts";
import { boardInputs, type ToldBoard } from "../board-inputs.ts";
import { type Eyes, eyesOf } from "./eyes.ts";
import { type HistoryLine, historyLines } from "./history-lines.ts";
import { historyNames } from "./history-names.ts";

export interface ChangesView {
  readonly asOf: string;
  readonly since: string;
  /** Rows of the history by now: handed in again as `seen`, nothing is missed. */
  readonly seen: number;
  /** Those of the person first, then the others, each the latest change first. */
  readonly records: readonly ChangedRecord[];
  /** Records that were left out. */
  readonly more: number;
  /** Said where nothing changed. */
  readonly nothing?: string;
}

export interface ChangedRecord {
  /** Tab of the board. */
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** Whether the person who looks owns it, or stands in for who does. */
  readonly isMine: boolean;
  /** The newest first. */
  readonly lines: readonly HistoryLine[];
  /** Older lines that were left out. */
  readonly moreLines: number;
}

export interface ChangesQuery {
  readonly now: Moment;
  readonly since: Moment;
  /** Rows that the history had when somebody looked last; absent: only times count. */
  readonly seen?: number;
  /** Who looks. */
  readonly person?: string;
  /** Tab of the one board that is asked for; absent: all. */
  readonly board?: string;
  /** Records that are told of. @default 50 */
  readonly most?: number;
}

const MOST_RECORDS = 50;
const MOST_LINES = 10;

/**
 * What changed on the boards.
 *
 * @throws {StagelineError} `usage`, when the book has no such board
 * @example
 * changesView(fixtures.bookTables, { now: fixtures.run.now, since: parseMoment("2026-11-19T08:30:00Z") }).nothing
 * //=> "Nothing changed"
 */
export function changesView(tables: Tables, query: ChangesQuery): ChangesView {
  const { now, since, seen, person, board, most = MOST_RECORDS } = query;
  const { definition, log, told } = boardInputs(tables, {
    asOf: now,
    ...(board === undefined ? {} : { board }),
  });
  const late = new Set(seen === undefined ? [] : log.entries.slice(seen).map(({ id }) => id));
  const isNews = (entry: Entry) =>
    (compareMoments(entry.at, since) > 0 || late.has(entry.id)) && isTold(entry) && isOfOthers(entry, person);
  const eyes = eyesOf(definition, person, dayOf(now));
  const changed = told().flatMap((one) => {
    const names = historyNames(tables, { definition, pipeline: one.pipeline.id });
    return changedOn(one, { isNews, eyes: person === undefined ? undefined : eyes, names });
  });
  const records = [...changed].sort(
    (left, right) => Number(right.isMine) - Number(left.isMine) || latestOf(right) - latestOf(left),
  );
  return {
    asOf: now,
    since,
    seen: log.entries.length,
    records: records.slice(0, most),
    more: Math.max(0, records.length - most),
    ...(records.length > 0 ? {} : { nothing: "Nothing changed" }),
  };
}

// What rules say to people has its own place, and comes of something that is told of here.
function isTold({ kind, record, data }: Entry): boolean {
  if (record === "") return false;
  return kind !== "message" || data["do"] === "send";
}

function isOfOthers({ who }: Entry, person: string | undefined): boolean {
  return person === undefined || nameKey(who) !== nameKey(person);
}

function changedOn(
  { input }: ToldBoard,
  how: {
    readonly isNews: (entry: Entry) => boolean;
    readonly eyes: Eyes | undefined;
    readonly names: Parameters<typeof historyLines>[1];
  },
): readonly ChangedRecord[] {
  const { isNews, eyes, names } = how;
  const news = new Map<string, Entry[]>();
  for (const entry of input.entries) {
    if (!isNews(entry)) continue;
    const own = news.get(entry.record);
    if (own === undefined) news.set(entry.record, [entry]);
    else own.push(entry);
  }
  return [...news].map(([record, entries]) => {
    const row = input.rows.get(record);
    const lines = historyLines(entries, names);
    const owner = row?.owner ?? "";
    return {
      board: input.board,
      record,
      name: row?.name ?? entries[entries.length - 1]?.name ?? "",
      isMine: owner !== "" && eyes?.see(owner) === true,
      lines: lines.slice(0, MOST_LINES),
      moreLines: Math.max(0, lines.length - MOST_LINES),
    };
  });
}

function latestOf({ lines }: ChangedRecord): number {
  const [first] = lines;
  return first === undefined ? 0 : instantMs(first.at as Moment);
}
