// A script as it was pushed: its code and manifest, and which functions it has.

import type { ScriptSource } from "../launch.ts";

export interface ScriptPlan {
  readonly name: string;
  readonly kind: "add-on" | "bound";
  readonly code: string;
  /** The text of appsscript.json. */
  readonly manifest: string;
  readonly pages?: Readonly<Record<string, string>>;
  /** Of a bound script, its container. */
  readonly spreadsheet?: string;
  /** Of a script that was here before. @default a new one */
  readonly id?: string;
}

export interface ScriptRecord {
  readonly source: ScriptSource;
  readonly container?: string;
  readonly functionNames: readonly string[];
}

/** As deep as triggers, cells, menus and pages see: functions declared at the top, whose line begins with them. */
const FUNCTION = /^(?:async )?function\s+([A-Za-z_$][\w$]*)\s*\(/gm;

/** @throws {Error} where the manifest names no time zone or no scopes */
export function newScriptRecord(id: string, plan: ScriptPlan): ScriptRecord {
  const manifest = JSON.parse(plan.manifest) as {
    readonly timeZone?: string;
    readonly oauthScopes?: readonly string[];
  };
  const { timeZone, oauthScopes } = manifest;
  if (timeZone === undefined) throw new Error(`the manifest of "${plan.name}" names no timeZone`);
  if (oauthScopes === undefined) throw new Error(`the manifest of "${plan.name}" names no oauthScopes`);
  return {
    source: {
      id,
      name: plan.name,
      kind: plan.kind,
      code: plan.code,
      pages: plan.pages ?? {},
      zone: timeZone,
      scopes: oauthScopes,
    },
    ...(plan.spreadsheet === undefined ? {} : { container: plan.spreadsheet }),
    functionNames: [...plan.code.matchAll(FUNCTION)].map(([, name = ""]) => name),
  };
}

export function hasFunction(script: ScriptRecord, name: string): boolean {
  return script.functionNames.includes(name);
}
