// Cells of a row as one text, for a cell that keeps them: what a row held that is not there any more.

import * as z from "zod/mini";
import type { RowCells } from "./layout.ts";

const Cells = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ serial: z.number() })]),
);

/**
 * The text of the cells. Errors of formulas are nothing that could be written back; they are left out.
 *
 * @example
 * textFromCells({ name: "Ada", budget: 5 }) //=> '{"name":"Ada","budget":5}'
 */
export function textFromCells(cells: RowCells): string {
  const kept = Object.entries(cells).filter(
    ([, cell]) => typeof cell !== "object" || cell === null || "serial" in cell,
  );
  return JSON.stringify(Object.fromEntries(kept));
}

/**
 * The cells that a text keeps; none where somebody wrote in it.
 *
 * @example
 * cellsFromText('{"name":"Ada"}') //=> { name: "Ada" }
 * cellsFromText("abc") //=> {}
 */
export function cellsFromText(text: string): RowCells {
  try {
    return Cells.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {}; // as if it had kept nothing
  }
}
