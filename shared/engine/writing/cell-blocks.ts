// Cells that are to be set, as the fewest blocks that hold no other cell: neighbours in a row, then equal stretches of
// rows below each other. A wider block would write over what somebody types in between.

export interface CellBlock<Value> {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly values: readonly (readonly Value[])[];
}

interface OpenBlock<Value> {
  readonly row: number;
  readonly column: number;
  readonly values: (readonly Value[])[];
}

/**
 * The blocks of the cells; row → column → value.
 *
 * @example
 * cellBlocks(new Map([[2, new Map([[0, "a"], [1, "b"]])], [3, new Map([[0, "c"], [1, "d"]])]]))
 * //=> [{ row: 2, column: 0, values: [["a", "b"], ["c", "d"]] }]
 */
export function cellBlocks<Value>(
  cells: ReadonlyMap<number, ReadonlyMap<number, Value>>,
): readonly CellBlock<Value>[] {
  const blocks: OpenBlock<Value>[] = [];
  let above = new Map<string, OpenBlock<Value>>();
  let rowAbove = -1;
  for (const [row, columns] of [...cells].sort(([left], [right]) => left - right)) {
    const open = row === rowAbove + 1 ? above : new Map<string, OpenBlock<Value>>();
    const here = new Map<string, OpenBlock<Value>>();
    for (const { column, values } of stretches(columns)) {
      const key = `${column} ${values.length}`;
      const block = open.get(key) ?? { row, column, values: [] };
      if (block.values.length === 0) blocks.push(block);
      block.values.push(values);
      here.set(key, block);
    }
    above = here;
    rowAbove = row;
  }
  return blocks;
}

function stretches<Value>(
  columns: ReadonlyMap<number, Value>,
): readonly { readonly column: number; readonly values: readonly Value[] }[] {
  const found: { readonly column: number; readonly values: Value[] }[] = [];
  for (const [column, value] of [...columns].sort(([left], [right]) => left - right)) {
    const last = found[found.length - 1];
    if (last !== undefined && last.column + last.values.length === column) last.values.push(value);
    else found.push({ column, values: [value] });
  }
  return found;
}
