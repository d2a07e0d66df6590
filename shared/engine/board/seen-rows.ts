// The rows of a board with the record that each is: what identity tells of them, and besides it what a run that was
// cut short left behind: IDs that it wrote on rows whose seals still name another record.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import { type Identified, type IdentityRow, identify, isRowId } from "../../board/identity.ts";
import type { RecordState } from "../../log/replay.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { freshId } from "../../value/hash.ts";
import { type RowSeal, sealFrom } from "../row/row-seal.ts";

/** A row and the record that it is. */
export interface SeenRow {
  readonly row: BoardRow;
  readonly id: string;
  readonly origin: Identified["origin"];
  /** The record by which the row was known before it was looked at; empty for none. */
  readonly knownAs: string;
  /** Whether another row has the same seal, as after a copy. */
  readonly isCopied: boolean;
}

export interface SeenRows {
  readonly rows: readonly SeenRow[];
  /** Whether a run was cut short while it brought IDs back to their rows. */
  readonly isCutShort: boolean;
  /** Why no row of the board can be trusted; rows is empty then. */
  readonly stopped?: string;
}

/** What identity is measured against. */
export interface KnownRecords {
  readonly states: ReadonlyMap<string, RecordState>;
  /** Ids of records that stand on other boards now. */
  readonly elsewhere: ReadonlySet<string>;
  /** Fresh ids are made of it and the places of the rows, so that the same run over the same rows makes the same. */
  readonly seed: string;
  /** Stage id → the name that it had until now, of stages whose name has just changed. */
  readonly formerNames?: ReadonlyMap<string, string> | undefined;
}

interface SealedRow {
  readonly row: BoardRow;
  readonly seal: RowSeal;
}

/**
 * Each row that may be touched, with its record.
 *
 * @example
 * seenRows(readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable),
 *   { states: new Map(), elsewhere: new Set(), seed: "a seed" }).rows[0].origin //=> { how: "new" }
 */
export function seenRows(reading: BoardReading, known: KnownRecords): SeenRows {
  const sealed = reading.rows
    .filter((row) => !row.untouchable)
    .map((row): SealedRow => ({ row, seal: sealFrom(row.knownFingerprint) }));
  const owners = new Map<string, number>();
  for (const { seal } of sealed) owners.set(seal.record, (owners.get(seal.record) ?? 0) + 1);
  const found = identify(seekers(sealed), known.states, known.elsewhere);
  if (found.stopped !== undefined) return { rows: [], isCutShort: false, stopped: found.stopped };
  const sealedAt = new Map(sealed.map((each) => [each.row.at, each]));
  const rows = found.rows.flatMap((identified): readonly SeenRow[] => {
    const own = sealedAt.get(identified.row.at);
    return own === undefined ? [] : [seenRow(reading, known, { identified, own, owners })];
  });
  const isCutShort = sealed.some((each) => isWrittenOver(each) && owners.has(each.row.id));
  return { rows, isCutShort };
}

// Ids that went back to their rows after a torn sort are all in their places if none of them stands twice; else only
// a part of them is, and the seals tell where each belongs.
function seekers(rows: readonly SealedRow[]): readonly IdentityRow[] {
  const counts = new Map<string, number>();
  for (const { row } of rows) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
  const areInPlace = rows.every((each) => !isWrittenOver(each) || counts.get(each.row.id) === 1);
  return rows.map(({ row, seal }) => {
    const { at, name, fingerprint } = row;
    const isOwn = seal.record === "" || (areInPlace && isWrittenOver({ row, seal }));
    return {
      at,
      id: isOwn ? row.id : seal.record,
      name,
      stageId: row.stage?.id ?? "",
      fingerprint,
      knownFingerprint: isOwn && seal.record !== "" ? "" : seal.fingerprint,
    };
  });
}

function isWrittenOver({ row, seal }: SealedRow): boolean {
  return seal.record !== "" && row.id !== seal.record && isRowId(row.id);
}

function seenRow(
  reading: BoardReading,
  known: KnownRecords,
  found: {
    readonly identified: Identified;
    readonly own: SealedRow;
    readonly owners: ReadonlyMap<string, number>;
  },
): SeenRow {
  const { identified, own, owners } = found;
  const { row, seal } = own;
  const isCopied = (owners.get(seal.record) ?? 0) > 1 || known.elsewhere.has(seal.record);
  const knownAs = identified.row.id;
  // A fresh ID that a run wrote and did not seal is the row's own.
  const isMinted = isWrittenOver(own) && !owners.has(row.id);
  const id = isMinted ? row.id : identified.id;
  if (id === "")
    return { row, id: freshId(known.seed, row.at), origin: identified.origin, knownAs, isCopied };
  const state = known.states.get(id);
  const isCopy = isMinted && state === undefined && isCopied;
  const kept: Identified["origin"] = isMinted ? { how: "kept" } : identified.origin;
  const origin: Identified["origin"] = isCopy ? { how: "copied", of: seal.record } : kept;
  return { row: withFormerStage(reading, row, { state, known }), id, origin, knownAs, isCopied };
}

// While names of stages change, a cell that still shows the former name of the record's stage moves nobody, even
// where another stage has that name now.
function withFormerStage(
  { pipeline }: BoardReading,
  row: BoardRow,
  { state, known }: { readonly state: RecordState | undefined; readonly known: KnownRecords },
): BoardRow {
  const former = known.formerNames?.get(state?.now.stage ?? "");
  if (former === undefined || nameKey(former) !== nameKey(textOf(row.cells["stage"]))) return row;
  const stage = pipeline.stages.find((each) => each.id === state?.now.stage);
  return stage === undefined ? row : { ...row, stage };
}
