// Draws into the grid what the preview tells: a whole book, or what changed in it. Nothing of it can be undone in the grid,
// which is why it goes past the grid's commands.

import type { IWorkbookData } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { ShownChange } from "../shown/shown-changes.ts";
import type { UniverBook, UniverNotes, UniverRule } from "../shown/univer-data.ts";

export const UNIT = "book";

export interface GridDrawing {
  readonly showBook: (book: UniverBook) => void;
  readonly change: (change: Exclude<ShownChange, { what: "book" | "charts" }>) => void;
  /** What a cell may be chosen from; `undefined` where anything may be typed. */
  readonly choiceAt: (tab: number, row: number, column: number) => UniverRule["type"] | undefined;
}

/** Does one of the grid's own changes, by its name. */
export type RunChange = (id: string, params: object) => void;

export function gridDrawing(api: FUniver, run: RunChange): GridDrawing {
  const rules = new Map<number, readonly UniverRule[]>();
  const notes = new Map<number, UniverNotes>();
  const showBook = (shown: UniverBook): void => {
    if (api.getActiveWorkbook() !== null) api.disposeUnit(UNIT);
    remember(rules, shown, "SHEET_DATA_VALIDATION_PLUGIN");
    remember(notes, shown, "SHEET_NOTE_PLUGIN");
    api.createWorkbook(shown as unknown as Partial<IWorkbookData>);
  };
  const change: GridDrawing["change"] = (what) => {
    const sheet = { unitId: UNIT, subUnitId: String(what.tab) };
    switch (what.what) {
      case "size":
        run("sheet.mutation.set-worksheet-row-count", { ...sheet, rowCount: what.rows });
        break;
      case "cells":
        run("sheet.mutation.set-range-values", { ...sheet, cellValue: what.cells });
        break;
      case "rows":
        run("sheet.mutation.set-row-data", { ...sheet, rowData: what.rows });
        break;
      case "rules": {
        const ruleId = (rules.get(what.tab) ?? []).map(({ uid }) => uid);
        if (ruleId.length > 0) run("data-validation.mutation.removeRule", { ...sheet, ruleId });
        rules.set(what.tab, what.rules);
        run("data-validation.mutation.addRule", { ...sheet, rule: what.rules });
        break;
      }
      case "notes": {
        const place = { unitId: UNIT, sheetId: sheet.subUnitId };
        for (const { row, col } of notesIn(notes.get(what.tab) ?? {}))
          run("sheet.mutation.remove-note", { ...place, row, col, silent: true });
        notes.set(what.tab, what.notes);
        for (const note of notesIn(what.notes))
          run("sheet.mutation.update-note", { ...place, row: note.row, col: note.col, note, silent: true });
      }
    }
  };
  return {
    showBook,
    change,
    choiceAt: (tab, row, column) => ruleAt(rules.get(tab) ?? [], row, column)?.type,
  };
}

function remember<Part>(known: Map<number, Part>, { resources }: UniverBook, name: string): void {
  const data = resources.find((resource) => resource.name === name)?.data ?? "{}";
  known.clear();
  for (const [tab, part] of Object.entries(JSON.parse(data) as Record<string, Part>))
    known.set(Number(tab), part);
}

function notesIn(notes: UniverNotes) {
  return Object.values(notes).flatMap((ofRow) => Object.values(ofRow));
}

function ruleAt(rules: readonly UniverRule[], row: number, column: number): UniverRule | undefined {
  return rules.find(({ ranges }) =>
    ranges.some(
      (range) =>
        row >= range.startRow &&
        row <= range.endRow &&
        column >= range.startColumn &&
        column <= range.endColumn,
    ),
  );
}
