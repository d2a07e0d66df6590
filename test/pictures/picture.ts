// The pictures of the guides, by name. A story takes each where it has just looked at what is on it, so that no guide shows
// what the product does not. They wait in dist/; "npm run pictures" puts them into guides/.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";

const FOLDER = join("dist", "pictures");

export const pictureNames = [
  "start",
  "three-questions",
  "new-board",
  "sales-board",
  "today",
  "board-view",
  "record",
  "health",
  "invoices",
  "dashboard",
] as const;

export type PictureName = (typeof pictureNames)[number];

/** Takes the picture of a page, or of a part of one. */
export async function takePicture(name: PictureName, of: Page | Locator): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await of.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled", caret: "hide" });
}
