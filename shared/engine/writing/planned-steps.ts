// What a list of changes comes to, tab by tab and in their order: cells to set, rows to add, a layout to take off. Every
// check is made here, before the first write. The order is kept where it matters, between tabs: the mark of a run that
// has begun comes before its history, the head after everything. Layouts come first: they make the columns that the
// rows need, and touch no row.

import { logTab } from "../../log/log-tab.ts";
import type { BodyLook } from "../../table/body-look.ts";
import type { Cell } from "../../table/cell.ts";
import type { Change, Identify, LayOut, ReplaceBody, SetCell } from "../../table/change.ts";
import { type DrawnBody, drawnBody } from "../../table/dressing/drawn-body.ts";
import type { ChartWishes } from "../../table/dressing/planned-charts.ts";
import { foldChanges } from "../../table/fold-changes.ts";
import type { RowCells } from "../../table/layout.ts";
import { type DraftedBook, draftNamed } from "../../table/planning/drafted-book.ts";
import { type DraftedLayout, draftLayout } from "../../table/planning/drafted-layout.ts";
import {
  cellAt,
  columnFor,
  filledRows,
  type ReadTab,
  rowAsRead,
  rowAt,
  rowFor,
  setCell,
  type TabDraft,
} from "../../table/planning/tab-draft.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { cellsInOrder, isAddedAlone } from "./added-rows.ts";
import type { FingerprintIn } from "./row-fingerprint.ts";

/** A cell that is to be set: what it held, and what it will hold. */
export interface CellEdit {
  readonly before: Cell;
  readonly value: Cell;
}

export type Step<Tab extends ReadTab = ReadTab> =
  /** Row → column (from 0) → what is set. */
  | {
      readonly kind: "cells";
      readonly draft: TabDraft<Tab>;
      readonly edits: Map<number, Map<number, CellEdit>>;
    }
  /** All rows of a tab that was not read. */
  | { readonly kind: "replace"; readonly draft: TabDraft<Tab>; readonly rows: readonly (readonly Cell[])[] }
  /** How the rows of a tab look that were replaced, and its charts. */
  | {
      readonly kind: "look";
      readonly draft: TabDraft<Tab>;
      readonly body: DrawnBody;
      readonly deletedCharts: ChartWishes["deleted"];
    }
  /** Rows for the end of a tab that was not read to its end. */
  | { readonly kind: "add"; readonly draft: TabDraft<Tab>; readonly rows: readonly (readonly Cell[])[] }
  /** Columns of ours, and those of them that go. */
  | {
      readonly kind: "takeOff";
      readonly draft: TabDraft<Tab>;
      readonly ours: readonly number[];
      readonly going: readonly number[];
    };

export interface PlannedSteps<Tab extends ReadTab = ReadTab> {
  readonly layouts: readonly DraftedLayout<Tab>[];
  readonly steps: readonly Step<Tab>[];
}

/**
 * The steps of the changes.
 *
 * @throws {StagelineError} `guard`, when a tab, column or row that a change names is not there (any more)
 * @example
 * const set = { kind: "setCell", tab: "Prices", atRow: 2, expectFingerprint: "", field: "price", value: 13 };
 * const { steps } = plannedSteps(draftedBook(fixtures.pricesBook), [set], () => "");
 * steps[0].edits.get(2).get(1) //=> { before: 12.5, value: 13 }
 */
export function plannedSteps<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  changes: readonly Change[],
  fingerprintIn: FingerprintIn,
): PlannedSteps<Tab> {
  const folded = foldChanges(changes);
  const layouts = folded.filter((change) => change.kind === "layOut").map((each) => draftLayout(book, each));
  const steps: Step<Tab>[] = [];
  for (const change of folded) if (change.kind !== "layOut") planOne(book, steps, { change, fingerprintIn });
  return { layouts, steps: steps.filter((step) => step.kind !== "cells" || step.edits.size > 0) };
}

interface Planning {
  readonly change: Exclude<Change, LayOut>;
  readonly fingerprintIn: FingerprintIn;
}

function planOne<Tab extends ReadTab>(
  book: DraftedBook<Tab>,
  steps: Step<Tab>[],
  { change, fingerprintIn }: Planning,
): void {
  const draft = draftNamed(book, change.tab);
  const set = (row: number, field: string, value: Cell) => edit(steps, draft, { row, field, value });
  switch (change.kind) {
    case "setField":
      set(rowFor(draft, change.record), change.field, change.value);
      return;
    case "setCell":
      // Several cells of one row may be set: each is held against the row as it was read.
      checkRow(draft, change, fingerprintIn(draft, rowAsRead(draft, change.atRow)));
      set(change.atRow, change.field, change.value);
      return;
    case "identify":
      checkRow(draft, change, fingerprintIn(draft, rowAt(draft, change.atRow)));
      set(change.atRow, "id", change.id);
      return;
    case "append":
      append(steps, draft, { rows: change.rows, isAlone: book.addsRows !== undefined });
      return;
    case "replaceBody":
      replaceBody(steps, draft, change.rows);
      if (change.look !== undefined) steps.push(lookStep(draft, change, change.look));
      return;
    case "takeOff":
      steps.push(takeOff(draft, change.columns));
      return;
  }
}

