// Writes that landed in the rows of others, because people moved rows between the last read and the moment in which the
// writes arrived. Under the same lock they are taken out of those rows and done in the rows that were meant, so that what
// the history tells already is not found there once more. The head says that a run did not end, so that the next look is
// one at everything. Cells of people's that nobody had read before are told, for that look to put back what the history
// knows of them.

import type { OverwrittenCells } from "../../shared/engine/acts/put-back.ts";
import { openChanges } from "../../shared/engine/head.ts";
import { type MendedCells, mendedCells } from "../../shared/engine/writing/mended-cells.ts";
import type { CellEdit } from "../../shared/engine/writing/planned-steps.ts";
import { writtenRows } from "../../shared/engine/writing/written-rows.ts";
import { cellAt, draftOf, setCell } from "../../shared/table/planning/tab-draft.ts";
import { displacedRows, type SheetRow } from "./displaced-rows.ts";
import { bookOf, type OpenBook, type OpenTab, readColumns, type SheetDraft } from "./open-book.ts";
import { cellWriting } from "./write-cells.ts";
import { writeChanges } from "./write-changes.ts";

type Place = Pick<OpenBook, "spreadsheet" | "zone">;

interface Mended {
  readonly written: readonly SheetRow[];
  readonly unread: readonly OverwrittenCells[];
}

/** Rows may be moved again while that is made good. */
const MOST_GOES = 3;

/**
 * Makes good what landed elsewhere; back come people's cells that were written over and that nobody had read. `state` is
 * the head as it is now, `displaced` all rows that were written in the tabs in which one is another than was meant.
 */
export function mendMisplaced(
  place: Place,
  state: OpenTab,
  displaced: readonly SheetRow[],
): readonly OverwrittenCells[] {
  writeChanges(bookOf({ ...place, tabs: [state] }), openChanges([state.table]), () => "");
  const unread: OverwrittenCells[] = [];
  let rows = displaced;
  for (let go = 1; go <= MOST_GOES && rows.length > 0; go++) {
    const drafts = [...new Set(rows.map(({ draft }) => draft))];
    const mended = drafts.map((draft) => {
      return mendTab(
        place,
        draft,
        rows.filter((each) => each.draft === draft),
      );
    });
    unread.push(...mended.flatMap((each) => each.unread));
    rows = displacedRows(mended.flatMap((each) => each.written));
  }
  return unread;
}

function mendTab({ spreadsheet, zone }: Place, draft: SheetDraft, written: readonly SheetRow[]): Mended {
  if (draft.open === undefined) return { written: [], unread: [] };
  const present = draftOf(draft.name, readColumns(draft.open, zone, draft.width));
  const edits = new Map(written.map((each) => [each.row, each.edits] as const));
  const { cells, unread } = mendedCells({ draft, edits, shown: present.open?.table.rows ?? [] });
  const step = { kind: "cells", draft: present, edits: editsOf(present, cells) } as const;
  if (step.edits.size > 0) cellWriting({ spreadsheet, tabs: new Map() }, step)();
  return { written: writtenRows([step]), unread };
}

// The draft holds the cells from now on: what is looked at once more is held against them.
function editsOf(draft: SheetDraft, cells: MendedCells["cells"]): Map<number, Map<number, CellEdit>> {
  const edits = new Map<number, Map<number, CellEdit>>();
  for (const [row, values] of cells) {
    const own = new Map<number, CellEdit>();
    for (const [column, value] of values) {
      own.set(column, { before: cellAt(draft, row, column), value });
      setCell(draft, { row, column }, value);
    }
    edits.set(row, own);
  }
  return edits;
}
