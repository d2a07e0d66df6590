// Serves one request of an execution: what it asks is done in the world, and the reply is plain data. What Google
// refuses comes back as the sentence that the script's call throws.

import { GridError } from "../../grid/grid-error.ts";
import { spreadsheetSummary } from "../../grid/script/summaries.ts";
import type { Ask, InstalledTrigger, Reply, ServiceAnswers, ServiceRequest, StoreKind } from "../requests.ts";
import { leftToday } from "./accounts.ts";
import type { ExecutionRecord } from "./execution-record.ts";
import { askGrid } from "./grid-calls.ts";
import { isLocked, releaseLock, releaseLocks, takeLock } from "./locks.ts";
import { MailError, sendMail } from "./mail.ts";
import { answerDialog, showMenu, showPage, showToast } from "./screen.ts";
import type { SpreadsheetFile } from "./spreadsheet-file.ts";
import { readCache, readProperties, StoreLimitError, writeCache, writeProperties } from "./stores.ts";
import { createTrigger, TriggerError } from "./triggers.ts";
import { accountOf, fileOf, type World } from "./world.ts";

export interface Asked<Request extends ServiceRequest = ServiceRequest> {
  readonly world: World;
  readonly record: ExecutionRecord;
  readonly request: Request;
}

type Handlers = {
  readonly [K in Ask]: (asked: Asked<Extract<ServiceRequest, { ask: K }>>) => ServiceAnswers[K];
};

const handlers: Handlers = {
  grid: ({ world, record, request }) =>
    askGrid(world, containerOf(world, record), { ...request, execution: record.id }),
  tryLock: ({ world, record, request }) => takeLock(world, record, storeKey(record, request.lock)),
  releaseLock: ({ world, record, request }) => {
    releaseLock(world, record, storeKey(record, request.lock));
    return null;
  },
  readProperties: ({ world, record, request }) =>
    readProperties(world.stores, storeKey(record, request.store)),
  writeProperties: ({ world, record, request }) => {
    writeProperties(world.stores, storeKey(record, request.store), request);
    return null;
  },
  readCache: ({ world, record, request }) =>
    readCache(world.stores, storeKey(record, request.store), { keys: request.keys, now: world.now }),
  writeCache: ({ world, record, request }) => {
    writeCache(world.stores, storeKey(record, request.store), { ...request, now: world.now });
    return null;
  },
  sendMail: ({ world, record, request }) => {
    world.outbox.push(sendMail(accountOf(world, record.as), request.mail, world.now));
    return null;
  },
  mailQuota: ({ world, record }) =>
    Math.max(0, leftToday(accountOf(world, record.as), "mail recipients", world.now)),
  triggers: ({ world, record }) => ownTriggers(world, record),
  createTrigger: ({ world, record, request }) =>
    createTrigger(world, { email: record.as, script: record.plan.script }, request.trigger),
  deleteTrigger: ({ world, record, request }) => {
    const own = ownTriggers(world, record).find(({ id }) => id === request.id);
    const index = world.triggers.findIndex((trigger) => trigger.id === own?.id);
    if (index < 0) throw new TriggerError("Trigger not found");
    world.triggers.splice(index, 1);
    return null;
  },
  missingScopes: ({ world, record }) => missingScopes(world, record),
  session: () => null,
  toast: ({ record, request }) => {
    showToast(record.plan.person, request);
    return null;
  },
  dialog: ({ world, record, request }) => {
    releaseLocks(world, record);
    return answerDialog(record.plan.person, request.dialog);
  },
  showMenu: ({ record, request }) => {
    showMenu(record.plan.person, { ...request, script: record.plan.script.source.id });
    return null;
  },
  showPage: ({ record, request }) => {
    showPage(record.plan.person, request.page);
    return null;
  },
  select: ({ record, request }) => {
    if (record.plan.person !== undefined) record.plan.person.selection = request.selection;
    return null;
  },
  sleep: () => null,
};

/** How long a request may wait for what it asks; `undefined` where there is nothing to wait for. */
export function longestWait(request: ServiceRequest): number | undefined {
  return request.ask === "sleep" || request.ask === "tryLock" ? request.milliseconds : undefined;
}

/** Whether a lock that is asked for is somebody else's now. */
export function isKeptOut(world: World, record: ExecutionRecord, request: ServiceRequest): boolean {
  if (request.ask !== "tryLock") return false;
  const key = storeKey(record, request.lock);
  return isLocked(world, key) && world.locks.get(key)?.holder !== record.id;
}

/** When the lock that is asked for ends by itself, if ever. */
export function lockEnd(world: World, record: ExecutionRecord, request: ServiceRequest): number {
  const held = request.ask === "tryLock" ? world.locks.get(storeKey(record, request.lock)) : undefined;
  return held?.until ?? Number.POSITIVE_INFINITY;
}

export function serve(world: World, record: ExecutionRecord, request: ServiceRequest): Reply {
  const answer = handlers[request.ask] as (asked: Asked) => unknown;
  try {
    return { kind: "answer", value: answer({ world, record, request }), ...after(world, record, request) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: "error", message: error.message, ...after(world, record, request) };
  }
}

/** The clock, and after a trip the tabs as they now are. */
export function after(
  world: World,
  record: ExecutionRecord,
  request: ServiceRequest,
): Pick<Reply & { kind: "answer" }, "now" | "book"> {
  if (request.ask !== "grid") return { now: world.now };
  return { now: world.now, book: spreadsheetSummary(containerOf(world, record).state) };
}

export function containerOf(world: World, record: ExecutionRecord): SpreadsheetFile {
  return fileOf(world, record.plan.spreadsheet ?? "");
}

/** Everything of a document, a user or a script is that script's own: no script sees the stores or locks of another. */
export function storeKey(record: ExecutionRecord, kind: StoreKind): string {
  const { script, spreadsheet = "" } = record.plan;
  const whose = { document: spreadsheet, user: record.as, script: "" }[kind];
  return storeKeyOf({ script: script.source.id, kind, whose });
}

export function storeKeyOf(owner: {
  readonly script: string;
  readonly kind: StoreKind;
  readonly whose: string;
}): string {
  return `${owner.script}|${owner.kind}|${owner.whose}`;
}

function isRefusal(error: unknown): error is Error {
  return (
    error instanceof GridError ||
    error instanceof MailError ||
    error instanceof StoreLimitError ||
    error instanceof TriggerError
  );
}

function ownTriggers(world: World, record: ExecutionRecord): readonly InstalledTrigger[] {
  const own = world.triggers.filter(
    (trigger) => trigger.owner === record.as && trigger.script === record.plan.script.source.id,
  );
  return own.map(({ spreadsheet, ...trigger }) => {
    const isApart = trigger.type === "CLOCK" && world.clockTriggers === "apart";
    return spreadsheet === undefined || isApart ? trigger : { ...trigger, spreadsheet };
  });
}

function missingScopes(world: World, record: ExecutionRecord): readonly string[] {
  const { source } = record.plan.script;
  const granted = accountOf(world, record.as).grants.get(source.id) ?? [];
  return source.scopes.filter((scope) => !granted.includes(scope));
}
