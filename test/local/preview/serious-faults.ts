// What axe finds in a window that keeps people out: in the page around the sheet, and in each page of the add-on beside it.

import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) if (await isSeen(frame)) found.push(...(await faultsIn(frame)));
  return found;
}

async function isSeen(frame: Frame): Promise<boolean> {
  return frame.parentFrame() === null || (await frame.frameElement()).isVisible();
}

async function faultsIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate<{ violations: readonly Violation[] }>(
    "axe.run({ iframes: false })",
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
