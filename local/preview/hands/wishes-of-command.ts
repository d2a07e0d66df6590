// From what a person does in the grid of the page to what the window asks for. The grid's own commands never run where they
// would change something: they are read, stopped, and asked for here, and what the book then holds comes back. A command
// that this product has no act for is stopped and said.

import type { WindowWish } from "../server/window-request.ts";
import { rangeFromShown } from "../shown/shown-range.ts";
import type { UniverRange } from "../shown/univer-data.ts";

export interface GridCommand {
  readonly id: string;
  readonly params?: unknown;
}

/** Where the person is. */
export interface Hands {
  readonly tab: number;
  readonly selections: readonly UniverRange[];
  /** What was typed into a cell that is being left. */
  readonly typed?: { readonly row: number; readonly column: number; readonly text: string };
  readonly isCheckbox: (row: number, column: number) => boolean;
}

export type Meaning =
  /** It changes nothing but what the window shows. */
  | { readonly way: "let" }
  | { readonly way: "ask"; readonly wishes: readonly WindowWish[] }
  | { readonly way: "refuse" };

const LET: Meaning = { way: "let" };
const REFUSE: Meaning = { way: "refuse" };

const HARMLESS =
  /^sheet\.command\.(?:move-selection|expand-selection|scroll|select-|set-scroll|set-zoom|change-zoom|set-worksheet-activate$|copy$|toggle-note-popup|re-calc-filter)/;

/** `undefined` where there is no act for what it says. */
type Reader = (params: Readonly<Record<string, unknown>>, hands: Hands) => readonly WindowWish[] | undefined;

const readers: Readonly<Record<string, Reader>> = {
  "sheet.command.set-range-values": (params, hands) => valuesSet(params, hands),
  "sheet.command.clear-selection-content": (_, hands) => cleared(hands),
  "sheet.command.clear-selection-all": (_, hands) => cleared(hands),
  "sheet.command.insert-row": ({ range }, hands) => inserted("rows", range, hands),
  "sheet.command.insert-col": ({ range }, hands) => inserted("columns", range, hands),
  "sheet.command.remove-row": ({ range }, hands) => deleted("rows", range, hands),
  "sheet.command.remove-col": ({ range }, hands) => deleted("columns", range, hands),
  "sheet.command.move-range": ({ fromRange, toRange }, { tab }) => moved(tab, fromRange, toRange),
  "sheet.command.auto-fill": ({ sourceRange, targetRange }, { tab }) => filled(tab, sourceRange, targetRange),
  "sheet.command.sort-range": (params, { tab }) => sorted(tab, params),
  "sheet.command.set-filter-criteria": ({ col, criteria }, { tab }) => filterWish(tab, col, criteria),
  "sheet.command.smart-toggle-filter": (_, { tab }) => [{ kind: "toggle filter", tab }],
  "sheet.command.remove-sheet-filter": (_, { tab }) => [{ kind: "toggle filter", tab }],
  "univer.command.undo": () => [{ kind: "undo" }],
  "univer.command.redo": () => [{ kind: "redo" }],
};

export function meaningOf({ id, params }: GridCommand, hands: Hands): Meaning {
  const reader = readers[id];
  if (reader !== undefined) {
    const wishes = reader((params ?? {}) as Record<string, unknown>, hands);
    return wishes === undefined ? REFUSE : { way: "ask", wishes };
  }
  return !/^sheets?\.command\./.test(id) || HARMLESS.test(id) ? LET : REFUSE;
}

function valuesSet(params: Readonly<Record<string, unknown>>, hands: Hands): readonly WindowWish[] {
  return cellsSet(params, hands).map(({ row, column, value }) => {
    const place = { tab: hands.tab, row: row + 1, column: column + 1 };
    const { typed } = hands;
    if (typed?.row === row && typed.column === column)
      return { kind: "act", act: { do: "type", ...place, text: typed.text } };
    if (hands.isCheckbox(row, column)) return { kind: "act", act: { do: "checkbox", ...place } };
    return { kind: "act", act: { do: "type", ...place, text: textOf(value) } };
  });
}

interface SetCell {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
}

