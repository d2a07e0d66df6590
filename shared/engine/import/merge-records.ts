// Wanted records against those of the board: new ones become rows with their history as it was, or wait in Held
// where they may be somebody's second row; known ones get what differs.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import type { Field } from "../../definition/pipeline.ts";
import { mainLineOf } from "../../definition/pipeline.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { type Entry, isPathEntry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { standingMerges } from "../../log/merged-histories.ts";
import { replay } from "../../log/replay.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { cellsFromText } from "../../table/cells-text.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { freshId, hashOf } from "../../value/hash.ts";
import { heldTab, textFromHeld } from "../held/held-tab.ts";
import { pathEntry, watchedData } from "../row/entry-making.ts";
import { watchedFields } from "../row/watched-field.ts";
import type { Run } from "../run.ts";
import type { LineProblem } from "./import-source.ts";
import { type ImportContext, recordUpdate } from "./record-update.ts";
import { type Contactable, contactKeys, sameContact } from "./same-contact.ts";
import type { Wanted, WantedRecord } from "./wanted-record.ts";

export interface Merged {
  /** Rows for the board. */
  readonly rows: readonly RowCells[];
  /** Rows for Held. */
  readonly held: readonly RowCells[];
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly LineProblem[];
  /** Records that became rows of the board. */
  readonly added: readonly WantedRecord[];
}

/** What the merge is made of; `idField` is the field that tells records apart, absent where their names do. */
export interface MergeSources {
  readonly reading: BoardReading;
  readonly wanted: Wanted;
  readonly tables: Tables;
  readonly idField: Field | undefined;
}

/** A cell holds no more in every spreadsheet program; a record that does not fit is not held. */
const MOST_HELD_CHARACTERS = 30_000;

/**
 * What becomes of each wanted record.
 *
 * @example
 * mergeRecords(fixtures.run, { reading: readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable),
 *   wanted: { records: [] }, tables: [], idField: undefined }).rows //=> []
 */
export function mergeRecords(run: Run, sources: MergeSources): Merged {
  const { reading, wanted, idField } = sources;
  const context = contextOf(run, sources);
  const draft = {
    rows: [] as RowCells[],
    held: [] as RowCells[],
    changes: [] as Change[],
    entries: [] as Entry[],
    updated: 0,
    unchanged: 0,
    problems: [] as LineProblem[],
    added: [] as WantedRecord[],
  };
  const rowsByKey = rowsOfKeys(reading, idField);
  const heldIds = idsInHeld(sources.tables);
  const gone = keysOfMerged(sources);
  const nameOfContact = new Map<string, string>();
  const remember = (record: Contactable) => {
    for (const key of contactKeys(context.fields, record))
      if (!nameOfContact.has(key)) nameOfContact.set(key, record.name);
  };
  for (const row of reading.rows) remember(row);
  const lineOfKey = new Map<string, number>();
  for (const record of wanted.records) {
    const { line, key } = record;
    const rows = rowsByKey.get(key) ?? [];
    const doubt = doubtOf(record, { earlier: lineOfKey.get(key), rows: rows.length });
    if (doubt !== undefined) {
      draft.problems.push({ line, message: doubt });
      continue;
    }
    lineOfKey.set(key, line);
    const [row] = rows;
    if (row !== undefined) {
      const update = recordUpdate(context, record, row);
      draft.changes.push(...update.changes);
      draft.entries.push(...update.entries);
      draft.problems.push(...update.problems);
      if (update.entries.length + update.changes.length > 0) draft.updated += 1;
      else if (update.problems.length === 0) draft.unchanged += 1;
      continue;
    }
    const heldId = hashOf("r", ["held", reading.board.id, key]);
    if (heldIds.has(heldId) || gone.has(key)) {
      draft.unchanged += 1;
      continue;
    }
    const reason = sameContact(context.fields, record, nameOfContact);
    const held = reason === undefined ? undefined : heldRow(context, record, { id: heldId, reason });
    if (held === undefined) {
      const id = freshId(run.seed, line);
      draft.rows.push(newRow(context, record, id));
      draft.entries.push(...newEntries(context, record, id));
      draft.added.push(record);
      remember(record);
      if (reason !== undefined)
        draft.problems.push({ line, message: `${reason}; too long to wait, so it was added` });
    } else draft.held.push(held);
  }
  return draft;
}

