// Problems as people read them: a mistake that a paste made in eighty cells is told once, where it stands first. Lists for
// machines keep all of them.

import type { Problem } from "./problem.ts";

/**
 * Each mistake once, at its first cell, and how often else it stands in that tab.
 *
 * @example
 * toldOnce([
 *   { tab: "Sales", cell: "A4", message: '"Wonn" is no stage' },
 *   { tab: "Sales", cell: "B5", message: "Phone is missing" },
 *   { tab: "Sales", cell: "A9", message: '"Wonn" is no stage' },
 * ]).map(({ cell, message }) => `${cell}: ${message}`)
 * //=> ['A4: "Wonn" is no stage; the same in 1 more cell', "B5: Phone is missing"]
 */
export function toldOnce(problems: readonly Problem[]): readonly Problem[] {
  const first = new Map<string, Problem>();
  const more = new Map<string, number>();
  for (const problem of problems) {
    const mistake = `${problem.tab}\n${problem.message}`;
    if (first.has(mistake)) more.set(mistake, (more.get(mistake) ?? 0) + 1);
    else first.set(mistake, problem);
  }
  return [...first].map(([mistake, problem]) => withCount(problem, more.get(mistake) ?? 0));
}

function withCount(problem: Problem, more: number): Problem {
  if (more === 0) return problem;
  const cells = more === 1 ? "1 more cell" : `${more} more cells`;
  return { ...problem, message: `${problem.message}; the same in ${cells}` };
}
