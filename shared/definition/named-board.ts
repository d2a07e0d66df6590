// Boards as people call them: by the name of their tab. Whoever names none means all of them.

import { nameKey } from "../table/cell.ts";
import { StagelineError } from "../value/stageline-error.ts";
import type { Board, Definition } from "./pipeline.ts";

/**
 * The boards of that name, or all; at least one.
 *
 * @throws {StagelineError} `usage`, when there is none
 * @example
 * boardsNamed(fixtures.book, "deals")[0].tab //=> "Deals"
 */
export function boardsNamed(
  { boards }: Pick<Definition, "boards">,
  name: string | undefined,
): readonly [Board, ...Board[]] {
  const [first, ...others] = boards.filter(({ tab }) => name === undefined || nameKey(tab) === nameKey(name));
  if (first !== undefined) return [first, ...others];
  const names = boards.map(({ tab }) => tab).join(", ");
  const message =
    boards.length === 0
      ? 'this book has no boards; make one with "stageline new", or of a tab with "stageline adopt"'
      : `the book has no board "${name}"; its boards are ${names}`;
  throw new StagelineError("usage", message);
}
