// What the engine leaves in the hidden Fingerprint column when it is done with a row: what the row looked like,
// whose row it was, and how much of that record's history it shows. Seals are the last cells that a run writes. So a
// run that was cut short is known by them: where an ID stands beside the seal of another record, or the history is
// longer than the seal says, the rest of that run is made up for, and nothing is logged twice.

import { isRowId } from "../../board/identity.ts";

export interface RowSeal {
  /** Of the row when it was last seen; empty where it never was. */
  readonly fingerprint: string;
  /** The record whose row it was; empty where the seal does not say. */
  readonly record: string;
  /** The board on which it was seen. */
  readonly board: string;
  /** How many entries of the record's history on that board the row shows. */
  readonly entries: number;
}

const SEAL = /^(f[0-9a-z]{16})(r[0-9a-z]{16})(\d+)([a-z]\w*)$/;

/**
 * The seal as it stands in the cell.
 *
 * @example
 * sealFrom(sealText({ fingerprint: fingerprintOf({}, []), record: freshId("seed", 1), board: "deals", entries: 3 })).entries //=> 3
 */
export function sealText(seal: RowSeal): string {
  return `${seal.fingerprint}${seal.record}${seal.entries}${seal.board}`;
}

/**
 * The seal that a cell holds; a plain fingerprint is one that names no record.
 *
 * @example
 * sealFrom("") //=> { fingerprint: "", record: "", board: "", entries: 0 }
 */
export function sealFrom(text: string): RowSeal {
  const [, fingerprint = "", record = "", entries = "0", board = ""] = SEAL.exec(text) ?? [];
  if (fingerprint === "" || !isRowId(record)) return { fingerprint: text, record: "", board: "", entries: 0 };
  return { fingerprint, record, board, entries: Number(entries) };
}
