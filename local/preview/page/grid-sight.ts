// Where the grid stands: how far it is scrolled, and where its cells are in its picture. What lies over the grid asks here.

import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from "@univerjs/preset-sheets-core";
import type { GridSight } from "./chart-layer.ts";
import { UNIT } from "./grid-drawing.ts";

/** `undefined` while no sheet is drawn. */
export function gridSight(api: FUniver, injector: Injector): GridSight | undefined {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const scene = injector.get(IRenderManagerService).getRenderById(UNIT)?.scene;
  const skeleton = sheet?.getSkeleton();
  const main = scene?.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!sheet || !skeleton || !main) return undefined;
  const cellAt = (row: number, column: number) => {
    const { startX, startY } = skeleton.getNoMergeCellWithCoordByIndex(row, column);
    return { x: startX, y: startY };
  };
  return {
    tab: Number(sheet.getSheetId()),
    corner: cellAt(Math.max(0, sheet.getFrozenRows()), Math.max(0, sheet.getFrozenColumns())),
    scrolled: { x: main.viewportScrollX, y: main.viewportScrollY },
    cellAt,
  };
}

/** Tells, once a picture, of whatever may have moved the grid. */
export function onGridMoved(api: FUniver, container: HTMLElement, moved: () => void): void {
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      moved();
    });
  };
  api.addEvent(api.Event.Scroll, ask);
  api.addEvent(api.Event.CommandExecuted, ask);
  new ResizeObserver(ask).observe(container);
}
