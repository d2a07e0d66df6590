// Where rows and columns go when others are inserted, deleted or moved, and what becomes of ranges. A range keeps those
// of its lines that stay, grows where lines come in between them, and is gone when all of its lines are deleted. A range
// that lies within moved lines goes with them. Google documents inserts and deletes; what a move does to a range that it
// cuts is unverified: here the moved lines leave the range unless they land in or beside it.

import type { GridRange } from "./protocol.ts";

/** Lines are rows or columns, from 1. */
export type Shift = {
  readonly tab: number;
  readonly axis: "rows" | "columns";
} & (
  | { readonly kind: "insert"; readonly before: number; readonly count: number }
  | { readonly kind: "delete"; readonly at: number; readonly count: number }
  /** `to` is the line, as it was counted, that the moved ones stand before in the end. */
  | { readonly kind: "move"; readonly at: number; readonly count: number; readonly to: number }
);

/** Lines from the first to the last. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The line where this one is then; `undefined` where it was deleted. */
export function lineAfter(shift: Shift, line: number): number | undefined {
  switch (shift.kind) {
    case "insert":
      return line < shift.before ? line : line + shift.count;
    case "delete":
      if (line < shift.at) return line;
      return line < shift.at + shift.count ? undefined : line - shift.count;
    case "move": {
      const landing = landingOf(shift);
      if (line >= shift.at && line < shift.at + shift.count) return landing + line - shift.at;
      const closed = line < shift.at ? line : line - shift.count;
      return closed < landing ? closed : closed + shift.count;
    }
  }
}

/** The lines that the range has then; `undefined` where all were deleted. */
export function spanAfter(shift: Shift, span: Span): Span | undefined {
  switch (shift.kind) {
    case "insert":
      return grown(span, shift.before, shift.count);
    case "delete":
      return shrunk(span, shift.at, shift.count);
    case "move":
      return movedSpan(shift, span);
  }
}

/** The range then; ranges of other tabs stay. */
export function rangeAfter(shift: Shift, range: GridRange): GridRange | undefined {
  if (range.tab !== shift.tab) return range;
  const span = spanAfter(shift, spanOf(range, shift.axis));
  return span === undefined ? undefined : withSpan(range, shift.axis, span);
}

/** The rows or the columns of a range. */
export function spanOf(range: GridRange, axis: Shift["axis"]): Span {
  return axis === "rows"
    ? { first: range.row, last: range.row + range.rows - 1 }
    : { first: range.column, last: range.column + range.columns - 1 };
}

function withSpan(range: GridRange, axis: Shift["axis"], { first, last }: Span): GridRange {
  const [present, count] = [spanOf(range, axis), last - first + 1];
  if (present.first === first && present.last === last) return range;
  return axis === "rows"
    ? { ...range, row: first, rows: count }
    : { ...range, column: first, columns: count };
}

function movedSpan(shift: Extract<Shift, { kind: "move" }>, span: Span): Span | undefined {
  const lastMoved = shift.at + shift.count - 1;
  if (span.first >= shift.at && span.last <= lastMoved) {
    const by = landingOf(shift) - shift.at;
    return { first: span.first + by, last: span.last + by };
  }
  const rest = shrunk(span, shift.at, shift.count);
  if (rest === undefined) return undefined;
  const landing = landingOf(shift);
  const lost = span.last - span.first - (rest.last - rest.first);
  // Lines of the range that land at one of its ends are still beside it: the range keeps them.
  if (lost === shift.count && landing === rest.first) return { first: rest.first, last: rest.last + lost };
  if (lost === shift.count && landing === rest.last + 1) return { first: rest.first, last: rest.last + lost };
  return grown(rest, landing, shift.count);
}

function landingOf(shift: Extract<Shift, { kind: "move" }>): number {
  return shift.to > shift.at ? shift.to - shift.count : shift.to;
}

function grown({ first, last }: Span, before: number, count: number): Span {
  if (before <= first) return { first: first + count, last: last + count };
  return before <= last ? { first, last: last + count } : { first, last };
}

function shrunk({ first, last }: Span, at: number, count: number): Span | undefined {
  const before = (line: number): number => Math.max(0, Math.min(line - at, count));
  const from = first - before(first);
  const to = last - before(last + 1);
  return to < from ? undefined : { first: from, last: to };
}
