// From what happened in a spreadsheet to the executions that come of it: simple triggers as the person who acted, with
// limited rights; installed triggers as their owners, with full ones. Scripts' own writes and API calls set off none.

import type { GridEvent } from "../../grid/protocol.ts";
import type { TriggerType } from "../requests.ts";
import { isSameDomain } from "./accounts.ts";
import { activeScripts } from "./active-scripts.ts";
import type { ExecutionPlan } from "./execution-record.ts";
import { hasFunction, type ScriptRecord } from "./script-record.ts";
import type { PersonState, SpreadsheetFile } from "./spreadsheet-file.ts";
import { type EventFate, start, startQueued } from "./start.ts";
import type { OwnedTrigger } from "./triggers.ts";
import { accountOf, fileOf, scriptOf, type World } from "./world.ts";

const TRIGGER_TYPES: Readonly<Record<GridEvent["kind"], TriggerType>> = {
  edit: "ON_EDIT",
  change: "ON_CHANGE",
  formSubmit: "ON_FORM_SUBMIT",
};

/** Where it happened, and who did it; a form's answer is nobody's. */
export interface Happening {
  readonly file: SpreadsheetFile;
  readonly person?: PersonState;
}

export function startForEvents(world: World, happening: Happening, events: readonly GridEvent[]): void {
  for (const event of events) {
    const fate = startForEvent(world, happening, event) ? "heard" : "unheard";
    world.hooks.observe?.({ kind: "event", event, fate });
  }
}

/** Whether any trigger hears of it. */
function startForEvent(world: World, happening: Happening, event: GridEvent): boolean {
  if (world.hooks.drops?.(event) === true) {
    world.droppedEvents += 1;
    return false;
  }
  const simple = event.kind === "edit" ? startSimpleEdits(world, happening, event) : [];
  return [...simple, ...startInstalled(world, happening, event)].includes("heard");
}

/** onOpen of what is bound or enabled here, and of what the person installed but nobody enabled here (mode NONE). */
export function startForOpening(world: World, { file, person }: Required<Happening>): void {
  const installed = [...world.scripts.values()].filter(
    ({ source }) => source.kind === "add-on" && accountOf(world, person.email).grants.has(source.id),
  );
  for (const script of new Set([...activeScripts(world, file), ...installed])) {
    if (!hasFunction(script, "onOpen")) continue;
    const isActive = script.container === file.id || file.enabled.has(script.source.id);
    start(world, {
      ...simplePlan(script, { file, person }),
      functionName: "onOpen",
      mode: isActive ? "LIMITED" : "NONE",
      arguments: { kind: "opened" },
    });
  }
  for (const trigger of listening(world, file, "ON_OPEN")) {
    start(world, { ...installedPlan(world, trigger, { file, person }), arguments: { kind: "opened" } });
  }
}

/** onInstall, with full rights, where an add-on is installed from a sheet. */
export function startForInstall(world: World, script: ScriptRecord, person: PersonState): void {
  start(world, {
    ...simplePlan(script, { file: person.file, person }),
    kind: "menu",
    functionName: "onInstall",
    mode: "FULL",
    activeUser: person.email,
    arguments: { kind: "installed" },
  });
}

/** Not where the add-on is no longer enabled in the spreadsheet that the trigger was made in. */
export function startForClock(world: World, trigger: OwnedTrigger): void {
  const script = scriptOf(world, trigger.script);
  const file = trigger.spreadsheet === undefined ? undefined : fileOf(world, trigger.spreadsheet);
  if (file !== undefined && !activeScripts(world, file).includes(script)) return;
  start(world, {
    ...ownerPlan(script, trigger),
    activeUser: "",
    arguments: { kind: "clock", zone: script.source.zone },
    ...(trigger.spreadsheet === undefined ? {} : { spreadsheet: trigger.spreadsheet }),
  });
}

/** Anonymous and form edits fire no simple trigger. */
function startSimpleEdits(world: World, { file, person }: Happening, event: GridEvent): readonly EventFate[] {
  if (person === undefined) return [];
  const scripts = activeScripts(world, file).filter((script) => hasFunction(script, "onEdit"));
  return scripts.map((script) =>
    startQueued(world, `${script.source.id}|${file.id}|onEdit|${person.email}`, {
      ...simplePlan(script, { file, person }),
      functionName: "onEdit",
      mode: "LIMITED",
      arguments: { kind: "grid event", event },
    }),
  );
}

function startInstalled(world: World, happening: Happening, event: GridEvent): readonly EventFate[] {
  return listening(world, happening.file, TRIGGER_TYPES[event.kind]).map((trigger) => {
    const plan: ExecutionPlan = {
      ...installedPlan(world, trigger, happening),
      arguments: { kind: "grid event", event },
    };
    return startQueued(world, `${trigger.id}|${happening.person?.email ?? ""}`, plan);
  });
}

/** Triggers of an add-on stop where it is no longer enabled (workspace/add-ons/concepts/editor-triggers). */
function listening(world: World, file: SpreadsheetFile, type: TriggerType): readonly OwnedTrigger[] {
  const active = activeScripts(world, file).map(({ source }) => source.id);
  return world.triggers.filter(
    (trigger) => trigger.type === type && trigger.spreadsheet === file.id && active.includes(trigger.script),
  );
}

function simplePlan(script: ScriptRecord, { file, person }: Required<Happening>) {
  return {
    script,
    kind: "simple",
    effectiveUser: person.email,
    // Withheld in simple triggers (reference of Session).
    activeUser: "",
    spreadsheet: file.id,
    person,
    screen: "open",
  } as const;
}

function installedPlan(world: World, trigger: OwnedTrigger, { file, person }: Happening) {
  const acting = person === undefined ? undefined : accountOf(world, person.email);
  const owner = accountOf(world, trigger.owner);
  return {
    ...ownerPlan(scriptOf(world, trigger.script), trigger),
    activeUser: acting !== undefined && isSameDomain(acting, owner) ? acting.email : "",
    spreadsheet: file.id,
    ...(person === undefined ? {} : { person }),
  } as const;
}

function ownerPlan(script: ScriptRecord, trigger: OwnedTrigger) {
  return {
    script,
    functionName: trigger.functionName,
    kind: "installable",
    mode: "FULL",
    effectiveUser: trigger.owner,
    triggerId: trigger.id,
    screen: "none",
  } as const;
}
