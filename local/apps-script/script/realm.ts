// The bare engine in which a script runs: JavaScript and nothing else. No Node, no browser, no timers, no URL, no
// structuredClone, no eval. What the services hand over must be of that engine too, or `instanceof` and the checks
// of libraries would fail in the script as they do not at Google: so arrays, dates and errors are made here.

import { type Context, createContext, runInContext, Script } from "node:vm";
import { seededRandom } from "../seeded-random.ts";
import type { ZoneClock } from "../zone-clock.ts";
import { scriptDate } from "./script-date.ts";

export interface Realm {
  readonly context: Context;
  readonly date: (instantMs: number) => Date;
  readonly list: <T>(items: readonly T[]) => T[];
  /**
   * Made from others, cell by cell, without a copy in between: a history has a million cells. A row that is the same as
   * the one above it, as empty ones are, is made once and then copied.
   */
  readonly rows: <From, To>(rows: readonly (readonly From[])[], convert: (cell: From) => To) => To[][];
  readonly parseJson: (json: string) => unknown;
  /** The error that Google throws: an `Error` whose name is "Exception". */
  readonly exception: (message: string) => Error;
}

interface Makers {
  readonly date: (instantMs: number) => Date;
  readonly list: Realm["list"];
  readonly rows: Realm["rows"];
  readonly exception: (message: string) => Error;
  readonly parseJson: (json: string) => unknown;
  readonly Date: DateConstructor;
  readonly Math: Math;
}

const MAKERS = new Script(
  `({
    date: (ms) => new Date(ms),
    list: (items) => Array.prototype.slice.call(items),
    rows: (rows, convert) => {
      const all = [];
      let last, made;
      for (const row of rows) {
        if (row === last) made = [...made];
        else {
          last = row;
          made = [];
          for (const cell of row) made.push(convert(cell));
        }
        all.push(made);
      }
      return all;
    },
    exception: (message) => Object.defineProperty(new Error(message), "name", { value: "Exception", configurable: true }),
    parseJson: (json) => JSON.parse(json),
    Date,
    Math,
  })`,
);

export interface RealmSetting {
  readonly zone: ZoneClock;
  readonly now: () => number;
  readonly seed: number;
}

export function newRealm(setting: RealmSetting): Realm {
  const context = createContext(
    {},
    { codeGeneration: { strings: false, wasm: false }, microtaskMode: "afterEvaluate" },
  );
  const makers = MAKERS.runInContext(context) as Makers;
  const date = scriptDate(makers.Date, setting);
  define(context, "Date", date);
  makers.Math.random = seededRandom(setting.seed);
  // What Node and V8 add to a context beyond the language.
  for (const name of ["console", "WebAssembly", "SharedArrayBuffer", "Atomics"])
    runInContext(`delete globalThis.${name}`, context);
  return {
    context,
    date: (instantMs) => new date(instantMs),
    list: makers.list,
    rows: makers.rows,
    parseJson: makers.parseJson,
    exception: makers.exception,
  };
}

export function define(context: Context, name: string, value: unknown): void {
  Object.defineProperty(context, name, { value, configurable: true, enumerable: false, writable: true });
}

/** Reads the code once; the same text is not read again in this thread. */
export function compiled(code: string, fileName: string): Script {
  const kept = scripts.get(code);
  if (kept !== undefined) return kept;
  const script = new Script(code, { filename: fileName });
  scripts.set(code, script);
  return script;
}

const scripts = new Map<string, Script>();
