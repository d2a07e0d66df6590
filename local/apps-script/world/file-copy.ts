// "Make a copy" of a spreadsheet: the grid with its marks and the bound scripts come along; triggers, properties,
// caches, editors and enabled add-ons do not (developers.google.com/apps-script/guides/bound; that an add-on must be
// enabled anew is unverified).

import { newScriptRecord } from "./script-record.ts";
import type { SpreadsheetFile } from "./spreadsheet-file.ts";
import { newId, type World } from "./world.ts";

export function copyFile(world: World, file: SpreadsheetFile, by: string): SpreadsheetFile {
  const id = newId(world);
  const state = { ...file.state, id, name: `Copy of ${file.state.name}` };
  const copy: SpreadsheetFile = { id, owner: by, editors: [], state, enabled: new Set(), people: new Map() };
  world.files.set(id, copy);
  for (const script of [...world.scripts.values()]) {
    if (script.container !== file.id) continue;
    const { source } = script;
    const scriptId = newId(world);
    const manifest = JSON.stringify({ timeZone: source.zone, oauthScopes: source.scopes });
    world.scripts.set(scriptId, newScriptRecord(scriptId, { ...source, manifest, spreadsheet: id }));
  }
  return copy;
}
