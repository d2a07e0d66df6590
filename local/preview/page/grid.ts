// The grid of the page as the rest of it knows it: it shows what it is told, and says what the person in it wants.

import {
  CanceledError,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  EDITOR_ACTIVATED,
  ICommandService,
  IContextService,
  IUniverInstanceService,
  type IWorkbookData,
} from "@univerjs/core";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import type { GridRange } from "../../grid/protocol.ts";
import { type GridCommand, type Hands, meaningOf } from "../hands/wishes-of-command.ts";
import type { WindowWish } from "../server/window-request.ts";
import type { ShownChange } from "../shown/shown-changes.ts";
import type { UniverBook, UniverCells, UniverRange, UniverRule } from "../shown/univer-data.ts";
import { openUniver } from "./univer.ts";

export interface GridListener {
  readonly wish: (wish: WindowWish) => void;
  /** The person did something that this page has no act for. */
  readonly refused: () => void;
  readonly selected: (tab: number, range: UniverRange) => void;
  /** What a cell holds, or which one is marked, may be another now. */
  readonly shown: () => void;
}

export interface Grid {
  readonly showBook: (book: UniverBook) => void;
  readonly change: (changes: readonly ShownChange[]) => void;
  readonly paint: (tab: number, cells: UniverCells) => void;
  readonly openTab: (tab: number) => void;
  readonly select: (tab: number, range: UniverRange | undefined) => void;
  readonly place: () => { readonly tab: number; readonly range: UniverRange };
  /** The formula or the text of the first marked cell. */
  readonly content: () => string;
  /** The texts of the marked cells. */
  readonly texts: () => readonly (readonly string[])[];
  /** What a sort by the marked column moves: all rows below the frozen ones. */
  readonly sortRange: () => { readonly range: GridRange; readonly column: number } | undefined;
  /** Whether a cell is being typed into. */
  readonly isTyping: () => boolean;
  readonly focus: () => void;
}

const UNIT = "book";
const SILENT = { onlyLocal: true };
const EDITOR = "sheet.operation.set-cell-edit-visible";
const FIRST_CELL: UniverRange = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };

