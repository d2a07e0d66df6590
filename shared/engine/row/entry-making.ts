// How facts become log entries: the ids that make writing one twice harmless, and what every entry of a run shares.

import type { Entry, EntryKind } from "../../log/entry.ts";
import { moveId } from "../../log/entry.ts";
import { FIELD_PREFIX } from "../../log/replay.ts";
import type { FieldValue } from "../../table/field-type.ts";
import { hashOf } from "../../value/hash.ts";
import { type Run, whoActs } from "../run.ts";
import { textOfValue } from "./watched-field.ts";

/** The record that an entry is about. */
export interface Subject {
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** The greatest count of its path entries so far. */
  readonly n: number;
}

type Rest = Partial<Pick<Entry, "at" | "from" | "to" | "note" | "data" | "who">>;

/**
 * A path entry: created, copied or moved. Its id holds the record, the count and the stage, and nothing else.
 *
 * @example
 * pathEntry(fixtures.run, { kind: "created", subject: { board: "deals", record: "r1", name: "Ada", n: 0 }, to: "lead" }).n //=> 1
 */
export function pathEntry(
  run: Run,
  fact: {
    readonly kind: "created" | "copied" | "moved";
    readonly subject: Subject;
    readonly to: string;
  } & Rest,
): Entry {
  const { kind, subject, to, ...rest } = fact;
  const n = subject.n + 1;
  return { ...base(run, kind, subject), to, n, ...rest, id: moveId(subject.record, n, to) };
}

/**
 * An entry of another kind; `occurrence` tells it from others of its kind on the record.
 *
 * @example
 * factEntry(fixtures.run, { kind: "note", subject: { board: "deals", record: "r1", name: "Ada", n: 1 }, occurrence: "x" }).kind
 * //=> "note"
 */
export function factEntry(
  run: Run,
  fact: { readonly kind: EntryKind; readonly subject: Subject; readonly occurrence: string } & Rest,
): Entry {
  const { kind, subject, occurrence, ...rest } = fact;
  return {
    ...base(run, kind, subject),
    ...rest,
    id: hashOf("e", [subject.board, subject.record, kind, occurrence]),
  };
}

/**
 * What a created entry keeps of the watched fields.
 *
 * @example
 * watchedData(["budget"], { budget: 500, owner: "Bob" }) //=> { "field:budget": "500" }
 */
export function watchedData(
  watched: readonly string[],
  values: Readonly<Record<string, FieldValue>>,
): Readonly<Record<string, string>> {
  const data: Record<string, string> = {};
  for (const id of watched) {
    const text = textOfValue(values[id]);
    if (text !== "") data[FIELD_PREFIX + id] = text;
  }
  return data;
}

function base(run: Run, kind: EntryKind, subject: Subject): Omit<Entry, "id"> {
  const { board, record, name, n } = subject;
  return {
    at: run.now,
    board,
    record,
    kind,
    n,
    who: whoActs(run),
    knownBy: run.knownBy,
    name,
    note: "",
    data: {},
  };
}
