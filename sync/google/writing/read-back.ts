// What was written, looked at once more in the answer of the write itself. Nothing keeps people from moving rows between
// the last look and the write; the IDs of the rows that were written tell.

import { isSameCell } from "../../../shared/engine/row/derived-cells.ts";
import type { CellEdit } from "../../../shared/engine/writing/planned-steps.ts";
import { isMeantRow, writtenRows } from "../../../shared/engine/writing/written-rows.ts";
import { cellAddress, textOf } from "../../../shared/table/cell.ts";
import { rowAt } from "../../../shared/table/planning/tab-draft.ts";
import type { SheetDraft } from "../dressing/sheet-place.ts";
import type { SeenCells } from "../reading/seen-cells.ts";
import type { Seen } from "./seen-again.ts";
import type { SeenArea } from "./seen-areas.ts";
import type { SheetStep } from "./step-requests.ts";

/** Cells that were set in a tab whose rows have IDs. */
export interface WrittenTab {
  readonly draft: SheetDraft;
  readonly edits: ReadonlyMap<number, ReadonlyMap<number, CellEdit>>;
}

/** A cell costs so much more to be told than to be set that a long list is looked at by its IDs alone. */
const MOST_VALUES = 20_000;

/** The tabs among the steps. */
export function writtenTabs(steps: readonly SheetStep[]): readonly WrittenTab[] {
  return steps.flatMap((step) => {
    const isThere = step.kind === "cells" && step.draft.open !== undefined && step.draft.columns.has("id");
    return isThere ? [{ draft: step.draft, edits: step.edits }] : [];
  });
}

/** The areas that tell what became of them. */
export function writtenAreas(tabs: readonly WrittenTab[]): readonly SeenArea[] {
  return tabs.flatMap((tab) => {
    const { draft, edits } = tab;
    const rows = [...edits.keys()];
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const columns = new Set(["id", "name"].flatMap((key) => draft.columns.get(key) ?? []));
    const touched = new Set([...edits.values()].flatMap((cells) => [...cells.keys()]));
    if (touched.size * (last - first + 1) <= MOST_VALUES) for (const column of touched) columns.add(column);
    const areas = [...columns].map((column) => ({ first, last, column, end: column }));
    // Whose columns were moved is told by its first row.
    const header = { first: 1, last: 1, column: 0, end: Math.max(...draft.columns.values()) };
    return [header, ...areas].map((area) => ({ tab: draft.name, ...area }));
  });
}

/** The tabs in which a row or a column is another than was meant. */
export function displacedTabs(tabs: readonly WrittenTab[], { shape, cells }: Seen): readonly WrittenTab[] {
  return tabs.filter((tab) => {
    const seen = cells.get(tab.draft.name);
    const now = shape.tabs.find(({ id }) => id === tab.draft.open?.shape.id);
    if (now === undefined || hasMovedColumns(tab, now.columns)) return true;
    return tab.draft.key?.startsWith("board_") === true ? isBoardMoved(tab, seen) : isListMoved(tab, seen);
  });
}

/** The cells that hold something else than was written, in words. */
export function differences(
  tabs: readonly WrittenTab[],
  cells: ReadonlyMap<string, SeenCells>,
): readonly string[] {
  const areas = writtenAreas(tabs);
  return tabs.flatMap(({ draft, edits }) =>
    [...edits].flatMap(([row, own]) =>
      [...own].flatMap(([column, { value }]) => {
        const isTold = areas.some(
          ({ tab, first, column: at }) => tab === draft.name && first > 1 && at === column,
        );
        const present = cells.get(draft.name)?.get(row)?.get(column) ?? null;
        if (!isTold || isSameCell(present, value)) return [];
        return [`${draft.name}!${cellAddress(row, column)} was changed while it was written`];
      }),
    ),
  );
}

/** Whether a column is not where it was any more; `now` is where each is. */
export function hasMovedColumns({ draft }: WrittenTab, now: Readonly<Record<string, number>>): boolean {
  return [...draft.columns].some(([key, column]) => now[key] !== column);
}

function isBoardMoved({ draft, edits }: WrittenTab, seen: SeenCells | undefined): boolean {
  const [id, name] = [draft.columns.get("id") ?? -1, draft.columns.get("name") ?? -1];
  // A row of which all was written tells nothing.
  const told = [...edits].filter(([, cells]) => !cells.has(id) || !cells.has(name));
  return writtenRows([{ kind: "cells", draft, edits: new Map(told.map(copied)) }]).some((row) => {
    const shown = seen?.get(row.row);
    return !isMeantRow(row, { id: shown?.get(id), name: shown?.get(name) });
  });
}

function isListMoved({ draft, edits }: WrittenTab, seen: SeenCells | undefined): boolean {
  const id = draft.columns.get("id") ?? -1;
  return [...edits].some(([row, cells]) => {
    return !cells.has(id) && textOf(seen?.get(row)?.get(id)) !== textOf(rowAt(draft, row).cells[id]);
  });
}

function copied([row, cells]: [number, ReadonlyMap<number, CellEdit>]): [number, Map<number, CellEdit>] {
  return [row, new Map(cells)];
}
