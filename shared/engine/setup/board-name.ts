// Which names the tab of a new board may have: none that Stageline keeps for tabs of its own, and none that no tab can have.

import { nameKey } from "../../table/cell.ts";
import { tabNameFault } from "../../table/tab-name.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { bookLayouts } from "../book-layouts.ts";
import { emptyDefinition } from "./new-boards.ts";

/**
 * Refuses a name that a board cannot have.
 *
 * @throws {StagelineError} `usage`, with the reason
 * @example
 * refuseBoardName("Deals") //=> undefined
 */
export function refuseBoardName(name: string): void {
  const own = bookLayouts(emptyDefinition({ zone: "UTC", practice: false })).map(({ tab }) => nameKey(tab));
  if (own.includes(nameKey(name))) {
    const message = `"${name}" is the name of a tab that Stageline keeps; give the board another name`;
    throw new StagelineError("usage", message);
  }
  const fault = tabNameFault(name);
  if (fault !== undefined) throw new StagelineError("usage", `"${name}" ${fault}`);
}
