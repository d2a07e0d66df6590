// What a mark that two records share says of them, in words, and what says that they are two all the same.

import type { BoardReading, BoardRow } from "../../board/board-row.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { normalisedCompany } from "../../value/company-name.ts";
import { isNearName } from "../advice/near-names.ts";
import { areTwo, type IdentityMark } from "./identity-marks.ts";

/** A record with its marks. */
export interface MarkedRecord {
  readonly reading: Pick<BoardReading, "pipeline">;
  readonly row: Pick<BoardRow, "name" | "cells">;
  readonly marks: readonly IdentityMark[];
}

/**
 * What the mark says of two records that share it; nothing where it says too little.
 *
 * @example
 * const ada = { reading: { pipeline: fixtures.offers }, row: { name: "Ada", cells: {} }, marks: [] };
 * reasonsOf({ kind: "e-mail", key: "a@example.org", field: "E-mail", text: "A@example.org" }, ada, ada)
 * //=> ['the same E-mail "A@example.org"']
 */
export function reasonsOf(
  { kind, field, text }: IdentityMark,
  one: MarkedRecord,
  other: MarkedRecord,
): readonly string[] {
  switch (kind) {
    case "name":
      return ["the same name"];
    case "company":
      return isNearName(one.row.name, other.row.name) ? ["the same company and nearly the same name"] : [];
    case "phone":
      return mayShareNumber(one, other) ? [] : [`the same ${field} ${quoted(text)}`];
    case "e-mail":
      return [`the same ${field} ${quoted(text)}`];
  }
}

// Two people of other names and addresses may sit at one telephone.
function mayShareNumber(one: MarkedRecord, other: MarkedRecord): boolean {
  const haveAddresses = [one, other].every(({ marks }) => marks.some(({ kind }) => kind === "e-mail"));
  const words = new Set(wordsOf(other.row.name));
  return haveAddresses && !wordsOf(one.row.name).some((word) => words.has(word));
}

function wordsOf(name: string): readonly string[] {
  return (normalisedCompany(name) ?? "").split(" ").filter(({ length }) => length > 2);
}

/**
 * Whether the two are two for certain.
 *
 * @example
 * const named = (name) => ({ reading: { pipeline: fixtures.offers }, row: { name, cells: {} }, marks: [] });
 * areApart(named("Order 17"), named("Order 18")) //=> true
 */
export function areApart(first: MarkedRecord, other: MarkedRecord): boolean {
  const [one, two] = [first.row.name, other.row.name].map(nameKey);
  // "Order 17" and "Order 18" were numbered to be two.
  const isNumbered = one !== two && one?.replace(/\p{N}+/gu, "#") === two?.replace(/\p{N}+/gu, "#");
  const { pipeline } = first.reading;
  return isNumbered || (pipeline.id === other.reading.pipeline.id && areTwo(pipeline, first.row, other.row));
}