// One cell for a whole range, or cells by row and column.
function cellsSet({ range, value }: Readonly<Record<string, unknown>>, hands: Hands): readonly SetCell[] {
  if (typeof value !== "object" || value === null) return [];
  const isCell = "v" in value || "p" in value || "f" in value;
  if (isCell || Array.isArray(value)) {
    const place = isRange(range) ? range : hands.selections[0];
    if (place === undefined) return [];
    return cellsOf(place).map(({ row, column }) => {
      const rows = value as readonly (readonly unknown[])[];
      return {
        row,
        column,
        value: isCell ? value : rows[row - place.startRow]?.[column - place.startColumn],
      };
    });
  }
  return Object.entries(value).flatMap(([row, cells]) =>
    Object.entries((cells ?? {}) as object).map(([column, cell]) => {
      return { row: Number(row), column: Number(column), value: cell as unknown };
    }),
  );
}

function cellsOf(range: UniverRange): readonly { readonly row: number; readonly column: number }[] {
  const columns = range.endColumn - range.startColumn + 1;
  const count = (range.endRow - range.startRow + 1) * columns;
  return Array.from({ length: count }, (_, index) => ({
    row: range.startRow + Math.floor(index / columns),
    column: range.startColumn + (index % columns),
  }));
}

function textOf(cell: unknown): string {
  const { f, v } = (cell ?? {}) as { readonly f?: unknown; readonly v?: unknown };
  if (typeof f === "string" && f !== "") return f;
  return v === undefined || v === null ? "" : String(v);
}

function cleared({ tab, selections }: Hands): readonly WindowWish[] {
  return selections.map((range) => ({
    kind: "act",
    act: { do: "clear", range: rangeFromShown(tab, range) },
  }));
}

function inserted(
  axis: "rows" | "columns",
  range: unknown,
  { tab, selections }: Hands,
): readonly WindowWish[] {
  const place = isRange(range) ? range : selections[0];
  if (place === undefined) return [];
  return [{ kind: "act", act: { do: "insertLines", side: "before", tab, axis, ...linesOf(axis, place) } }];
}

function deleted(
  axis: "rows" | "columns",
  range: unknown,
  { tab, selections }: Hands,
): readonly WindowWish[] {
  const place = isRange(range) ? range : selections[0];
  if (place === undefined) return [];
  return [{ kind: "act", act: { do: "deleteLines", tab, axis, ...linesOf(axis, place) } }];
}

/** The lines that a range lies in. */
export function linesOf(
  axis: "rows" | "columns",
  range: UniverRange,
): { readonly at: number; readonly count: number } {
  const [first, last] =
    axis === "rows" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
  return { at: first + 1, count: last - first + 1 };
}

function moved(tab: number, from: unknown, to: unknown): readonly WindowWish[] {
  if (!isRange(from) || !isRange(to)) return [];
  const at = { tab, row: to.startRow + 1, column: to.startColumn + 1 };
  return [{ kind: "act", act: { do: "cutPaste", from: rangeFromShown(tab, from), to: at } }];
}

function filled(tab: number, source: unknown, target: unknown): readonly WindowWish[] {
  if (!isRange(source) || !isRange(target)) return [];
  const [from, to] = [rangeFromShown(tab, source), rangeFromShown(tab, target)];
  return [{ kind: "act", act: { do: "copyPaste", from, to } }];
}

function sorted(tab: number, params: Readonly<Record<string, unknown>>): readonly WindowWish[] | undefined {
  const { range, orderRules, hasTitle } = params;
  if (!isRange(range) || !Array.isArray(orderRules)) return undefined;
  const rules = orderRules as readonly { readonly type?: unknown; readonly colIndex?: unknown }[];
  const by = rules.map(({ type, colIndex }) => {
    return { column: Number(colIndex) + 1, order: type === "desc" ? "descending" : "ascending" } as const;
  });
  const rows = hasTitle === true ? { ...range, startRow: range.startRow + 1 } : range;
  return [{ kind: "act", act: { do: "sort", range: rangeFromShown(tab, rows), by } }];
}

// Colours and conditions are no list of texts.
function filterWish(tab: number, column: unknown, criteria: unknown): readonly WindowWish[] | undefined {
  const place = { kind: "filter", tab, column: Number(column) + 1 } as const;
  if (criteria === null || criteria === undefined) return [{ ...place, shown: null }];
  const { filters } = criteria as {
    readonly filters?: { readonly filters?: readonly string[]; readonly blank?: boolean };
  };
  if (filters === undefined) return undefined;
  return [{ ...place, shown: [...(filters.filters ?? []), ...(filters.blank === true ? [""] : [])] }];
}

function isRange(value: unknown): value is UniverRange {
  return typeof value === "object" && value !== null && "startRow" in value && "endColumn" in value;
}
