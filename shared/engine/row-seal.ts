// What the engine leaves in the hidden Fingerprint column when it is done with a row: what the row looked like,
// whose row it was, and how much of that record's history it shows. It is the last cell that a run writes of a row.
// So a run that was cut short is known by it: where an ID stands beside the seal of another record, or the history
// is longer than the seal says, the rest of that run is made up for, and nothing is logged twice.

import { isRowId } from "../board/identity.ts";

export interface RowSeal {
  /** Of the row when it was last seen; empty where it never was. */
  readonly fingerprint: string;
  /** The record whose row it was; empty where the seal does not say. */
  readonly record: string;
  /** How many entries of the record's history the row shows. */
  readonly entries: number;
}

const SEAL = /^(f[0-9a-z]{16})(r[0-9a-z]{16})(\d+)$/;

/**
 * The seal as it stands in the cell.
 *
 * @example
 * sealFrom(sealText({ fingerprint: fingerprintOf({}, []), record: freshId("seed", 1), entries: 3 })).entries //=> 3
 */
export function sealText(seal: RowSeal): string {
  return `${seal.fingerprint}${seal.record}${seal.entries}`;
}

/**
 * The seal that a cell holds; a plain fingerprint is one that names no record.
 *
 * @example
 * sealFrom("") //=> { fingerprint: "", record: "", entries: 0 }
 */
export function sealFrom(text: string): RowSeal {
  const [, fingerprint = "", record = "", entries = "0"] = SEAL.exec(text) ?? [];
  if (fingerprint === "" || !isRowId(record)) return { fingerprint: text, record: "", entries: 0 };
  return { fingerprint, record, entries: Number(entries) };
}
