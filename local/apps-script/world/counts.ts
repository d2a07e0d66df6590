// What an execution used, counted where the world serves it, so that one that is killed is counted too. A trip is a
// request to the spreadsheet: reads with the writes that they send first, or writes alone. Other services are counted
// beside it, by the call.

import type { ScriptRead, ScriptWrite } from "../../grid/protocol.ts";
import type { ServiceRequest } from "../requests.ts";

export interface Counts {
  trips: number;
  cellsRead: number;
  cellsWritten: number;
  readonly beside: Record<Beside, number>;
  /** The longest time for which a document lock was held, of the execution's own virtual time. */
  lockMilliseconds: number;
}

export type Beside = "lock" | "properties" | "cache" | "session" | "toast" | "mail" | "triggers" | "screen";

const SERVICES: Readonly<Record<Exclude<ServiceRequest["ask"], "grid" | "sleep">, Beside>> = {
  tryLock: "lock",
  releaseLock: "lock",
  readProperties: "properties",
  writeProperties: "properties",
  readCache: "cache",
  writeCache: "cache",
  session: "session",
  toast: "toast",
  sendMail: "mail",
  mailQuota: "mail",
  triggers: "triggers",
  createTrigger: "triggers",
  deleteTrigger: "triggers",
  missingScopes: "triggers",
  dialog: "screen",
  showMenu: "screen",
  showPage: "screen",
  select: "screen",
};

export function newCounts(): Counts {
  return {
    trips: 0,
    cellsRead: 0,
    cellsWritten: 0,
    beside: { lock: 0, properties: 0, cache: 0, session: 0, toast: 0, mail: 0, triggers: 0, screen: 0 },
    lockMilliseconds: 0,
  };
}

export function count(counts: Counts, request: ServiceRequest): void {
  if (request.ask === "sleep") return;
  if (request.ask !== "grid") {
    counts.beside[SERVICES[request.ask]] += 1;
    return;
  }
  counts.trips += 1;
  counts.cellsRead += sum(request.reads.map(readCells));
  counts.cellsWritten += sum(request.writes.map(writtenCells));
}

/** A search by text finds on Google's side; only what is asked cell by cell counts. */
export function readCells(read: ScriptRead): number {
  return read.ask === "cells" ? read.range.rows * read.range.columns : 0;
}

export function writtenCells(write: ScriptWrite): number {
  switch (write.do) {
    case "setValues":
    case "paint":
    case "clear":
      return write.range.rows * write.range.columns;
    case "appendRow":
      return write.values.length;
    default:
      return 0;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
