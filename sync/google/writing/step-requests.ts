// The requests that do what a plan comes to, in its order. A cell that one batch would set twice is set once, to what it
// is to hold in the end. Rows that are added go wherever the tab ends when they arrive.

import { cellBlocks } from "../../../shared/engine/writing/cell-blocks.ts";
import { dayFormats } from "../../../shared/engine/writing/day-formats.ts";
import type { CellEdit, Step } from "../../../shared/engine/writing/planned-steps.ts";
import { type Cell, isSerialCell, standsAlready } from "../../../shared/table/cell.ts";
import { formatOfSerial } from "../../../shared/table/dressing/number-format.ts";
import type { Drawing, Request } from "../dressing/drawing.ts";
import { lookRequests } from "../dressing/look-requests.ts";
import { roomRequests } from "../dressing/room-requests.ts";
import type { SheetDraft, SheetPlace, SheetTab } from "../dressing/sheet-place.ts";
import { cellsOf } from "../dressing/sheet-range.ts";
import { takeOffRequests } from "../dressing/take-off-requests.ts";
import { sentCell } from "./sent-values.ts";

export type SheetStep = Step<SheetTab>;
type Edits = ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;

const VALUE = "userEnteredValue";
const FORMAT = "userEnteredFormat.numberFormat";

/** The steps with each cell set once; what changes nothing is left out. */
export function foldedSteps(steps: readonly SheetStep[]): readonly SheetStep[] {
  const open = new Map<SheetDraft, Map<number, Map<number, CellEdit>>>();
  const folded: SheetStep[] = [];
  for (const step of steps) {
    if (step.kind !== "cells") {
      // What empties a tab counts for what was set before it, and for nothing after it.
      if (step.kind === "replace" || step.kind === "takeOff") open.delete(step.draft);
      folded.push(step);
      continue;
    }
    const known = open.get(step.draft);
    const edits = known ?? new Map<number, Map<number, CellEdit>>();
    open.set(step.draft, edits);
    if (known === undefined) folded.push({ ...step, edits });
    for (const [row, cells] of step.edits) {
      const own = edits.get(row) ?? new Map<number, CellEdit>();
      edits.set(row, own);
      for (const [column, { before, value }] of cells) {
        own.set(column, { before: own.get(column)?.before ?? before, value });
      }
    }
  }
  for (const step of folded) if (step.kind === "cells") dropStanding(step.edits);
  return folded.filter((step) => step.kind !== "cells" || step.edits.size > 0);
}

/** The requests of one step. */
export function stepRequests(step: SheetStep, drawing: Drawing): readonly Request[] {
  const place = drawing.places.of(step.draft);
  switch (step.kind) {
    case "cells":
      return cellRequests(place, step.edits);
    case "add":
      return addRequests(place, step);
    case "replace":
      return replaceRequests(place, step);
    case "look":
      return lookRequests(step, drawing);
    case "takeOff":
      return takeOffRequests(step, drawing);
  }
}

/** How many cells a step sets. */
export function cellsSet(step: SheetStep): number {
  switch (step.kind) {
    case "cells":
      return [...step.edits.values()].reduce((sum, cells) => sum + cells.size, 0);
    case "add":
    case "replace":
      return step.rows.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0);
    case "look":
      return 0;
    case "takeOff":
      return step.going.length;
  }
}

/** What sets the cells of a tab. */
export function cellRequests(place: SheetPlace, edits: Edits): readonly Request[] {
  const formats = dayFormats(edits);
  const patternAt = (row: number, column: number) => formats.get(row)?.get(column);
  const only = (hasFormat: boolean): Edits =>
    new Map(
      [...edits].map(([row, cells]) => {
        const own = [...cells].filter(([column]) => (patternAt(row, column) !== undefined) === hasFormat);
        return [row, new Map(own)] as const;
      }),
    );
  const last = Math.max(1, ...edits.keys());
  return [
    ...roomRequests(place, last),
    ...cellBlocks(only(false)).map((block) => updated(place, { ...block, fields: VALUE })),
    ...cellBlocks(only(true)).map((block) =>
      updated(place, { ...block, fields: `${VALUE},${FORMAT}`, patternAt }),
    ),
  ];
}

interface Update {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellEdit[])[];
  readonly fields: string;
  readonly patternAt?: (row: number, column: number) => string | undefined;
}

function updated({ sheetId }: SheetPlace, update: Update): Request {
  const { row, column, values, fields, patternAt } = update;
  return {
    updateCells: {
      start: { sheetId, rowIndex: row - 1, columnIndex: column },
      rows: values.map((cells, down) => ({
        values: cells.map(({ value }, along) => sentCell(value, patternAt?.(row + down, column + along))),
      })),
      fields,
    },
  };
}

// The days among the rows need cells that show days, wherever they come to stand: the empty ones below do then.
function addRequests(
  place: SheetPlace,
  { draft, rows }: Extract<SheetStep, { kind: "add" }>,
): readonly Request[] {
  const { sheetId } = place;
  const last = (draft.open?.table.rows ?? []).reduce((lowest, { at }) => Math.max(lowest, at), 1);
  const patterns = new Map<number, string>();
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (isSerial(cell)) patterns.set(column, formatOfSerial(cell.serial));
    });
  }
  const formatted = [...patterns].map(([column, pattern]): Request => {
    const range = cellsOf(sheetId, { row: last + 1, column });
    return { repeatCell: { range, cell: sentCell(null, pattern), fields: FORMAT } };
  });
  return [
    ...(place.isNew ? roomRequests(place, rows.length + 1) : roomRequests(place, last + rows.length)),
    ...formatted,
    {
      appendCells: {
        sheetId,
        rows: rows.map((row) => ({ values: row.map((cell) => sentCell(cell)) })),
        fields: VALUE,
      },
    },
  ];
}

function replaceRequests(
  place: SheetPlace,
  { draft, rows }: Extract<SheetStep, { kind: "replace" }>,
): readonly Request[] {
  const { sheetId } = place;
  const body = cellsOf(sheetId, { row: 2, column: 0, columns: Math.max(1, draft.width) });
  const written = {
    start: { sheetId, rowIndex: 1, columnIndex: 0 },
    rows: rows.map((row) => ({
      values: Array.from({ length: draft.width }, (_, column) => sentCell(row[column] ?? null)),
    })),
    fields: VALUE,
  };
  return [
    ...roomRequests(place, rows.length + 1),
    ...(place.rows > 1 ? [{ updateCells: { range: body, fields: VALUE } }] : []),
    ...(rows.length === 0 ? [] : [{ updateCells: written }]),
  ];
}

function dropStanding(edits: Map<number, Map<number, CellEdit>>): void {
  for (const [row, cells] of edits) {
    for (const [column, { before, value }] of cells) {
      if (standsAlready(before, value) && before !== null) cells.delete(column);
      else if (before === null && value === null) cells.delete(column);
    }
    if (cells.size === 0) edits.delete(row);
  }
}

function isSerial(cell: Cell): cell is { readonly serial: number } {
  return isSerialCell(cell);
}
