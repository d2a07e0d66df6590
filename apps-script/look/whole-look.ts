// The engine's turn over the whole book, from an edit that needs it, the menu or the clock. What people did is written
// into the history without a name: at an edit nobody knows which of the changes is whose.

import { pipelinesTab } from "../../shared/definition/setup/pipelines-tab.ts";
import type { OverwrittenCells } from "../../shared/engine/acts/put-back.ts";
import { readHead, stateTab } from "../../shared/engine/head.ts";
import { hostRow } from "../../shared/engine/host-rows.ts";
import { releasesMessage } from "../../shared/engine/outbox/released.ts";
import { type Reconciled, reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { KnownBy } from "../../shared/log/entry.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import { tableOf } from "../../shared/table/tab-view.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { OpenBook } from "../book/open-book.ts";
import { freshSeed } from "../clock.ts";
import { tellMailWaits } from "../mail/mail-waits.ts";
import { toldBoard } from "./board-in-force.ts";
import { changeBook, type Plan } from "./change-book.ts";
import { keepLook } from "./kept-look.ts";

/** What is known before the look. */
export interface LookWishes extends Pick<Run, "acceptsGuards"> {
  /** Asks of merged cells from the start, which people want to be told of. */
  readonly merges?: true;
  /** Cells that hold what is another record's. */
  readonly putBack?: readonly OverwrittenCells[];
}

/**
 * Makes the book true; where a person has looked at what guards stop, that, too.
 *
 * @throws {StagelineError} `usage`, when the spreadsheet has no board; `busy`, when others are at work
 */
export function lookAtAll(knownBy: KnownBy, wishes: LookWishes = {}): Reconciled {
  const { putBack = [], merges, ...accepted } = wishes;
  const plan = (book: OpenBook, now: Moment): Plan<Reconciled> => {
    refuseOthers(book);
    const looked = reconcile(book.tables, { ...runIn(book, now, knownBy), ...accepted });
    tellCache(book, looked);
    if (releasesMessage(book.tables, looked.changes)) tellMailWaits();
    return { changes: looked.changes, definition: looked.definition, result: looked };
  };
  return changeBook(plan, merges === true ? { merges } : {}, putBack);
}

/** A run over the book. */
export function runIn({ zone }: Pick<OpenBook, "zone">, now: Moment, knownBy: KnownBy): Run {
  return { now, zone, knownBy, seed: freshSeed() };
}

/**
 * @throws {StagelineError} `usage`, when the spreadsheet has no board; `guard`, when it is a copy of a book, and nobody
 *   said yet what becomes of it
 */
export function refuseOthers(book: OpenBook): void {
  // A book that lost its head has its set-up still, and gets a new one.
  const isOurs = [stateTab, pipelinesTab].some((layout) => tableOf(book.tables, layout)?.key === layout.key);
  if (!isOurs && tableOf(book.tables, stateTab) === undefined) throw new StagelineError("usage", NO_BOARD);
  refuseCopy(book);
}

/** @throws {StagelineError} `guard`, when the spreadsheet is a copy of a book, and nobody said what becomes of it */
export function refuseCopy({ spreadsheet, tables }: OpenBook): void {
  const id = hostRow(readHead(tables), "book");
  if (id !== "" && id !== spreadsheet.getId()) throw new StagelineError("guard", COPIED);
}

/** What is said where nothing of ours is in the spreadsheet. */
export const NO_BOARD =
  "This spreadsheet has no board yet; make one with Stageline > New board, or of a tab with Stageline > Turn this tab into a board";

/** What is said in a copy of a book. */
export const COPIED =
  "This sheet is a copy; open Stageline > Check this sheet to say whether it starts fresh or goes on";

/** Tells the cache of each board, as it will be: edits from now on are looked at by what is in force. */
export function tellCache(
  book: OpenBook,
  { definition, changes }: Pick<Reconciled, "definition" | "changes">,
): void {
  const state = tableOf(book.tables, stateTab);
  if (state === undefined) return;
  const head = readHead(
    applyChanges(
      [state],
      changes.filter(({ tab, kind }) => tab === state.tab && kind !== "layOut"),
    ),
  );
  for (const { sheet, table } of book.tabs) {
    if (table.key?.startsWith("board_") !== true) continue;
    const board = definition.boards.find(
      ({ id, tab }) => tableOf(book.tables, { key: `board_${id}`, tab })?.tab === table.tab,
    );
    // A copy of a board's tab waits until somebody takes it.
    if (board === undefined) keepLook(sheet.getSheetId(), { kind: "none" });
    else toldBoard(sheet, { board, definition }, head);
  }
}
