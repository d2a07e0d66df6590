// A stretch of the Dashboard: rows, how they look, and where tables begin that charts draw, all numbered from the first of
// its rows. Blocks are set below each other, and what they hold moves along.

import type { CellLook, LookArea } from "../../table/body-look.ts";
import type { Cell } from "../../table/cell.ts";
import { dashboardKeys } from "./dashboard-tab.ts";

/** Cells from the left. */
export type Line = readonly Cell[];

export interface Block {
  readonly rows: readonly Line[];
  readonly areas: readonly LookArea[];
  /** Row of the head of a table, or the first row of a place for charts, by its name. */
  readonly starts: Readonly<Record<string, number>>;
}

/** A look of the cells of one line, by their places from the left, the last one too. @default all of them */
export interface LineLook {
  readonly from?: number;
  readonly to?: number;
  readonly look: CellLook;
}

/**
 * The blocks below each other.
 *
 * @example
 * stacked([lineOf(["Ada"]), lineOf(["Bob"], { look: { weight: "bold" } })]).areas
 * //=> [{ firstRow: 1, lastRow: 1, look: { weight: "bold" } }]
 */
export function stacked(blocks: readonly Block[]): Block {
  const rows: Line[] = [];
  const areas: LookArea[] = [];
  const starts: Record<string, number> = {};
  for (const block of blocks) {
    const by = rows.length;
    rows.push(...block.rows);
    for (const { firstRow, lastRow, ...area } of block.areas)
      areas.push({ firstRow: firstRow + by, lastRow: lastRow + by, ...area });
    for (const [name, row] of Object.entries(block.starts)) starts[name] = row + by;
  }
  return { rows, areas, starts };
}

/**
 * The block under a name by which its first row is found.
 *
 * @example
 * findable("stages", blanks(1)).starts //=> { stages: 0 }
 */
export function findable(name: string, block: Block): Block {
  return { ...block, starts: { ...block.starts, [name]: 0 } };
}

/**
 * One line, with its looks over each other.
 *
 * @example
 * lineOf(["Open", 3], { from: 1, to: 1, look: { align: "right" } }).areas
 * //=> [{ firstRow: 0, lastRow: 0, columns: ["stamp"], look: { align: "right" } }]
 */
export function lineOf(cells: Line, ...looks: readonly LineLook[]): Block {
  const areas = looks.map(({ from = 0, to, look }) => {
    const isWhole = from === 0 && to === undefined;
    const columns = dashboardKeys.slice(from, to === undefined ? undefined : to + 1);
    return { firstRow: 0, lastRow: 0, ...(isWhole ? {} : { columns }), look };
  });
  return { rows: [cells], areas, starts: {} };
}

/**
 * Empty lines.
 *
 * @example
 * blanks(2).rows.length //=> 2
 */
export function blanks(count: number): Block {
  return { rows: Array.from({ length: count }, () => []), areas: [], starts: {} };
}
