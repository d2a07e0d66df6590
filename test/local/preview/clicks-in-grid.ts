// Clicks at what the grid draws on its cells, in a window on the board that the command makes: it is a picture, and has no
// other place.

import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Longer than the list of a cell takes to come, on a busy machine, too: a click that is done again too soon closes it. */
const LIST_MS = 5000;

/** Clicks the arrow of A2, in whose list that stands. */
export async function openDropdown(page: Page, line: string): Promise<void> {
  await openByClick(page, { x: 197, y: 55 }, page.getByText(line, { exact: true }));
}

/** Clicks the sign of the filter in B1. */
export async function openFilter(page: Page): Promise<void> {
  await openByClick(page, { x: 382, y: 33 }, page.getByText("By Values"));
}

/** What is in the picture can be clicked once it is drawn, of which nobody is told. */
async function openByClick(page: Page, at: PointInGrid, list: Locator): Promise<void> {
  const isOpen = async () => {
    await clickInGrid(page, at);
    const seen = list.waitFor({ timeout: LIST_MS });
    return seen.then(
      () => true,
      () => false,
    );
  };
  await expect.poll(isOpen).toBe(true);
}

interface PointInGrid {
  readonly x: number;
  readonly y: number;
}

async function clickInGrid(page: Page, { x, y }: PointInGrid): Promise<void> {
  const grid = await page.locator(".grid").boundingBox();
  if (grid === null) throw new Error("there is no grid");
  await page.mouse.move(grid.x + x - 30, grid.y + y);
  await page.mouse.click(grid.x + x, grid.y + y);
}
