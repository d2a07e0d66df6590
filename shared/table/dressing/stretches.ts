// Columns that stand side by side, as one stretch: hidden, shown or protected together.

export interface Stretch {
  /** The first column, from 0. */
  readonly first: number;
  readonly count: number;
}

/**
 * The stretches of the columns, from the left.
 *
 * @example
 * stretchesOf([4, 2, 3, 7]) //=> [{ first: 2, count: 3 }, { first: 7, count: 1 }]
 */
export function stretchesOf(columns: readonly number[]): readonly Stretch[] {
  const found: { readonly first: number; count: number }[] = [];
  for (const column of [...columns].sort((left, right) => left - right)) {
    const last = found[found.length - 1];
    if (last !== undefined && last.first + last.count === column) last.count += 1;
    else found.push({ first: column, count: 1 });
  }
  return found;
}

/**
 * The columns of a stretch.
 *
 * @example
 * columnsIn({ first: 2, count: 3 }) //=> [2, 3, 4]
 */
export function columnsIn({ first, count }: Stretch): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
