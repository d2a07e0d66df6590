// The ledger of a run: nothing that anybody typed may be lost. A value that a script wrote over must stand in the history.
// One loss nobody can prevent: somebody changes the very cell that a script writes, between the script's last read of
// that cell and its write. Where the event of it gets lost too, or tells no value (a paste, a sort, rows that moved), nobody
// will ever know. Where it comes, it tells what was typed over what, and not when: "Meeting" over "Call" is the same event
// whether it came after "Call" was read or was taken back for "Call" before that. The cell is empty and the history has
// the call either way, and an event that would tell the two apart may be lost itself; typing it again would now and then
// note what somebody took back. Both are counted, each for itself; every other loss is a fault.

import type { ExecutionRecord } from "../../local/apps-script/world/execution-record.ts";
import type { GridStep } from "../../local/apps-script/world/grid-step.ts";
import type { ScriptRead } from "../../local/grid/protocol.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { textOf } from "../../shared/table/cell.ts";
import { type CellPlace, type Overwritten, overwrittenCells, valueAt } from "./overwritten.ts";
import { tellsValue } from "./told-values.ts";

type Act = Extract<GridStep, { kind: "act" }>;

export interface Losses {
  /** Sentences; none is the aim. */
  readonly lost: readonly string[];
  readonly allowed: readonly string[];
  /** Those of which an event told. */
  readonly heard: readonly string[];
}

/** What became of everything that scripts wrote over. */
export function lossesOf(
  steps: readonly GridStep[],
  book: {
    readonly definition: Definition;
    readonly entries: readonly Entry[];
    readonly executions: readonly ExecutionRecord[];
  },
): Losses {
  const lost: string[] = [];
  const allowed: string[] = [];
  const heard: string[] = [];
  steps.forEach((step, index) => {
    if (step.kind !== "write") return;
    for (const cell of overwrittenCells(step.before, step.after)) {
      const origin = originOf(steps, index, cell);
      if (origin === undefined || tellsValue(book, cell)) continue;
      if (isAskedFor(book.executions[step.execution - 1], cell)) continue;
      const where = `${cell.key} "${textOf(cell.old)}" of "${cell.name}" ${cell.record} by execution ${step.execution}`;
      if (origin.index <= lastReadOf(steps, index, cell)) lost.push(where);
      else (isHeard(steps, origin.act, cell) ? heard : allowed).push(where);
    }
  });
  return { lost, allowed, heard };
}

// Whoever moves a record in the sidebar writes over what stands in its Stage, as whoever types there does.
function isAskedFor(execution: ExecutionRecord | undefined, { key, record }: Overwritten): boolean {
  if (execution?.functionName !== "pageMove" || execution.plan.arguments.kind !== "page") return false;
  const [request] = JSON.parse(execution.plan.arguments.json) as [{ readonly record: string }];
  return key === "stage" && request.record === record;
}

/** The act that put the value there; `undefined` where a script did. */
function originOf(
  steps: readonly GridStep[],
  before: number,
  cell: Overwritten,
): { readonly act: Act; readonly index: number } | undefined {
  for (let index = before - 1; index >= 0; index--) {
    const step = steps[index];
    if (step?.kind !== "act" && step?.kind !== "write") continue;
    const was = step.before.tabs.find(({ id }) => id === cell.tab);
    if (was !== undefined && textOf(valueAt(was, cell)) === textOf(cell.old)) continue;
    return step.kind === "act" ? { act: step, index } : undefined;
  }
  return undefined;
}

/** When the execution that writes at this step last read the cell; before everything where it never did. */
function lastReadOf(steps: readonly GridStep[], write: number, cell: CellPlace): number {
  const writing = steps[write];
  for (let index = write - 1; index >= 0; index--) {
    const step = steps[index];
    if (step?.kind !== "read" || writing?.kind !== "write" || step.execution !== writing.execution) continue;
    if (covers(step.read, cell)) return index;
  }
  return -1;
}

function covers(read: ScriptRead, { tab, row, column }: CellPlace): boolean {
  if (read.ask === "lastRow") return read.tab === tab;
  if (read.ask !== "cells" || read.what !== "values") return false;
  const { range } = read;
  const isRow = row >= range.row && row < range.row + range.rows;
  return range.tab === tab && isRow && column >= range.column && column < range.column + range.columns;
}

/** Whether a trigger was told of the cell and of what was typed in it. */
function isHeard(steps: readonly GridStep[], act: Act, { tab, row, column }: CellPlace): boolean {
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
