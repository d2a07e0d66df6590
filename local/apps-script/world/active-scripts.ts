// Which scripts listen to a spreadsheet: those bound to it, and the add-ons that somebody enabled in it. An add-on that
// is enabled works for everybody in the file, also for those who never installed it
// (developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle).

import type { ScriptRecord } from "./script-record.ts";
import type { SpreadsheetFile } from "./spreadsheet-file.ts";
import type { World } from "./world.ts";

export function activeScripts(world: World, file: SpreadsheetFile): readonly ScriptRecord[] {
  return [...world.scripts.values()].filter(
    (script) => script.container === file.id || file.enabled.has(script.source.id),
  );
}
