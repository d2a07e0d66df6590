// Sorting rows of a range. Cells go with all that they hold and look like; rows, their height and what hides them,
// colours by rule, protections and metadata stay where they are (of row metadata that is unverified). Numbers come
// before texts, texts before yes and no, empty cells last whichever way round; equal rows keep their order.

import { blockOf, withBlock } from "../cell-block.ts";
import { copiedCell } from "../copied-cell.ts";
import { GridError } from "../grid-error.ts";
import { checkInside } from "../limits.ts";
import { localeMarks } from "../locale.ts";
import type { GridRange } from "../protocol.ts";
import { type GridCell, heldIn, type Spreadsheet, tabById, type Value, withTab } from "../spreadsheet.ts";
import { overlap } from "./copied-cells.ts";
import { editEvents } from "./edit-events.ts";
import type { ActOutcome, PersonAct, SortKey } from "./person-act.ts";

/** @throws {GridError} where the range has merged cells */
export function sorted(state: Spreadsheet, { range, by }: Extract<PersonAct, { do: "sort" }>): ActOutcome {
  const tab = tabById(state, range.tab);
  checkInside(tab, range);
  if (tab.merges.some((merge) => overlap(merge, range) !== undefined)) {
    throw new GridError("You can't perform a sort over a range containing merged cells.");
  }
  const order = orderOf(blockOf(tab, range), keysOf(range, by), localeMarks(state.locale).tag);
  const block = blockOf(tab, range);
  const after = withBlock(tab, range, (_, row, column) => {
    const from = order[row - range.row] ?? 0;
    return copiedCell(block[from]?.[column - range.column], row - range.row - from, 0);
  });
  return { state: withTab(state, after), events: editEvents(range) };
}

interface Key {
  /** From 0, within the range. */
  readonly column: number;
  readonly sign: 1 | -1;
}

function keysOf(range: GridRange, by: readonly SortKey[]): readonly Key[] {
  return by.map(({ column, order }) => ({
    column: column - range.column,
    sign: order === "descending" ? -1 : 1,
  }));
}

function orderOf(
  block: readonly (readonly (GridCell | undefined)[])[],
  keys: readonly Key[],
  tag: string,
): readonly number[] {
  const collator = new Intl.Collator(tag, { sensitivity: "base" });
  const compare = (left: number, right: number): number => {
    for (const { column, sign } of keys) {
      const [one, other] = [heldIn(block[left]?.[column]), heldIn(block[right]?.[column])];
      const difference = differenceOf(one, other, collator);
      if (difference !== 0) return one === null || other === null ? difference : sign * difference;
    }
    return left - right;
  };
  return block.map((_, index) => index).sort(compare);
}

function differenceOf(left: Value, right: Value, collator: Intl.Collator): number {
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank;
  if (typeof left === "string" && typeof right === "string") return collator.compare(left, right);
  if (typeof left === "number" && typeof right === "number") return left - right;
  return Number(left === true) - Number(right === true);
}

function rankOf(value: Value): number {
  if (value === null) return 4;
  const ranks = { number: 0, string: 1, boolean: 2 } as const;
  return typeof value === "object" ? 3 : ranks[typeof value as keyof typeof ranks];
}
