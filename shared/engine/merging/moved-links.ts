// Links that name a record which goes into another: they name the other from then on, and so do the ties of records that
// one was made from, or that were made from it. Each is told of its own record, so that it can be taken back alone.

import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { type RecordState, replay, settledHistory } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import { boardsOfLinks } from "../board/record-links.ts";
import { factEntry } from "../row/entry-making.ts";
import type { Run } from "../run.ts";
import type { KnownRecord, RecordPair } from "./record-pair.ts";

/**
 * The entries by which links to the one that goes lead to the one that stays; `merge` is the id of the entry by which it
 * goes.
 *
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * movedLinks(fixtures.run, recordPair(seen, fixtures.book, { record: "Ada", into: "Ada" }), "e1") //=> []
 */
export function movedLinks(run: Run, pair: RecordPair, merge: string): readonly Entry[] {
  const { gone, entries } = pair;
  const naming = new Set(
    entries.flatMap(({ kind, record, data }) =>
      kind === "linked" && data["with"] === gone.id ? [record] : [],
    ),
  );
  const theirs = groupedEntries(
    entries.filter(({ record }) => naming.has(record) || record === gone.id),
    "record",
  );
  const others = [...theirs].flatMap(([record, own]) =>
    record === gone.id
      ? []
      : [...groupedEntries(own, "board").values()].flatMap((on) => fromOther(run, pair, { on, merge })),
  );
  return [...others, ...ownTies(run, pair, merge)];
}

function fromOther(
  run: Run,
  pair: RecordPair,
  { on, merge }: { readonly on: readonly Entry[]; readonly merge: string },
): readonly Entry[] {
  const { gone, kept, rowOf } = pair;
  const state = [...replay(on).values()][0];
  if (state === undefined || state.removed) return [];
  const linked = settledHistory(on).filter(({ kind, data }) => kind === "linked" && data["with"] === gone.id);
  const fields = Object.entries(state.links).filter(([, link]) => link.record === gone.id);
  const row = rowOf(state.board, state.record);
  const cells = fields.flatMap(([field]) => {
    const last = linked.filter(({ data }) => data["field"] === field).pop();
    if (row === undefined || last === undefined || !leadsTo(pair, state, field)) return [];
    const data = { ...last.data, ...targetOf(pair, state), shown: textOf(row.cells[field]), merge };
    return [linkEntry(run, state, data)];
  });
  const ties = linked.filter(({ data }) => data["field"] === undefined && state.record !== kept.id);
  return [
    ...cells,
    ...firstOfEach(ties).map(({ data }) => linkEntry(run, state, { ...data, ...nameOf(kept), merge })),
  ];
}

// A record that named the one that it is now has nothing left to name.
function targetOf({ kept }: RecordPair, state: RecordState): Entry["data"] {
  return state.record === kept.id ? { with: "", board: "", name: "" } : nameOf(kept);
}

function nameOf({ id, board, name }: KnownRecord): Entry["data"] {
  return { with: id, board: board.id, name };
}

function leadsTo({ definition, kept }: RecordPair, state: RecordState, field: string): boolean {
  const board = definition.boards.find(({ id }) => id === state.board);
  const pipeline = definition.pipelines.find(({ id }) => id === board?.pipeline);
  const options = pipeline?.fields.find(({ id }) => id === field)?.options;
  return (
    options !== undefined &&
    boardsOfLinks(definition, options[0], state.board).some(({ id }) => id === kept.board.id)
  );
}

// What was made from it, or what it was made from; what its fields name comes with its cells.
function ownTies(run: Run, { gone, kept, entries }: RecordPair, merge: string): readonly Entry[] {
  const own = settledHistory(entries.filter(({ record }) => record === gone.id));
  const ties = own.filter(
    ({ kind, data }) => kind === "linked" && data["field"] === undefined && data["with"] !== kept.id,
  );
  return firstOfEach(ties).map(({ data }) =>
    linkEntry(run, { ...kept.state, name: kept.name }, { ...data, merge }),
  );
}

function firstOfEach(ties: readonly Entry[]): readonly Entry[] {
  return [...new Map(ties.map((tie) => [`${tie.data["with"]}\n${tie.data["way"]}`, tie])).values()];
}

function linkEntry(
  run: Run,
  subject: Pick<RecordState, "board" | "record" | "name" | "n">,
  data: Entry["data"],
): Entry {
  const occurrence = `${data["merge"]}\n${data["field"] ?? ""}\n${data["with"]}\n${data["way"] ?? ""}`;
  const { board, record, name, n } = subject;
  return factEntry(run, { kind: "linked", subject: { board, record, name, n }, data, occurrence });
}
