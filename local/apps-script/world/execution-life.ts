// The beginning and the end of an execution: what it is launched with, and what is left when it is over.

import { createHash } from "node:crypto";
import { spreadsheetSummary } from "../../grid/script/summaries.ts";
import type { Launch, ScriptOutcome, Selection } from "../launch.ts";
import { wholeBelow } from "../seeded-random.ts";
import { leftToday, useUp } from "./accounts.ts";
import { type ExecutionRecord, hasEnded } from "./execution-record.ts";
import { abandonLocks, releaseLocks } from "./locks.ts";
import type { PersonState } from "./spreadsheet-file.ts";
import { accountOf, fileOf, type World } from "./world.ts";

/** From here on it runs, on the spreadsheet as it is now. */
export function launchOf(world: World, record: ExecutionRecord): Launch {
  const { plan } = record;
  const book =
    plan.spreadsheet === undefined ? undefined : spreadsheetSummary(fileOf(world, plan.spreadsheet).state);
  const launch: Launch = {
    id: record.id,
    source: plan.script.source,
    functionName: plan.functionName,
    kind: plan.kind,
    mode: plan.mode,
    arguments: plan.arguments,
    effectiveUser: plan.effectiveUser,
    activeUser: plan.activeUser,
    userKey: opaqueKey(plan.person?.email ?? plan.effectiveUser),
    now: world.now,
    seed: wholeBelow(world.random, 4_294_967_296),
    ...(plan.triggerId === undefined ? {} : { triggerId: plan.triggerId }),
    ...(book === undefined ? {} : { book }),
    ...(plan.screen === "open" && plan.person !== undefined ? { selection: selectionOf(plan.person) } : {}),
  };
  record.launch = launch;
  record.status = "running";
  return launch;
}

/** Google's key of a user says nothing of who it is. */
function opaqueKey(email: string): string {
  return createHash("sha256").update(email).digest("base64");
}

/** What the person has marked; where that tab is gone, the first one in sight. */
function selectionOf({ selection, file }: PersonState): Selection {
  const { tabs } = file.state;
  if (tabs.some((tab) => tab.id === selection.tab)) return selection;
  return { tab: tabs.find((tab) => !tab.isHidden)?.id ?? selection.tab };
}

/** Triggers of a user may run for so long a day; beyond it they do not start (guides/services/quotas). */
export function refusal(world: World, record: ExecutionRecord): ScriptOutcome | undefined {
  if (!isTriggered(record)) return undefined;
  if (leftToday(accountOf(world, record.as), "trigger milliseconds", world.now) > 0) return undefined;
  return {
    logs: [],
    error: { name: "Exception", message: "Service using too much computer time for one day", stack: "" },
  };
}

/** The script came to its end by itself. */
export function finish(world: World, record: ExecutionRecord, outcome: ScriptOutcome): void {
  record.logs = outcome.logs;
  if (outcome.error !== undefined) record.error = outcome.error;
  if (outcome.resultJson !== undefined) {
    record.resultJson = outcome.resultJson;
    record.result = JSON.parse(outcome.resultJson);
  }
  if (!hasEnded(record)) record.status = outcome.error === undefined ? "done" : "failed";
  releaseLocks(world, record);
  end(world, record);
}

/** Somebody else brought it to its end: nothing is cleaned up. */
export function cutShort(world: World, record: ExecutionRecord, status: "killed" | "timed out"): void {
  record.status = status;
  abandonLocks(world, record);
}

/** What waited for the end goes on. */
export function end(world: World, record: ExecutionRecord): void {
  if (isTriggered(record)) {
    useUp(accountOf(world, record.as), "trigger milliseconds", {
      amount: record.milliseconds,
      now: world.now,
    });
  }
  for (const next of record.whenEnded.splice(0)) next();
}

function isTriggered(record: ExecutionRecord): boolean {
  return record.kind === "simple" || record.kind === "installable";
}
