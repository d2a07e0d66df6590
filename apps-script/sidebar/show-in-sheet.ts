// What the page points at, selected in the sheet; each tells what is selected then.

import type { RecordPlace } from "./panel.ts";
import { ask } from "./script.ts";

export async function showCell(place: { readonly tab: string; readonly cell: string }): Promise<string> {
  const { said } = await ask("pageShowCell", place);
  return `${said} is selected in the sheet`;
}

export async function showRecord(place: RecordPlace): Promise<string> {
  const { said } = await ask("pageShowRecord", place);
  return `The row of "${said}" is selected in the sheet`;
}
