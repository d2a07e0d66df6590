// A function run from the script editor, as its developer: with full rights, with or without a container.

import type { ExecutionRecord } from "./execution-record.ts";
import { pageResultOf } from "./person-calls.ts";
import type { ScriptRecord } from "./script-record.ts";
import { start } from "./start.ts";
import { accountOf, type World } from "./world.ts";

export interface EditorRun {
  readonly functionName: string;
  readonly as: string;
  readonly spreadsheet?: string;
}

/** What the function gave. @throws {ScriptFailure} */
export function editorRun(world: World, script: ScriptRecord, run: EditorRun): unknown {
  accountOf(world, run.as).grants.set(script.source.id, script.source.scopes);
  const record: ExecutionRecord = start(world, {
    script,
    functionName: run.functionName,
    kind: "editor",
    mode: "FULL",
    arguments: { kind: "none" },
    effectiveUser: run.as,
    activeUser: run.as,
    screen: "none",
    ...(run.spreadsheet === undefined ? {} : { spreadsheet: run.spreadsheet }),
  });
  return pageResultOf(record);
}
