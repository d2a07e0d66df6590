// The charts over the grid: drawn beside their cells in a layer that lies over the grid's picture and goes along when the
// grid is scrolled. The layer takes no clicks, so that the grid is used through it. Text becomes elements by way of a
// document of its own, never as the page's own markup.

import { chartSvg } from "../../../shared/report/chart/chart-svg.ts";
import type { ShownChart } from "../shown/shown-charts.ts";
import "./chart-layer.css";

/** Where things are in the grid's picture, in pixels. */
export interface GridSight {
  readonly tab: number;
  /** Where the cells begin that scroll: right of and below the heads and what is frozen. */
  readonly corner: { readonly x: number; readonly y: number };
  readonly scrolled: { readonly x: number; readonly y: number };
  /** The upper left corner of a cell, before anything is scrolled; rows and columns from 0. */
  readonly cellAt: (row: number, column: number) => { readonly x: number; readonly y: number };
}

export interface ChartLayer {
  /** The charts of a tab, instead of those that it had. */
  readonly show: (tab: number, charts: readonly ShownChart[]) => void;
  /** Looks where the grid stands. */
  readonly follow: () => void;
}

export function chartLayer(container: HTMLElement, sight: () => GridSight | undefined): ChartLayer {
  const known = new Map<number, readonly ShownChart[]>();
  const layer = document.createElement("div");
  layer.className = "charts";
  let drawn: { readonly tab: number; readonly charts: readonly ShownChart[] | undefined } | undefined;
  const follow = (): void => {
    const seen = sight();
    const picture = container.querySelector("canvas[id^='univer-sheet-main-canvas']")?.parentElement;
    if (seen === undefined || !picture) return;
    if (layer.parentElement !== picture) picture.append(layer);
    const charts = known.get(seen.tab);
    if (drawn?.tab !== seen.tab || drawn.charts !== charts) {
      layer.replaceChildren(...(charts ?? []).map(chartElement));
      drawn = { tab: seen.tab, charts };
    }
    place(layer, seen, charts ?? []);
  };
  return {
    show: (tab, charts) => {
      known.set(tab, charts);
      follow();
    },
    follow,
  };
}

function place(
  layer: HTMLElement,
  { corner, scrolled, cellAt }: GridSight,
  charts: readonly ShownChart[],
): void {
  layer.style.left = `${corner.x}px`;
  layer.style.top = `${corner.y}px`;
  charts.forEach(({ place: at }, index) => {
    const element = layer.children[index];
    if (!(element instanceof HTMLElement)) return;
    const { x, y } = cellAt(at.row, at.column);
    const [left, top] = [x + at.offsetX - scrolled.x - corner.x, y + at.offsetY - scrolled.y - corner.y];
    element.style.transform = `translate(${left}px, ${top}px)`;
  });
}

function chartElement({ id, title, figures, place: { widthPixels, heightPixels } }: ShownChart): HTMLElement {
  const element = document.createElement("div");
  element.className = "chart";
  if (figures === undefined) {
    element.style.width = `${widthPixels}px`;
    element.style.height = `${heightPixels}px`;
    element.textContent = `${title === "" ? "A chart" : `The chart "${title}"`} that this preview does not draw; it is kept`;
    return element;
  }
  const { documentElement } = new DOMParser().parseFromString(
    chartSvg(figures, `chart-${id}`),
    "image/svg+xml",
  );
  element.append(document.importNode(documentElement, true));
  return element;
}