function edit<Tab extends ReadTab>(
  steps: Step<Tab>[],
  draft: TabDraft<Tab>,
  { row, field, value }: { readonly row: number; readonly field: string; readonly value: Cell },
): void {
  const column = columnFor(draft, field);
  const present = cellAt(draft, row, column);
  if (!setCell(draft, { row, column }, value)) return;
  const last = steps[steps.length - 1];
  const edits =
    last?.kind === "cells" && last.draft === draft ? last.edits : new Map<number, Map<number, CellEdit>>();
  if (last?.kind !== "cells" || last.edits !== edits) steps.push({ kind: "cells", draft, edits });
  const cells = edits.get(row) ?? new Map<number, CellEdit>();
  edits.set(row, cells);
  cells.set(column, { before: cells.get(column)?.before ?? present, value: cellAt(draft, row, column) });
}

function append<Tab extends ReadTab>(
  steps: Step<Tab>[],
  draft: TabDraft<Tab>,
  { rows, isAlone }: { readonly rows: readonly RowCells[]; readonly isAlone: boolean },
): void {
  if (draft.lastRow === undefined) {
    steps.push({ kind: "add", draft, rows: rows.map((row) => cellsInOrder(draft, row)) });
    return;
  }
  const first = draft.lastRow + 1;
  if (isAlone || isAddedAlone(draft, rows)) {
    steps.push({ kind: "add", draft, rows: rows.map((row) => cellsInOrder(draft, row)) });
    rows.forEach((row, index) => {
      for (const [field, value] of Object.entries(row)) {
        setCell(draft, { row: first + index, column: columnFor(draft, field) }, value);
      }
      draft.lastRow = first + index;
    });
    return;
  }
  rows.forEach((row, index) => {
    for (const [field, value] of Object.entries(row))
      edit(steps, draft, { row: first + index, field, value });
    if (draft.key === logTab.key) fillRow(steps, draft, first + index);
    // A row without any value still takes its place, so that the rows below it keep theirs.
    draft.lastRow = first + index;
  });
}

// Empty cells of a row of the history are written, too: so all its rows are one block, which is written whole or not at
// all. Half a row could never be read.
function fillRow(steps: readonly Step[], draft: TabDraft, row: number): void {
  const last = steps[steps.length - 1];
  const cells = last?.kind === "cells" ? last.edits.get(row) : undefined;
  for (const column of draft.columns.values()) {
    if (cells?.has(column) === false) cells.set(column, { before: null, value: null });
  }
}

function replaceBody<Tab extends ReadTab>(
  steps: Step<Tab>[],
  draft: TabDraft<Tab>,
  rows: readonly RowCells[],
): void {
  for (const field of new Set(rows.flatMap((row) => Object.keys(row)))) columnFor(draft, field);
  if (draft.lastRow === undefined) {
    steps.push({ kind: "replace", draft, rows: rows.map((row) => cellsInOrder(draft, row)) });
    return;
  }
  const present = filledRows(draft);
  const last = Math.max(rows.length + 1, ...present.slice(-1));
  for (let row = 2; row <= last; row++) {
    const cells = rows[row - 2] ?? {};
    for (const field of draft.columns.keys()) edit(steps, draft, { row, field, value: cells[field] ?? null });
  }
  draft.lastRow = Math.max(1, ...filledRows(draft).slice(-1));
}

function lookStep<Tab extends ReadTab>(
  draft: TabDraft<Tab>,
  { rows, drawsAgain }: ReplaceBody,
  look: BodyLook,
): Step<Tab> {
  const deletedCharts = drawsAgain === true ? "drawn again" : "left away";
  return { kind: "look", draft, body: drawnBody(draft, look, rows.length), deletedCharts };
}

function takeOff<Tab extends ReadTab>(draft: TabDraft<Tab>, keys: readonly string[]): Step<Tab> {
  const going = keys.map((key) => columnFor(draft, key));
  const ours = [...draft.columns.values()];
  for (const [row, cells] of draft.rows) {
    draft.rows.set(
      row,
      cells.map((cell, column) => (going.includes(column) ? null : cell)),
    );
  }
  draft.columns.clear();
  draft.key = undefined;
  return { kind: "takeOff", draft, ours, going };
}

function checkRow(draft: TabDraft, change: Identify | SetCell, fingerprint: string): void {
  if (fingerprint === change.expectFingerprint) return;
  const message = `${draft.name}: row ${change.atRow} is not the row that was read; look at the sheet again`;
  throw new StagelineError("guard", message);
}
