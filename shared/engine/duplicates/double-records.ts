// Pairs of records that look like one, on one board or on boards of the same noun. It is a question, never an answer:
// people make them one, or leave them two. What many records of a kind share (a firm's switchboard, the agent of all
// shows) tells nobody apart, and is not asked about.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { normalisedCompany } from "../../value/company-name.ts";
import { isNearName } from "../advice/near-names.ts";
import { isDuplicateStage } from "../outbox/guarded-contacts.ts";
import { areTwo, type IdentityMark, identityMarks, type MarkKind } from "./identity-marks.ts";
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
const MOST_COMPARED = 50;

/**
 * The pairs; of several that look like one, each with the first of them. `entriesOf` is asked for the history only where
 * there is a pair.
 *
 * @example
 * const reading = readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable);
 * doubleRecords(fixtures.book, [reading], () => []) //=> []
 */
export function doubleRecords(
  definition: Definition,
  readings: readonly BoardReading[],
  entriesOf: () => Iterable<Entry>,
): readonly DoublePair[] {
  const nouns = new Map<string, Marked[]>();
  for (const reading of readings) {
    const { noun } = reading.pipeline;
    nouns.set(nameKey(noun), [...(nouns.get(nameKey(noun)) ?? []), ...markedRecords(definition, reading)]);
  }
  const pairs = [...nouns.values()].flatMap(alikeRecords);
  if (pairs.length === 0) return [];
  const areTied = recordFamilies(entriesOf());
  return pairs.filter(({ one, other }) => !areTied(one.row.id, other.row.id));
}

interface Marked extends SuspectedRecord {
  readonly marks: readonly IdentityMark[];
}

function markedRecords(definition: Definition, reading: BoardReading): readonly Marked[] {
  const { pipeline } = reading;
  const kept = pipeline.stages.filter((stage) => !isDuplicateStage(definition, pipeline, stage));
  const rows = reading.rows.filter(
    ({ name, untouchable, stage }) =>
      name !== "" && !untouchable && (stage === undefined || kept.includes(stage)),
  );
  return rows.map((row) => ({ reading, row, marks: identityMarks(pipeline, row) }));
}

type Groups = ReadonlyMap<string, readonly Marked[]>;

function alikeRecords(records: readonly Marked[]): readonly DoublePair[] {
  const groups = groupsOf(records);
  const telling = (["e-mail", "phone", "name", "company"] as const).filter((kind) => tells(groups, kind));
  const pairs = new Map<string, DoublePair>();
  for (const kind of telling) {
    for (const [key, group] of groups) {
      if (!key.startsWith(`${kind}\n`)) continue;
      for (const [index, other] of group.entries()) {
        const earlier = group.slice(0, Math.min(index, MOST_COMPARED));
        const pair = earlier.flatMap((one) => pairOf(one, other, telling))[0];
        if (pair !== undefined) pairs.set(placesOf(pair), pair);
      }
    }
  }
  return [...pairs.values()];
}

function groupsOf(records: readonly Marked[]): Groups {
  const groups = new Map<string, Marked[]>();
  for (const record of records) {
    for (const key of new Set(record.marks.map(keyOf))) {
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

function pairOf(one: Marked, other: Marked, telling: readonly MarkKind[]): readonly DoublePair[] {
  const keys = new Set(other.marks.map(keyOf));
  const shared = one.marks.filter((mark) => telling.includes(mark.kind) && keys.has(keyOf(mark)));
  const names = likenessOf(one, other);
  const reasons = shared.flatMap((mark) => reasonOf(mark, names));
  if (reasons.length === 0 || areApart(one, other)) return [];
  return [{ one: plain(one), other: plain(other), reasons: [...new Set(reasons)] }];
}

function placesOf({ one, other }: DoublePair): string {
  return [one, other].map(({ reading, row }) => `${reading.board.id} ${row.at}`).join("\n");
}

function reasonOf({ kind, field, text }: IdentityMark, names: NameLikeness): readonly string[] {
  if (kind === "name") return ["the same name"];
  if (kind === "company") return names.areNear ? ["the same company and nearly the same name"] : [];
  if (kind === "phone" && !names.mayShareNumber) return [];
  return [`the same ${field} ${quoted(text)}`];
}

interface NameLikeness {
  readonly areNear: boolean;
  /** Two people of other names and addresses may sit at one telephone. */
  readonly mayShareNumber: boolean;
}

function likenessOf(one: Marked, other: Marked): NameLikeness {
  const emails = [one, other].map(({ marks }) => marks.filter(({ kind }) => kind === "e-mail"));
  const haveOthers = emails.every(({ length }) => length > 0);
  const words = new Set(wordsOf(other.row.name));
  return {
    areNear: isNearName(one.row.name, other.row.name),
    mayShareNumber: !haveOthers || wordsOf(one.row.name).some((word) => words.has(word)),
  };
}

function wordsOf(name: string): readonly string[] {
  return (normalisedCompany(name) ?? "").split(" ").filter(({ length }) => length > 2);
}

// "Order 17" and "Order 18" were numbered to be two.
function areApart(first: Marked, other: Marked): boolean {
  const [one, two] = [first.row.name, other.row.name].map(nameKey);
  const isNumbered = one !== two && one?.replace(/\p{N}+/gu, "#") === two?.replace(/\p{N}+/gu, "#");
  const { pipeline } = first.reading;
  return isNumbered || (pipeline.id === other.reading.pipeline.id && areTwo(pipeline, first.row, other.row));
}

function plain({ reading, row }: Marked): SuspectedRecord {
  return { reading, row };
}
