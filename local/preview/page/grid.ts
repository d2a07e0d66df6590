// The grid of the page as the rest of it knows it: it shows what it is told, and says what the person in it wants.

import { EDITOR_ACTIVATED, ICommandService, IContextService } from "@univerjs/core";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import type { GridRange } from "../../grid/protocol.ts";
import { heldBack } from "../shown/held-changes.ts";
import type { ShownChange } from "../shown/shown-changes.ts";
import type { UniverBook, UniverRange } from "../shown/univer-data.ts";
import { chartLayer } from "./chart-layer.ts";
import { gridDrawing, UNIT } from "./grid-drawing.ts";
import { type HandsListener, listenToHands } from "./grid-hands.ts";
import { gridSight, onGridMoved } from "./grid-sight.ts";
import { lookAtRulesInSight } from "./rules-in-sight.ts";
import { openUniver } from "./univer.ts";

export interface Grid {
  readonly showBook: (book: UniverBook) => void;
  readonly change: (changes: readonly ShownChange[]) => void;
  readonly openTab: (tab: number) => void;
  /** `false` where the tab has no such cells; then what was marked stays marked. */
  readonly select: (tab: number, range: UniverRange | undefined) => boolean;
  readonly place: () => Place;
  /** The one in the corner of the open tab. */
  readonly lastCell: () => UniverRange;
  /** The formula or the text of the first marked cell. */
  readonly content: () => string;
  /** The texts of the marked cells. */
  readonly texts: () => readonly (readonly string[])[];
  /** What a sort by the marked column moves: all rows below the frozen ones. */
  readonly sortRange: () => { readonly range: GridRange; readonly column: number } | undefined;
  /** Whether a cell is being typed into. */
  readonly isTyping: () => boolean;
  /** Opens the list of the marked cell; `false` where it has none. */
  readonly openList: () => boolean;
  readonly focus: () => void;
}

export interface Place {
  readonly tab: number;
  readonly range: UniverRange;
}

const SILENT = { onlyLocal: true };
const FIRST_CELL: UniverRange = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };

export function openGrid(container: HTMLElement, listener: HandsListener): Grid {
  const { univer, api } = openUniver(container);
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const run = (id: string, params: object): void => {
    commands.syncExecuteCommand(id, params, SILENT);
  };
  const drawing = gridDrawing(api, run);
  const sheet = () => api.getActiveWorkbook()?.getActiveSheet();
  const cellsIn = ({ startRow, endRow, startColumn, endColumn }: UniverRange) =>
    sheet()?.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1);
  const activeTab = () => Number(sheet()?.getSheetId() ?? 0);
  const selections = (): readonly UniverRange[] => {
    const ranges = sheet()?.getSelection()?.getActiveRangeList() ?? [];
    return ranges.map((range) => {
      const { startRow, endRow, startColumn, endColumn } = range.getRange();
      return { startRow, endRow, startColumn, endColumn };
    });
  };
  const place = (): Place => ({ tab: activeTab(), range: selections()[0] ?? FIRST_CELL });
  const handsNow = () => {
    const tab = activeTab();
    const isCheckbox = (row: number, column: number) => drawing.choiceAt(tab, row, column) === "checkbox";
    return { tab, selections: selections(), isCheckbox };
  };
  const isTyping = () => injector.get(IContextService).getContextValue(EDITOR_ACTIVATED) === true;
  let held: readonly ShownChange[] = [];
  const drawHeld = () => {
    const waiting = held;
    held = [];
    draw(waiting);
  };
  listenToHands(injector, handsNow, {
    ...listener,
    ready: () => {
      lookAtRulesInSight(injector);
      listener.ready();
    },
    typing: (way) => {
      if (way === "end") drawHeld();
      listener.typing(way);
    },
  });
  const charts = chartLayer(container, () => gridSight(api, injector));
  onGridMoved(api, container, charts.follow);

  const openTab: Grid["openTab"] = (tab) => {
    const book = api.getActiveWorkbook();
    const wanted = book?.getSheetBySheetId(String(tab));
    if (wanted) book?.setActiveSheet(wanted);
  };
  const lastCell: Grid["lastCell"] = () => {
    const [row, column] = [(sheet()?.getMaxRows() ?? 1) - 1, (sheet()?.getMaxColumns() ?? 1) - 1];
    return { startRow: row, endRow: row, startColumn: column, endColumn: column };
  };
  const select: Grid["select"] = (tab, range) => {
    openTab(tab);
    if (range === undefined) return true;
    const { endRow, endColumn } = lastCell();
    if (range.endRow > endRow || range.endColumn > endColumn) return false;
    cellsIn(range)?.activate();
    run("sheet.operation.scroll-to-range", { range });
    return true;
  };
  const showBook: Grid["showBook"] = (shown) => {
    const before = sheet() === undefined ? undefined : place();
    drawing.showBook(shown);
    for (const [tab, ofTab] of Object.entries(shown.charts)) charts.show(Number(tab), ofTab);
    if (before !== undefined && String(before.tab) in shown.sheets) select(before.tab, before.range);
  };
  const draw = (changes: readonly ShownChange[]) => {
    for (const change of changes) {
      if (change.what === "book") showBook(change.book);
      else if (change.what === "charts") charts.show(change.tab, change.charts);
      else drawing.change(change);
    }
    if (changes.length > 0) listener.moved();
  };
  return {
    showBook,
    change: (changes) => {
      const { tab, range } = place();
      const cell = { tab, row: range.startRow, column: range.startColumn };
      const { now, later } = isTyping() ? heldBack(changes, cell, held) : { now: changes, later: held };
      held = later;
      draw(now);
    },
    openTab,
    select,
    place,
    lastCell,
    content: () => {
      const { startRow, startColumn } = place().range;
      const cell = sheet()?.getRange(startRow, startColumn);
      const formula: unknown = cell?.getCellData()?.custom?.["formula"];
      return typeof formula === "string" ? formula : (cell?.getDisplayValue() ?? "");
    },
    texts: () => cellsIn(place().range)?.getDisplayValues() ?? [],
    sortRange: () => {
      const shown = sheet();
      if (!shown) return undefined;
      const frozen = Math.max(1, shown.getFrozenRows());
      const { tab, range } = place();
      const size = { rows: shown.getMaxRows() - frozen, columns: shown.getMaxColumns() };
      return { range: { tab, row: frozen + 1, column: 1, ...size }, column: range.startColumn + 1 };
    },
    isTyping,
    openList: () => {
      const { tab, range } = place();
      const cell = { row: range.startRow, column: range.startColumn };
      if (drawing.choiceAt(tab, cell.row, cell.column) !== "list") return false;
      run("sheet.operation.show-data-validation-dropdown", { unitId: UNIT, subUnitId: String(tab), ...cell });
      return true;
    },
    focus: () => injector.get(ILayoutService).focus(),
  };
}
