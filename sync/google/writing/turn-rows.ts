// The rows of the head that say whose turn it is, for whoever does not look at marks: the add-on, which leaves the sheet
// alone while they say so.

import { readHead, stateTab } from "../../../shared/engine/head.ts";
import { hostRow, hostRowChanges, releasedLease } from "../../../shared/engine/host-rows.ts";
import type { Change } from "../../../shared/table/change.ts";
import { tableOf } from "../../../shared/table/tab-view.ts";
import type { Tables } from "../../../shared/table/table.ts";
import type { Request } from "../dressing/drawing.ts";
import { nothingSeen } from "../dressing/seen-sheets.ts";
import type { GoogleBook } from "../reading/google-book.ts";
import { plannedBatch } from "./planned-batch.ts";
import type { HeldTurn } from "./turn-marks.ts";

/** What says that the turn is taken, or that it goes on; nothing where the book has no head yet. */
export function turnRows(
  tables: Tables,
  { writer, until }: Pick<HeldTurn, "writer" | "until">,
): readonly Change[] {
  return tableOf(tables, stateTab) === undefined ? [] : hostRowChanges(tables, { writer, until });
}

/** What a write says of itself: in which spreadsheet the book is, and when a sync last wrote to it. */
export function signRows(
  tables: Tables,
  { book, synced }: { readonly book: string; readonly synced?: string },
): readonly Change[] {
  if (tableOf(tables, stateTab) === undefined) return [];
  const isNamed = hostRow(readHead(tables), "book") !== "";
  return hostRowChanges(tables, {
    ...(isNamed ? {} : { book }),
    ...(synced === undefined ? {} : { synced }),
  });
}

/** The requests of changes to the head alone. */
export function headRequests(book: Pick<GoogleBook, "tabs">, changes: readonly Change[]): readonly Request[] {
  if (changes.length === 0) return [];
  return plannedBatch(book, changes, { fingerprintIn: () => "", seen: nothingSeen, seed: "" }).requests;
}

/** The requests that say that the turn is given back. */
export function releaseRequests(
  book: Pick<GoogleBook, "tabs" | "tables">,
  writer: string,
): readonly Request[] {
  return headRequests(book, releasedLease(book.tables, writer));
}
