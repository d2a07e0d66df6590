// How a person sets a script to work: an item of its menu, or a call from its page. Both run as that person, with full
// rights, and the first use of an add-on enables it in the spreadsheet for everybody.

import type { MenuEntry } from "../requests.ts";
import { activeScripts } from "./active-scripts.ts";
import type { ExecutionPlan, ExecutionRecord } from "./execution-record.ts";
import { hasEnded } from "./execution-record.ts";
import { hasFunction, type ScriptRecord } from "./script-record.ts";
import type { PersonState, ShownMenu } from "./spreadsheet-file.ts";
import { start } from "./start.ts";
import { accountOf, scriptOf, type World } from "./world.ts";

/** What a person, or the failure handler of a page, is told of a script that threw. */
export class ScriptFailure extends Error {
  override readonly name = "ScriptFailure";
}

export interface PageCall {
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** @throws {ScriptFailure} in a world without a scheduler, where the script threw */
export function pressMenu(world: World, person: PersonState, path: readonly string[]): ExecutionRecord {
  const { menu, functionName } = itemAt(person, path);
  const script = scriptOf(world, menu.script);
  authorize(world, person, script);
  const record = start(world, {
    ...planAs(person, script),
    kind: "menu",
    functionName,
    arguments: { kind: "none" },
  });
  if (record.error !== undefined) throw new ScriptFailure(record.error.message, { cause: record.error });
  return record;
}

/** @throws {ScriptFailure} where no such function can be called from a page, or what goes in is more than plain data */
export function startPageCall(
  world: World,
  person: PersonState,
  { functionName, args }: PageCall,
): ExecutionRecord {
  const script = activeScripts(world, person.file).find((active) => hasFunction(active, functionName));
  if (script === undefined || functionName.endsWith("_")) {
    throw new ScriptFailure(`Script function not found: ${functionName}`);
  }
  authorize(world, person, script);
  args.forEach(refuseMoreThanData);
  return start(world, {
    ...planAs(person, script),
    kind: "page",
    functionName,
    arguments: { kind: "page", json: JSON.stringify(args) },
  });
}

/** `null` where the function gave nothing. @throws {ScriptFailure} */
export function pageResultOf(record: ExecutionRecord): unknown {
  if (record.error !== undefined) throw new ScriptFailure(record.error.message, { cause: record.error });
  if (!hasEnded(record))
    throw new Error(`"${record.functionName}" has not ended: a scheduler runs this world`);
  return record.result ?? null;
}

/** A bound script asks for consent when it is first used, an add-on must have been installed. */
function authorize(world: World, person: PersonState, script: ScriptRecord): void {
  const { grants } = accountOf(world, person.email);
  const { source } = script;
  if (source.kind === "bound" && !grants.has(source.id)) grants.set(source.id, source.scopes);
  if (!grants.has(source.id)) {
    throw new ScriptFailure(`${person.email} is asked to install "${source.name}" first`);
  }
  if (source.kind === "add-on") person.file.enabled.add(source.id);
}

function planAs(person: PersonState, script: ScriptRecord) {
  return {
    script,
    mode: "FULL",
    effectiveUser: person.email,
    activeUser: person.email,
    spreadsheet: person.file.id,
    person,
    screen: "open",
  } as const satisfies Partial<ExecutionPlan>;
}

function itemAt(person: PersonState, path: readonly string[]): { menu: ShownMenu; functionName: string } {
  const [title = "", ...captions] = path;
  const menus = person.seen.menus.filter((menu) => menu.title === title);
  for (const menu of menus) {
    const functionName = functionAt(menu.entries, captions);
    if (functionName !== undefined) return { menu, functionName };
  }
  throw new Error(`${person.email} sees no menu item "${path.join(" > ")}"`);
}

function functionAt(entries: readonly MenuEntry[], captions: readonly string[]): string | undefined {
  const [caption, ...rest] = captions;
  const entry = entries.find((candidate) => candidate.caption === caption);
  return rest.length === 0 ? entry?.functionName : functionAt(entry?.entries ?? [], rest);
}

/** The reference of google.script.run allows plain data; a Date or a function fails the call before it is made. */
function refuseMoreThanData(value: unknown): void {
  if (value instanceof Date || typeof value === "function") {
    throw new ScriptFailure("Failed due to illegal value in property");
  }
  if (typeof value === "object" && value !== null) Object.values(value).forEach(refuseMoreThanData);
}
