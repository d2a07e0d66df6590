// A cell as `setValues` takes it. A text that a script sets is read as if somebody had typed it: "=1+1" would be a
// formula, "007" a number, "1/2" a day. An apostrophe before it says that it is a text and is not kept, so each text goes
// in behind one. Days go in as their serial numbers: as an instant they would depend on clocks that are set forward.

import { type Cell, isErrorCell } from "../../shared/table/cell.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";

/** Google's limit. */
const MOST_CHARACTERS = 50_000;

/**
 * What is handed to `setValues` for the cell.
 *
 * @throws {StagelineError} `value`, when no cell can hold it
 */
export function writtenValue(cell: Cell): string | number | boolean {
  if (cell === null || cell === "") return "";
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "number") return finite(cell);
  if (typeof cell === "string") return text(cell);
  return isErrorCell(cell) ? text(cell.error) : finite(cell.serial);
}

function text(value: string): string {
  if (value.length < MOST_CHARACTERS) return `'${value}`;
  const held = `the ${MOST_CHARACTERS} that a cell holds`;
  throw new StagelineError("value", `a text of ${value.length} characters is longer than ${held}`);
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new StagelineError("value", `${value} is not a number that a cell holds`);
}
