// Blocks of cells of one tab, read and replaced. A cell that holds nothing and looks like any other is not kept at
// all, and cells that come out alike are one object, so that a whole painted column costs one cell.

import type { GridRange, OtherFormat, Paint, Validation } from "./protocol.ts";
import type { GridCell, Row, Tab } from "./spreadsheet.ts";

/** The cell that stands in place of one; row and column from 1. */
export type CellChange = (cell: GridCell | undefined, row: number, column: number) => GridCell | undefined;

/** The tab with every cell of the range replaced. */
export function withBlock(tab: Tab, range: GridRange, change: CellChange): Tab {
  let rows: (Row | undefined)[] | undefined;
  for (let row = range.row; row < range.row + range.rows; row++) {
    const before = tab.rows[row - 1];
    const after = withRowPart(before, range, (cell, column) => change(cell, row, column));
    if (after === before) continue;
    rows ??= tab.rows.slice();
    while (rows.length < row - 1) rows.push(undefined);
    rows[row - 1] = after;
  }
  return rows === undefined ? tab : { ...tab, rows };
}

/**
 * The cells of the range, row by row; `undefined` where one is empty and plain. Rows that hold nothing are one and the
 * same, for most of a tab is empty: whoever makes something of each row can make it of those once.
 */
export function blockOf(tab: Tab, range: GridRange): readonly (readonly (GridCell | undefined)[])[] {
  const first = range.column - 1;
  const nothing = new Array<GridCell | undefined>(range.columns).fill(undefined);
  const block: (readonly (GridCell | undefined)[])[] = [];
  for (let row = range.row; row < range.row + range.rows; row++) {
    const cells = tab.rows[row - 1]?.cells;
    block.push(cells === undefined || cells.length <= first ? nothing : partOf(cells, first, range.columns));
  }
  return block;
}

/** The rows with each cell made into another; of rows that are the same one by one, as the empty ones are. */
export function mappedRows<From, To>(
  rows: readonly (readonly From[])[],
  change: (cell: From) => To,
): readonly (readonly To[])[] {
  let last: { readonly from: readonly From[]; readonly to: readonly To[] } | undefined;
  return rows.map((from) => {
    if (last?.from !== from) last = { from, to: from.map((cell) => change(cell)) };
    return last.to;
  });
}

/** Paints cells, each kind of cell once. */
export function painter(paint: Paint): CellChange {
  const done = new Map<GridCell | undefined, GridCell | undefined>();
  return (cell) => {
    if (done.has(cell)) return done.get(cell);
    const painted = tidied(paintedCell(cell, paint));
    done.set(cell, painted);
    return painted;
  };
}

/** A row of these cells. */
export function rowOf(cells: readonly (GridCell | undefined)[], like?: Row): Row | undefined {
  const last = cells.findLastIndex((cell) => cell !== undefined);
  if (last < 0 && like?.isHidden !== true && like?.heightPixels === undefined) return undefined;
  const kept = last + 1 === cells.length ? cells : cells.slice(0, last + 1);
  return {
    cells: kept,
    refers: kept.some(refersElsewhere),
    computes: kept.some((cell) => cell?.formula !== undefined || cell?.spilled !== undefined),
    ...(like?.isHidden === true ? { isHidden: true } : {}),
    ...(like?.heightPixels === undefined ? {} : { heightPixels: like.heightPixels }),
  };
}

/** The cell, or nothing where it holds nothing and looks like any other. */
export function tidied(cell: GridCell): GridCell | undefined {
  if (cell.value !== null) return cell;
  for (const key in cell) {
    if (key !== "value") return cell;
  }
  return undefined;
}

/** What stays of a cell when its contents go: looks, note and rule. */
export function withoutContents(cell: GridCell | undefined): GridCell | undefined {
  if (cell === undefined) return undefined;
  const { formula, call, value, ...looks } = cell;
  if (formula === undefined && call === undefined && value === null) return cell;
  return tidied({ value: null, ...looks });
}

/** Whether the two hold and look the same. */
export function isSameCell(left: GridCell | undefined, right: GridCell | undefined): boolean {
  return left === right || JSON.stringify(plainCell(left)) === JSON.stringify(plainCell(right));
}

function plainCell(cell: GridCell | undefined): readonly unknown[] {
  if (cell === undefined) return [];
  const { value, formula, note, validation } = cell;
  const { numberFormat, background, fontColour, isBold, wrap, otherFormat } = cell;
  const held = formula === undefined ? value : null;
  return [held, formula, numberFormat, background, fontColour, isBold, wrap, otherFormat, note, validation];
}

function partOf(
  cells: readonly (GridCell | undefined)[],
  first: number,
  count: number,
): readonly (GridCell | undefined)[] {
  const part = cells.slice(first, first + count);
  while (part.length < count) part.push(undefined);
  return part;
}

function withRowPart(
  row: Row | undefined,
  range: GridRange,
  change: (cell: GridCell | undefined, column: number) => GridCell | undefined,
): Row | undefined {
  const before = row?.cells ?? [];
  let cells: (GridCell | undefined)[] | undefined;
  for (let column = range.column; column < range.column + range.columns; column++) {
    const cell = before[column - 1];
    const after = change(cell, column);
    if (after === cell) continue;
    cells ??= before.slice();
    while (cells.length < column - 1) cells.push(undefined);
    cells[column - 1] = after;
  }
  return cells === undefined ? row : rowOf(cells, row);
}

function refersElsewhere(cell: GridCell | undefined): boolean {
  return cell !== undefined && (cell.formula !== undefined || namesCells(cell.validation));
}

function namesCells(validation: Validation | undefined): boolean {
  return validation?.criteria.kind === "range" || validation?.criteria.kind === "formula";
}

function paintedCell(cell: GridCell | undefined, paint: Paint): GridCell {
  const { numberFormat, background, fontColour, isBold, wrap, otherFormat, note, validation, ...held } =
    cell ?? { value: null };
  const pick = <Kept>(asked: Kept | null | undefined, present: Kept | undefined): Kept | undefined =>
    asked === undefined ? present : (asked ?? undefined);
  const looks = {
    numberFormat: pick(paint.numberFormat, numberFormat),
    background: pick(paint.background, background),
    fontColour: pick(paint.fontColour, fontColour),
    isBold: pick(paint.isBold, isBold) === true ? (true as const) : undefined,
    wrap: pick(paint.wrap, wrap) === true ? (true as const) : undefined,
    otherFormat: withOtherLooks(pick(paint.otherFormat, otherFormat), paint),
    note: pick(paint.note, note) === "" ? undefined : pick(paint.note, note),
    validation: pick(paint.validation, validation),
  };
  return { ...held, ...given(looks) };
}

// What has no field of its own stands as the Sheets API names it.
function withOtherLooks(
  format: OtherFormat | undefined,
  { fontSize, align }: Paint,
): OtherFormat | undefined {
  if (fontSize === undefined && align === undefined) return format;
  const { textFormat, horizontalAlignment, ...others } = format ?? {};
  const { fontSize: present, ...text } = (textFormat ?? {}) as OtherFormat;
  const size = fontSize === undefined ? present : (fontSize ?? undefined);
  const across = align === undefined ? horizontalAlignment : align?.toUpperCase();
  const letters = given({ ...text, fontSize: size });
  const after = given({
    ...others,
    horizontalAlignment: across,
    textFormat: Object.keys(letters).length === 0 ? undefined : letters,
  });
  return Object.keys(after).length === 0 ? undefined : after;
}

/** The entries that are there. */
export function given<Shape extends object>(
  shape: Shape,
): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]?: Exclude<Shape[Key], undefined>;
  };
}
