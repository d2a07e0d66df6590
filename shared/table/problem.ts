// A problem is a person's mistake: what, where, and what would be right. It is a value that is shown beside
// the cell and listed by `check`; it is never thrown, and the rest of the board still works.

export interface Problem {
  readonly tab: string;
  /** "C7"; absent where the mistake lies in no single cell. */
  readonly cell?: string;
  /** What is wrong and what would be right: values in quotes, no full stop. */
  readonly message: string;
}

/**
 * The problem in one line, as `check` and the terminal show it.
 *
 * @example
 * sentenceOf({ tab: "Sales", cell: "C7", message: 'stage "Wonn" is not one of Lead, Won' })
 * //=> 'Sales!C7: stage "Wonn" is not one of Lead, Won'
 */
export function sentenceOf(problem: Problem): string {
  const place = problem.cell === undefined ? problem.tab : `${problem.tab}!${problem.cell}`;
  return `${place}: ${problem.message}`;
}