function contextOf(run: Run, { reading, tables }: MergeSources): ImportContext {
  const { entries } = readLog(tables);
  const counts = new Map<string, number>();
  for (const { kind, record, n } of entries)
    if (isPathEntry(kind) && n > (counts.get(record) ?? 0)) counts.set(record, n);
  return {
    run,
    reading,
    fields: fieldsOf(reading.pipeline),
    watched: watchedFields(reading.pipeline),
    states: replay(entries.filter((entry) => entry.board === reading.board.id)),
    countOf: (record) => counts.get(record) ?? 0,
  };
}

function rowsOfKeys(
  reading: BoardReading,
  idField: Field | undefined,
): ReadonlyMap<string, readonly BoardRow[]> {
  const rows = new Map<string, BoardRow[]>();
  for (const row of reading.rows) {
    const key = idField === undefined ? nameKey(row.name) : textOf(row.cells[idField.id]);
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  return rows;
}

// A line of a record that went into another is one of what is known already.
function keysOfMerged({ reading, tables, idField }: MergeSources): ReadonlySet<string> {
  const merges = [...standingMerges(readLog(tables).entries).values()];
  return new Set(
    merges
      .filter(({ board }) => board === reading.board.id)
      .map(({ name, data }) =>
        idField === undefined ? nameKey(name) : textOf(cellsFromText(data["row"] ?? "")[idField.id]),
      )
      .filter((key) => key !== ""),
  );
}

function idsInHeld(tables: Tables): ReadonlySet<string> {
  const table = tableOf(tables, heldTab);
  const rows = table === undefined ? [] : viewOf(table, heldTab).rows;
  return new Set(rows.map(({ cells }) => textOf(cells["id"])));
}

function doubtOf(
  { key }: WantedRecord,
  found: { readonly earlier: number | undefined; readonly rows: number },
): string | undefined {
  if (found.earlier !== undefined)
    return `"${key}" stands in line ${found.earlier} already; this line is left out`;
  return found.rows > 1
    ? `${found.rows} records are called "${key}"; nothing was changed: tell them apart with --id`
    : undefined;
}

function newRow(context: ImportContext, record: WantedRecord, id: string): RowCells {
  const last = record.visits[record.visits.length - 1]?.stage ?? mainLineOf(context.reading.pipeline)[0];
  return { ...record.cells, id, stage: last?.name ?? null };
}

function newEntries(context: ImportContext, record: WantedRecord, id: string): readonly Entry[] {
  const { run, reading } = context;
  const [first] = mainLineOf(reading.pipeline);
  const visits = record.visits.length === 0 && first !== undefined ? [{ stage: first }] : record.visits;
  const times: readonly { readonly at?: Entry["at"] }[] = visits;
  return visits.map(({ stage }, index) => {
    const subject = { board: reading.board.id, record: id, name: record.name, n: index };
    const fact = { subject, to: stage.id, at: times[index]?.at ?? run.now };
    const from = visits[index - 1]?.stage.id;
    if (from !== undefined) return pathEntry(run, { ...fact, kind: "moved", from });
    const data = { ...watchedData(context.watched, record.values), imported: run.now };
    return pathEntry(run, { ...fact, kind: "created", data });
  });
}

function heldRow(
  context: ImportContext,
  record: WantedRecord,
  { id, reason }: { readonly id: string; readonly reason: string },
): RowCells | undefined {
  const data = textFromHeld({ row: newRow(context, record, id), entries: newEntries(context, record, id) });
  if (data.length > MOST_HELD_CHARACTERS) return undefined;
  const { tab } = context.reading.view;
  return { board: tab, name: record.name, reason, from: `line ${record.line}`, data, id };
}
