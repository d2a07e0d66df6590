// A small Google for this machine: spreadsheets that people edit, scripts that run in them, and one outbox. Tests and
// the preview open one, put people and scripts into it and watch. Nothing in it moves by itself: the clock goes on when
// a call takes time or somebody says so. What is imitated beyond Google's documents is said where it is done.

import { newSpreadsheet, type Spreadsheet } from "../grid/spreadsheet.ts";
import { type AccountKind, newAccount } from "./world/accounts.ts";
import { customFunctionsOf } from "./world/custom-functions.ts";
import { editorRun } from "./world/editor-run.ts";
import { startForClock, startForInstall } from "./world/event-launches.ts";
import { copyFile } from "./world/file-copy.ts";
import { type Person, personAt } from "./world/person.ts";
import { runHere } from "./world/run-here.ts";
import { hasFunction, newScriptRecord, type ScriptPlan } from "./world/script-record.ts";
import { storeKeyOf } from "./world/serve.ts";
import { mayEdit, newPersonState, type PersonState, type SpreadsheetFile } from "./world/spreadsheet-file.ts";
import { nextDue, takeDueTrigger } from "./world/triggers.ts";
import { accountOf, fileOf, newId, newWorld, scriptOf, type World } from "./world/world.ts";

/** Monday 2 November 2026, nine o'clock in UTC. */
const USUAL_START_MS = 1_793_610_000_000;

export interface SpreadsheetPlan {
  readonly name: string;
  readonly owner: string;
  readonly editors?: readonly string[];
  readonly zone?: string;
  readonly locale?: string;
  readonly tabs?: readonly string[];
  /** A grid that is there already; its name, zone and locale rule. */
  readonly state?: Spreadsheet;
  /** Of a spreadsheet that was here before. @default a new one */
  readonly id?: string;
}

export type Google = ReturnType<typeof openGoogle>;

export function openGoogle(options: { readonly now?: number; readonly seed?: number } = {}) {
  const { now = USUAL_START_MS, seed = 1 } = options;
  const world = newWorld({ now, seed, runner: runHere, customFunctionsOf });
  return {
    /** Everything that changes, for those who look deeper. */
    world,
    hooks: world.hooks,
    executions: world.executions,
    outbox: world.outbox,
    now: () => world.now,
    addAccount: (email: string, { kind = "consumer" }: { readonly kind?: AccountKind } = {}) => {
      world.accounts.set(email, newAccount(email, kind));
    },
    addSpreadsheet: (plan: SpreadsheetPlan) => addFile(world, plan).id,
    addScript: (plan: ScriptPlan) => addScript(world, plan),
    /** Installs an add-on for an account, as from the Marketplace; `inSpreadsheet` as from a sheet, where it is then enabled. */
    install: (script: string, email: string, wishes: InstallWishes = {}) =>
      install(world, { script, email }, wishes),
    /** Takes an add-on out of a spreadsheet: its triggers there stop, and stay. */
    disable: (script: string, spreadsheet: string) => {
      fileOf(world, spreadsheet).enabled.delete(script);
    },
    /** Caches may forget at any time. */
    forgetCaches: () => world.stores.caches.clear(),
    copySpreadsheet: (id: string, by: string) => copyFile(world, fileOf(world, id), by).id,
    spreadsheet: (id: string) => fileOf(world, id),
    person: (email: string, spreadsheet: string) => personOf(world, email, spreadsheet),
    /** Runs a function from the script editor; without a spreadsheet there is no container. */
    run: (
      script: string,
      functionName: string,
      place: { readonly as: string; readonly spreadsheet?: string },
    ) => editorRun(world, scriptOf(world, script), { functionName, ...place }),
    advance: (milliseconds: number) => advance(world, world.now + milliseconds),
    /** Moves the clock to the next clock trigger and fires it; `false` where there is none. */
    tick: () => tick(world),
    /** Somebody's execution holds the document lock; the result lets it go. */
    holdLock: (script: string, spreadsheet: string, milliseconds?: number) => {
      const key = storeKeyOf({ script, kind: "document", whose: spreadsheet });
      const until = milliseconds === undefined ? {} : { until: world.now + milliseconds };
      world.locks.set(key, { holder: "somebody", ...until });
      return () => {
        world.locks.delete(key);
      };
    },
    /** What went wrong: executions that ended with an error. */
    failures: () =>
      world.executions.filter((record) => record.status === "failed" || record.status === "timed out"),
    triggers: () => world.triggers,
  };
}

export interface InstallWishes {
  /** @default every scope of the manifest */
  readonly scopes?: readonly string[];
  readonly inSpreadsheet?: string;
}

function addFile(world: World, plan: SpreadsheetPlan): SpreadsheetFile {
  const { owner, editors = [], state: given, id = newId(world), ...grid } = plan;
  for (const email of [owner, ...editors]) accountOf(world, email);
  const state: Spreadsheet = given === undefined ? newSpreadsheet({ id, ...grid }) : { ...given, id };
  const file: SpreadsheetFile = { id, owner, editors, state, enabled: new Set(), people: new Map() };
  world.files.set(id, file);
  return file;
}

function addScript(world: World, plan: ScriptPlan): string {
  const { id = newId(world) } = plan;
  world.scripts.set(id, newScriptRecord(id, plan));
  return id;
}

function install(world: World, who: { script: string; email: string }, wishes: InstallWishes): void {
  const script = scriptOf(world, who.script);
  const { scopes = script.source.scopes, inSpreadsheet } = wishes;
  accountOf(world, who.email).grants.set(who.script, scopes);
  if (inSpreadsheet === undefined) return;
  const file = fileOf(world, inSpreadsheet);
  file.enabled.add(who.script);
  if (hasFunction(script, "onInstall")) startForInstall(world, script, personStateOf(world, who.email, file));
}

function personOf(world: World, email: string, spreadsheet: string): Person {
  return personAt(world, personStateOf(world, email, fileOf(world, spreadsheet)));
}

function personStateOf(world: World, email: string, file: SpreadsheetFile): PersonState {
  accountOf(world, email);
  if (!mayEdit(file, email)) throw new Error(`${email} is no editor of "${file.state.name}"`);
  const state = file.people.get(email) ?? newPersonState(email, file);
  file.people.set(email, state);
  return state;
}

function advance(world: World, until: number): void {
  for (let due = takeDueTrigger(world, until); due !== undefined; due = takeDueTrigger(world, until)) {
    world.now = Math.max(world.now, due.at);
    startForClock(world, due);
  }
  world.now = Math.max(world.now, until);
}

function tick(world: World): boolean {
  const due = nextDue(world);
  if (due !== undefined) advance(world, Math.max(due, world.now));
  return due !== undefined;
}