export function openGrid(container: HTMLElement, listener: GridListener): Grid {
  const { univer, api } = openUniver(container);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const rules = new Map<number, readonly UniverRule[]>();
  let typed: Hands["typed"];

  const book = () => api.getActiveWorkbook();
  const activeTab = () => Number(book()?.getActiveSheet().getSheetId() ?? 0);
  const selections = (): readonly UniverRange[] =>
    (book()?.getActiveSheet().getSelection()?.getActiveRangeList() ?? []).map((range) =>
      rangeOf(range.getRange()),
    );
  const place = () => ({ tab: activeTab(), range: selections()[0] ?? FIRST_CELL });
  const run = (id: string, params: object) => commands.syncExecuteCommand(id, params, SILENT);

  commands.beforeCommandExecuted((command) => {
    if (command.id === EDITOR) typed = typedIn(command, () => place().range);
    if (isInEditor(command.id)) return;
    const hands: Hands = {
      tab: activeTab(),
      selections: selections(),
      isCheckbox: (row, column) => isBoxAt(rules.get(activeTab()) ?? [], row, column),
      ...(typed === undefined ? {} : { typed }),
    };
    const meaning = meaningOf(command as GridCommand, hands);
    if (meaning.way === "let") return;
    if (meaning.way === "refuse") listener.refused();
    else for (const wish of meaning.wishes) listener.wish(wish);
    throw new CanceledError();
  });
  commands.onCommandExecuted((command) => {
    if (command.id !== "sheet.operation.set-selections") return;
    const { tab, range } = place();
    listener.selected(tab, range);
  });

  /** Undo within a cell that is being typed into is the editor's own. */
  const isInEditor = (id: string): boolean =>
    id.startsWith("univer.command.") &&
    injector.get(IUniverInstanceService).getFocusedUnit()?.getUnitId() !== UNIT;

  const typedIn = (command: Readonly<GridCommand>, at: () => UniverRange): Hands["typed"] => {
    const { visible, keycode } = command.params as { readonly visible: boolean; readonly keycode?: number };
    if (visible || keycode === ESCAPE) return undefined;
    const editor = injector
      .get(IUniverInstanceService)
      .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
    const text = (editor?.getSnapshot().body?.dataStream ?? "").replace(/\r\n$/, "").replace(/\r/g, "\n");
    const { startRow, startColumn } = at();
    return { row: startRow, column: startColumn, text };
  };

  const paint: Grid["paint"] = (tab, cells) => {
    run("sheet.mutation.set-range-values", {
      unitId: UNIT,
      subUnitId: String(tab),
      cellValue: structuredClone(cells),
    });
  };
  const showBook: Grid["showBook"] = (shown) => {
    const before = book() === null ? undefined : place();
    if (before !== undefined) api.disposeUnit(UNIT);
    rules.clear();
    const data = shown.resources.find(({ name }) => name === "SHEET_DATA_VALIDATION_PLUGIN")?.data ?? "{}";
    for (const [tab, found] of Object.entries(JSON.parse(data) as Record<string, readonly UniverRule[]>))
      rules.set(Number(tab), found);
    api.createWorkbook(shown as unknown as Partial<IWorkbookData>);
    if (before !== undefined && String(before.tab) in shown.sheets) select(before.tab, before.range);
  };
  const change = (what: ShownChange): void => {
    if (what.what === "book") {
      showBook(what.book);
      return;
    }
    const sheet = { unitId: UNIT, subUnitId: String(what.tab) };
    switch (what.what) {
      case "size":
        run("sheet.mutation.set-worksheet-row-count", { ...sheet, rowCount: what.rows });
        break;
      case "cells":
        paint(what.tab, what.cells);
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
      case "notes":
        for (const notes of Object.values(what.notes))
          for (const note of Object.values(notes))
            run("sheet.mutation.update-note", { ...sheet, sheetId: sheet.subUnitId, ...note, note });
    }
  };
  const openTab: Grid["openTab"] = (tab) => {
    const sheet = book()?.getSheetBySheetId(String(tab));
    if (sheet) book()?.setActiveSheet(sheet);
  };
  const select: Grid["select"] = (tab, range) => {
    openTab(tab);
    if (range === undefined) return;
    const { startRow, startColumn, endRow, endColumn } = range;
    const sheet = book()?.getActiveSheet();
    const cells = sheet?.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1);
    cells?.activate();
    run("sheet.operation.scroll-to-range", { range });
  };
  return {
    showBook,
    change: (changes) => {
      changes.forEach(change);
      listener.shown();
    },
    paint: (tab, cells) => {
      paint(tab, cells);
      listener.shown();
    },
    openTab,
    select,
    place,
    content: () => {
      const { startRow, startColumn } = place().range;
      const cell = book()?.getActiveSheet().getRange(startRow, startColumn);
      const formula: unknown = cell?.getCellData()?.custom?.["formula"];
      return typeof formula === "string" ? formula : (cell?.getDisplayValue() ?? "");
    },
    texts: () => {
      const { startRow, startColumn, endRow, endColumn } = place().range;
      const sheet = book()?.getActiveSheet();
      const cells = sheet?.getRange(
        startRow,
        startColumn,
        endRow - startRow + 1,
        endColumn - startColumn + 1,
      );
      return cells?.getDisplayValues() ?? [];
    },
    sortRange: () => {
      const sheet = book()?.getActiveSheet();
      if (!sheet) return undefined;
      const frozen = Math.max(1, sheet.getFrozenRows());
      const { tab, range } = place();
      const size = { rows: sheet.getMaxRows() - frozen, columns: sheet.getMaxColumns() };
      return { range: { tab, row: frozen + 1, column: 1, ...size }, column: range.startColumn + 1 };
    },
    isTyping: () => injector.get(IContextService).getContextValue(EDITOR_ACTIVATED) === true,
    focus: () => injector.get(ILayoutService).focus(),
  };
}

const ESCAPE = 27;

function rangeOf({ startRow, endRow, startColumn, endColumn }: UniverRange): UniverRange {
  return { startRow, endRow, startColumn, endColumn };
}

function isBoxAt(rules: readonly UniverRule[], row: number, column: number): boolean {
  return rules.some(
    ({ type, ranges }) =>
      type === "checkbox" &&
      ranges.some(
        (range) =>
          row >= range.startRow &&
          row <= range.endRow &&
          column >= range.startColumn &&
          column <= range.endColumn,
      ),
  );
}
