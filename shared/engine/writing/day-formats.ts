// Number formats that cells need for what is written into them. A day is a number that its cell shows as a day: where
// none stood before, the cell may not know.

import { type Cell, isSerialCell, type SerialCell } from "../../table/cell.ts";
import { formatOfSerial } from "../../table/dressing/number-format.ts";
import type { CellEdit } from "./planned-steps.ts";

/**
 * Row → column (from 0) → the format of a day or time that comes to stand where none stood.
 *
 * @example
 * dayFormats(new Map([[2, new Map([[1, { before: null, value: { serial: 46110 } }]])]]))
 * //=> new Map([[2, new Map([[1, "yyyy-mm-dd"]])]])
 */
export function dayFormats(
  edits: ReadonlyMap<number, ReadonlyMap<number, CellEdit>>,
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  return new Map(
    [...edits].map(([row, cells]) => {
      const days = [...cells].flatMap(([column, { before, value }]) => {
        const isNew = isSerial(value) && !isSerial(before);
        return isNew ? [[column, formatOfSerial(value.serial)] as const] : [];
      });
      return [row, new Map(days)] as const;
    }),
  );
}

function isSerial(cell: Cell): cell is SerialCell {
  return isSerialCell(cell);
}
