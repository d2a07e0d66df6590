// The world in which scripts run: accounts, spreadsheets, scripts, triggers, locks, stores, mail, and one clock that
// moves only when a call takes time or a test says so. It is the one thing here that changes in place.

import type { CustomFunctions } from "../../grid/custom-call.ts";
import type { GridEvent } from "../../grid/protocol.ts";
import type { ServiceRequest } from "../requests.ts";
import { type Random, seededRandom, seededUuid } from "../seeded-random.ts";
import type { Account } from "./accounts.ts";
import type { ExecutionPlan, ExecutionRecord } from "./execution-record.ts";
import type { GridStep } from "./grid-step.ts";
import type { HeldLock } from "./locks.ts";
import type { SentMail } from "./mail.ts";
import type { ScriptRecord } from "./script-record.ts";
import type { SpreadsheetFile } from "./spreadsheet-file.ts";
import { newStores, type Stores } from "./stores.ts";
import type { OwnedTrigger } from "./triggers.ts";

/** Where something may come in between: before the nth call of an execution is served. */
export interface InterferencePoint {
  readonly execution: ExecutionRecord;
  readonly number: number;
  readonly request: ServiceRequest;
}

/** `applied`: how many of the waiting writes still reach the spreadsheet. */
export type Interference =
  | { readonly what: "kill"; readonly applied: number }
  | { readonly what: "fail"; readonly applied: number };

export interface Hooks {
  /** Asked before each call of each execution in this thread; it may act as a person too. */
  interfere?: (point: InterferencePoint) => Interference | undefined;
  /** Whether an event never reaches a trigger. */
  drops?: (event: GridEvent) => boolean;
  /** Told of everything that touches a spreadsheet, in its order. */
  observe?: (step: GridStep) => void;
}

/** Takes a waiting execution to its end: at once in this thread, or when the scheduler says. */
export type Runner = (world: World, record: ExecutionRecord) => void;

/** One execution at a time for each function and person, and two events behind it. */
export interface EventQueue {
  readonly waiting: ExecutionPlan[];
}

export interface World {
  now: number;
  /** How long locks of a killed execution stay, in milliseconds. */
  lockLingers: number;
  /**
   * Whether `getUserTriggers(spreadsheet)` lists the clock triggers that an add-on made in that spreadsheet. Its reference
   * speaks of triggers "in the given spreadsheet", and a clock trigger has no source; so both readings can be tried.
   */
  clockTriggers: "with their spreadsheet" | "apart";
  readonly random: Random;
  readonly accounts: Map<string, Account>;
  readonly files: Map<string, SpreadsheetFile>;
  readonly scripts: Map<string, ScriptRecord>;
  readonly triggers: OwnedTrigger[];
  readonly locks: Map<string, HeldLock>;
  readonly stores: Stores;
  readonly outbox: SentMail[];
  readonly executions: ExecutionRecord[];
  readonly queues: Map<string, EventQueue>;
  readonly hooks: Hooks;
  /** Events that no trigger saw, because the queue was full or a test dropped them. */
  droppedEvents: number;
  runner: Runner;
  /** What formulas of a spreadsheet call. */
  readonly customFunctions: (file: SpreadsheetFile) => CustomFunctions;
}

export interface WorldSetting {
  readonly now: number;
  readonly seed: number;
  readonly runner: Runner;
  readonly customFunctionsOf: (world: World, file: SpreadsheetFile) => CustomFunctions;
}

export function newWorld(setting: WorldSetting): World {
  const world: World = {
    now: setting.now,
    lockLingers: 0,
    clockTriggers: "with their spreadsheet",
    random: seededRandom(setting.seed),
    accounts: new Map(),
    files: new Map(),
    scripts: new Map(),
    triggers: [],
    locks: new Map(),
    stores: newStores(),
    outbox: [],
    executions: [],
    queues: new Map(),
    hooks: {},
    droppedEvents: 0,
    runner: setting.runner,
    customFunctions: (file) => setting.customFunctionsOf(world, file),
  };
  return world;
}

/** An id as Google's look. */
export function newId(world: World): string {
  return `1${seededUuid(world.random)}${seededUuid(world.random)}`.replaceAll("-", "").slice(0, 44);
}

/** @throws {Error} where a test names what it did not make */
export function accountOf(world: World, email: string): Account {
  return found(world.accounts.get(email), "account", email);
}

export function fileOf(world: World, id: string): SpreadsheetFile {
  return found(world.files.get(id), "spreadsheet", id);
}

export function scriptOf(world: World, id: string): ScriptRecord {
  return found(world.scripts.get(id), "script", id);
}

function found<T>(value: T | undefined, what: string, name: string): T {
  if (value === undefined) throw new Error(`there is no ${what} "${name}"`);
  return value;
}
