// What became of the records that others led to: won or lost. A deal's end is told to the account that it was made
// from, by rule; each end once, at the time at which it came. An end that was told of by an import tells nobody, and of
// what was over before a record was tied to it, only how it stood then. Records that became one hear together.

import type { Pipeline } from "../../definition/pipeline.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { survivorsOf } from "../../log/merged-histories.ts";
import type { RecordState, Visit } from "../../log/replay.ts";
import { compareMoments, type Moment } from "../../value/moment.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { type Tie, tiesOf } from "./record-ties.ts";

/** The end of a record, as it concerns another that led to it. */
export interface LinkedFate {
  /** Board id and record of the one that is concerned. */
  readonly board: string;
  readonly record: string;
  readonly fate: "won" | "lost";
  /** The entry by which the other came to its end. */
  readonly occurrence: string;
  /** When it did, or when they were tied, where that came later. */
  readonly at: Moment;
}

/**
 * What became of the records that records of the book led to, in the order of the history's ties. A record leads to what
 * was made from it, and to what a field of its own names on a board of another pipeline.
 *
 * @example
 * fatesOf({ entries: [], boards: new Map(), run: fixtures.run }) //=> []
 */
export function fatesOf(book: FateBook): readonly LinkedFate[] {
  const linked = book.entries.filter(({ kind }) => kind === "linked");
  const survivors = survivorsOf(book.entries, book.run.now);
  const own = linked.map((entry) => {
    const survivor = survivors.get(entry.record);
    return survivor === undefined ? entry : { ...entry, ...survivor };
  });
  return [...groupedEntries(own, "record")].flatMap(([record, entries]) => {
    const from = standingBoard(book, record, entries[entries.length - 1]?.board);
    if (from === undefined) return [];
    const ties = tiesOf(entries).filter((tie) => leadsThere(book, from, tie));
    const all = ties.flatMap((tie) => {
      const survivor = survivors.get(tie.record);
      return survivor === undefined ? [tie] : [tie, { ...tie, ...survivor }];
    });
    const fates = all.flatMap((tie) =>
      endsOf(book, tie).map((end) => ({ board: from.board.id, record, ...end })),
    );
    return firstOfEach(fates);
  });
}

type FateBook = Pick<ActBook, "entries" | "boards" | "run">;

/**
 * The board on which a record stands now, of those that can be trusted; `likely` is looked at first.
 *
 * @example
 * standingBoard({ boards: new Map() }, "r1") //=> undefined
 */
export function standingBoard(
  { boards }: Pick<ActBook, "boards">,
  record: string,
  likely = "",
): ActBoard | undefined {
  const stands = (board: ActBoard | undefined) => board?.states.get(record)?.removed === false;
  const first = boards.get(likely);
  return stands(first) ? first : [...boards.values()].find(stands);
}

function leadsThere({ boards }: Pick<ActBook, "boards">, from: ActBoard, { way, board }: Tie): boolean {
  if (way !== "names") return way === "to";
  return boards.get(board)?.pipeline.id !== from.pipeline.id;
}

type End = Pick<LinkedFate, "fate" | "occurrence" | "at">;

function endsOf({ boards }: Pick<ActBook, "boards">, tie: Tie): readonly End[] {
  return [...boards.values()].flatMap(({ pipeline, states, entriesOf }) => {
    const state = states.get(tie.record);
    if (state === undefined) return [];
    const imported = new Set(
      entriesOf(tie.record)
        .filter(({ knownBy }) => knownBy === "import")
        .map(({ id }) => id),
    );
    return endsSince(tie, turns(pipeline, state)).filter(({ occurrence }) => !imported.has(occurrence));
  });
}

// Where the fate of a record changed; going on among stages of one kind does not change it.
interface Turn {
  readonly visit: Visit;
  readonly fate: "won" | "lost" | "open";
}

function turns(pipeline: Pipeline, { visits }: RecordState): readonly Turn[] {
  const all = visits.map((visit): Turn => {
    const kind = pipeline.stages.find(({ id }) => id === visit.stage)?.kind;
    return { visit, fate: kind === "won" || kind === "lost" ? kind : "open" };
  });
  return all.filter(({ fate }, index) => fate !== all[index - 1]?.fate);
}

function endsSince(tie: Tie, all: readonly Turn[]): readonly End[] {
  const before = all.filter(({ visit }) => compareMoments(visit.at, tie.at) < 0);
  const since = all.slice(before.length);
  return [...before.slice(-1), ...since].flatMap(({ visit, fate }) => {
    if (fate === "open") return [];
    const at = compareMoments(visit.at, tie.at) < 0 ? tie.at : visit.at;
    return [{ fate, occurrence: visit.entry, at }];
  });
}

function firstOfEach(fates: readonly LinkedFate[]): readonly LinkedFate[] {
  const seen = new Set<string>();
  return fates.filter(({ occurrence }) => {
    if (seen.has(occurrence)) return false;
    seen.add(occurrence);
    return true;
  });
}
