// Runs one launch from its first line to its last: fresh globals, the code of the script, the function, and at the end
// the writes that still wait. It knows nothing of the thread that it runs in.

import type { Launch, ScriptError, ScriptOutcome } from "../launch.ts";
import type { Exchange } from "../requests.ts";
import { zoneClock } from "../zone-clock.ts";
import { newCacheService } from "./cache-service.ts";
import { type Execution, ExecutionEnded, newExecution } from "./execution.ts";
import { newHtmlService } from "./html-service.ts";
import { argumentsOf } from "./launch-arguments.ts";
import { formulaResult, pageResult } from "./launch-result.ts";
import { newLockService } from "./lock-service.ts";
import { newMailApp } from "./mail-app.ts";
import { outsideServices } from "./outside-services.ts";
import { newPropertiesService } from "./properties-service.ts";
import { compiled, define, newRealm, type Realm } from "./realm.ts";
import { newScriptApp } from "./script-app.ts";
import { newScriptConsole } from "./script-console.ts";
import { newSession } from "./session.ts";
import { newCharts } from "./spreadsheet/chart-builder.ts";
import { newSpreadsheetApp, newWorkbook } from "./spreadsheet/spreadsheet-app.ts";
import type { Workbook } from "./spreadsheet/workbook.ts";
import { newUtilities } from "./utilities.ts";

export function runLaunch(launch: Launch, exchange: Exchange): ScriptOutcome {
  const clock = { now: launch.now };
  const realm = newRealm({ zone: zoneClock(launch.source.zone), now: () => clock.now, seed: launch.seed });
  const execution = newExecution({ launch, realm, clock }, exchange);
  const workbook = newWorkbook(execution);
  const logs: string[] = [];
  defineServices(realm, workbook, logs);
  try {
    compiled(launch.source.code, "Code.js").runInContext(realm.context);
    const value = call(realm, workbook);
    execution.flush();
    return { logs, ...resultOf(execution, value) };
  } catch (error) {
    return { logs, error: flushed(execution, errorOf(error)) };
  }
}

function defineServices(realm: Realm, workbook: Workbook, logs: string[]): void {
  const { execution } = workbook;
  const services = {
    SpreadsheetApp: newSpreadsheetApp(workbook),
    HtmlService: newHtmlService(execution),
    LockService: newLockService(execution),
    PropertiesService: newPropertiesService(execution),
    CacheService: newCacheService(execution),
    MailApp: newMailApp(execution),
    ScriptApp: newScriptApp(execution),
    Session: newSession(execution),
    Utilities: newUtilities(execution),
    console: newScriptConsole(logs),
    Charts: newCharts(),
    ...outsideServices(execution),
  };
  for (const [name, service] of Object.entries(services)) define(realm.context, name, service);
}

/** Through the context, so that promises which the function left behind are settled before the execution ends. */
function call(realm: Realm, workbook: Workbook): unknown {
  const { functionName } = workbook.execution.launch;
  const found: unknown = realm.context[functionName];
  if (typeof found !== "function")
    return workbook.execution.fail(`Script function not found: ${functionName}`);
  define(realm.context, CALL, () =>
    (found as (...args: readonly unknown[]) => unknown)(...argumentsOf(workbook)),
  );
  return compiled(`${CALL}()`, "call.js").runInContext(realm.context) as unknown;
}

const CALL = "__call";

function resultOf(execution: Execution, value: unknown): Partial<ScriptOutcome> {
  switch (execution.launch.kind) {
    case "custom function":
      return { cells: formulaResult(execution, value) };
    case "page":
    case "editor": {
      const resultJson = pageResult(execution, value);
      return resultJson === undefined ? {} : { resultJson };
    }
    default:
      return {};
  }
}

/** What was written before a script threw is written all the same (unverified, but so it looks in practice). */
function flushed(execution: Execution, error: ScriptError): ScriptError {
  if (execution.ended() !== undefined) return error;
  try {
    execution.flush();
    return error;
  } catch (second) {
    return { ...error, message: `${error.message}; then ${errorOf(second).message}` };
  }
}

function errorOf(error: unknown): ScriptError {
  if (error instanceof ExecutionEnded) return { name: "Exception", message: error.message, stack: "" };
  const { name, message, stack } = error as Partial<Error>;
  return { name: name ?? "Error", message: message ?? String(error), stack: stack ?? "" };
}
