// The ledger of a run: nothing that anybody typed may be lost. A value that a script or a program outside wrote over must
// stand in the history. One loss nobody can prevent: somebody changes the very cell that is written, between the writer's
// last read of that cell and the write. Where the event of it gets lost too, or tells no value (a paste, a sort, rows that moved), nobody
// will ever know. Where it comes, it tells what was typed over what, and not when: "Meeting" over "Call" is the same event
// whether it came after "Call" was read or was taken back for "Call" before that. The cell is empty and the history has
// the call either way, and an event that would tell the two apart may be lost itself; typing it again would now and then
// note what somebody took back. Both are counted, each for itself; every other loss is a fault.

import type { GridRange, ScriptRead } from "../../local/grid/protocol.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { textOf } from "../../shared/table/cell.ts";
import { type CellPlace, type Overwritten, overwrittenCells, valueAt } from "./overwritten.ts";
import { isSame, type Machine, readerIn, type Step, writerIn } from "./step.ts";
import { withoutStrayId } from "./stray-id.ts";
import { tellsValue } from "./told-values.ts";

type Act = Extract<Step, { kind: "act" }>;

export interface Losses {
  /** Sentences; none is the aim. */
  readonly lost: readonly string[];
  readonly allowed: readonly string[];
  /** Those of which an event told. */
  readonly heard: readonly string[];
}

/** What became of everything that scripts and programs wrote over. */
export function lossesOf(
  steps: readonly Step[],
  book: {
    readonly definition: Definition;
    readonly entries: readonly Entry[];
    /** Whether somebody asked for just that: to put another value into this cell. */
    readonly isAskedFor: (writer: Machine, cell: Overwritten) => boolean;
  },
): Losses {
  const lost: string[] = [];
  const allowed: string[] = [];
  const heard: string[] = [];
  steps.forEach((step, index) => {
    const writer = writerIn(step);
    if (writer === undefined || (step.kind !== "write" && step.kind !== "request")) return;
    for (const cell of overwrittenCells(step.before, step.after)) {
      const origin = originOf(steps, index, cell);
      if (origin === undefined || isTold(book, cell, origin.act) || book.isAskedFor(writer, cell)) continue;
      const by = `${writer.kind} ${writer.number}`;
      const where = `${cell.key} "${textOf(cell.old)}" of "${cell.name}" ${cell.record} by ${by}`;
      if (origin.index <= lastReadOf(steps, index, cell)) lost.push(where);
      else (isHeard(steps, origin.act, cell) ? heard : allowed).push(where);
    }
  });
  return { lost, allowed, heard };
}

function isTold(
  book: { readonly definition: Definition; readonly entries: readonly Entry[] },
  cell: Overwritten,
  origin: Act,
): boolean {
  const own = withoutStrayId(cell, origin.after, book.entries);
  return tellsValue(book, cell) || (own !== undefined && tellsValue(book, own));
}

/** The act that put the value there; `undefined` where no person did. */
function originOf(
  steps: readonly Step[],
  before: number,
  cell: Overwritten,
): { readonly act: Act; readonly index: number } | undefined {
  for (let index = before - 1; index >= 0; index--) {
    const step = steps[index];
    if (step?.kind !== "act" && step?.kind !== "write" && step?.kind !== "request") continue;
    if (step.before === step.after) continue;
    const was = step.before.tabs.find(({ id }) => id === cell.tab);
    if (was !== undefined && textOf(valueAt(was, cell)) === textOf(cell.old)) continue;
    return step.kind === "act" ? { act: step, index } : undefined;
  }
  return undefined;
}

/** When whoever writes at this step last read the cell; before everything where nobody did. */
function lastReadOf(steps: readonly Step[], write: number, cell: CellPlace): number {
  const writer = writerIn(steps[write]);
  for (let index = write - 1; index >= 0; index--) {
    const step = steps[index];
    if (step !== undefined && isSame(readerIn(step), writer) && hasRead(step, cell)) return index;
  }
  return -1;
}

function hasRead(step: Step, cell: CellPlace): boolean {
  if (step.kind === "request") return step.told.some((range) => isInside(range, cell));
  return step.kind === "read" && covers(step.read, cell);
}

function covers(read: ScriptRead, cell: CellPlace): boolean {
  if (read.ask === "lastRow") return read.tab === cell.tab;
  return read.ask === "cells" && read.what === "values" && isInside(read.range, cell);
}

function isInside(range: GridRange, { tab, row, column }: CellPlace): boolean {
  const isRow = row >= range.row && row < range.row + range.rows;
  return range.tab === tab && isRow && column >= range.column && column < range.column + range.columns;
}

/** Whether a trigger was told of the cell and of what was typed in it. */
function isHeard(steps: readonly Step[], act: Act, { tab, row, column }: CellPlace): boolean {
  const told = act.events.find(
    (event) =>
      event.kind === "edit" &&
      event.value !== undefined &&
      event.range.tab === tab &&
      event.range.row === row &&
      event.range.column === column,
  );
  return steps.some((step) => step.kind === "event" && step.event === told && step.fate === "heard");
}
