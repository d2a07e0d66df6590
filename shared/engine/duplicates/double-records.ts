// Pairs of records that look like one, on one board or on boards of the same noun. It is a question, never an answer:
// people make them one, or leave them two. What many records of a kind share (a firm's switchboard, the agent of all
// shows) tells nobody apart, and is not asked about.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import type { Definition, Pipeline } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { nameKey } from "../../table/cell.ts";
import { isDuplicateStage } from "../outbox/guarded-contacts.ts";
import { type IdentityMark, identityMarks, type MarkKind } from "./identity-marks.ts";
import { areApart, reasonsOf } from "./likeness.ts";
import { recordFamilies } from "./record-families.ts";

/** A record on its board. */
export interface SuspectedRecord {
  readonly reading: BoardReading;
  readonly row: BoardRow;
}

export interface DoublePair {
  readonly one: SuspectedRecord;
  readonly other: SuspectedRecord;
  /** What they have in common, each a part of a sentence. */
  readonly reasons: readonly string[];
}

/** Of so many records with a mark of one kind, no more than this share may have it in common with others. */
const ENOUGH_RECORDS = 12;
const MOST_SHARED = 1 / 3;
/** Of those that share a mark, with how many each is compared. */
const MOST_COMPARED = 25;

export interface DoublesQuery {
  /** The history; asked for only where there is a pair. */
  readonly entriesOf: () => Iterable<Entry>;
  /** Id of the one record whose pairs are wanted; absent: all. */
  readonly record?: string;
}

/**
 * Pipelines of which this is the same have records that may be one.
 *
 * @example
 * nounKey({ noun: "Deal " }) //=> "deal"
 */
export function nounKey({ noun }: Pick<Pipeline, "noun">): string {
  return nameKey(noun);
}

/**
 * The pairs; of several that look like one, each with the first of them that it may be.
 *
 * @example
 * const reading = readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable);
 * doubleRecords(fixtures.book, [reading], { entriesOf: () => [] }) //=> []
 */
export function doubleRecords(
  definition: Definition,
  readings: readonly BoardReading[],
  { entriesOf, record }: DoublesQuery,
): readonly DoublePair[] {
  const nouns = new Map<string, Marked[]>();
  for (const reading of readings) {
    const noun = nounKey(reading.pipeline);
    const known = nouns.get(noun) ?? [];
    nouns.set(noun, known);
    for (const marked of markedRecords(definition, reading)) known.push(marked);
  }
  const pairs = [...nouns.values()].flatMap((records) => alikeRecords(records, record));
  if (pairs.length === 0) return [];
  const areTied = recordFamilies(entriesOf());
  return pairs.filter(({ one, other }) => !areTied(one.row.id, other.row.id));
}

interface Marked extends SuspectedRecord {
  readonly marks: readonly IdentityMark[];
  readonly keys: ReadonlySet<string>;
}

function markedRecords(definition: Definition, reading: BoardReading): readonly Marked[] {
  const { pipeline } = reading;
  const seconds = new Set(pipeline.stages.filter((stage) => isDuplicateStage(definition, pipeline, stage)));
  const rows = reading.rows.filter(
    ({ name, untouchable, stage }) =>
      name !== "" && !untouchable && (stage === undefined || !seconds.has(stage)),
  );
  return rows.map((row) => {
    const marks = identityMarks(pipeline, row);
    return { reading, row, marks, keys: new Set(marks.map(keyOf)) };
  });
}

type Groups = ReadonlyMap<string, readonly Marked[]>;

function alikeRecords(records: readonly Marked[], wanted: string | undefined): readonly DoublePair[] {
  const groups = groupsOf(records);
  const telling = (["e-mail", "phone", "name", "company"] as const).filter((kind) => tells(groups, kind));
  const kinds = new Set<MarkKind>(telling);
  const pairs = new Map<string, DoublePair>();
  for (const kind of telling) {
    for (const [key, group] of groups) {
      if (group.length === 1 || !key.startsWith(`${kind}\n`)) continue;
      for (const pair of pairsIn(group, kinds, wanted)) pairs.set(placesOf(pair), pair);
    }
  }
  return [...pairs.values()];
}

function pairsIn(
  group: readonly Marked[],
  telling: ReadonlySet<MarkKind>,
  wanted: string | undefined,
): readonly DoublePair[] {
  if (wanted !== undefined) {
    const own = group.find(({ row }) => row.id === wanted);
    const others = own === undefined ? [] : group.filter((each) => each !== own).slice(0, MOST_COMPARED);
    return others.flatMap((one) => (own === undefined ? [] : pairOf(one, own, telling)));
  }
  return group.flatMap((other, index) => {
    for (const one of group.slice(0, Math.min(index, MOST_COMPARED))) {
      const pair = pairOf(one, other, telling);
      if (pair.length > 0) return pair;
    }
    return [];
  });
}

function groupsOf(records: readonly Marked[]): Groups {
  const groups = new Map<string, Marked[]>();
  for (const record of records) {
    for (const key of record.keys) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  }
  return groups;
}

function keyOf({ kind, key }: IdentityMark): string {
  return `${kind}\n${key}`;
}

function tells(groups: Groups, kind: MarkKind): boolean {
  const sizes = [...groups].filter(([key]) => key.startsWith(`${kind}\n`)).map(([, group]) => group.length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const shared = sizes.reduce((sum, size) => (size > 1 ? sum + size : sum), 0);
  // A company has many people; it is only asked about beside their names.
  return kind === "company" || all < ENOUGH_RECORDS || shared <= all * MOST_SHARED;
}

function pairOf(one: Marked, other: Marked, telling: ReadonlySet<MarkKind>): readonly DoublePair[] {
  const shared = one.marks.filter((mark) => telling.has(mark.kind) && other.keys.has(keyOf(mark)));
  const reasons = shared.flatMap((mark) => reasonsOf(mark, one, other));
  if (reasons.length === 0 || areApart(one, other)) return [];
  return [{ one: plain(one), other: plain(other), reasons: [...new Set(reasons)] }];
}

function placesOf({ one, other }: DoublePair): string {
  const places = [one, other].map(({ reading, row }) => `${reading.board.id} ${row.at}`);
  return places.sort().join("\n");
}

function plain({ reading, row }: Marked): SuspectedRecord {
  return { reading, row };
}
