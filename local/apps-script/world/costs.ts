// How much virtual time a call takes. Nothing may depend on the numbers; they are there so that slow scripts run into
// Google's limits here too. Properties, caches and flushes after public measurements (ziritione.org; a flush of 4,000
// cells 610 ms, stackoverflow.com/questions/29263774), the rest guessed: unverified.

import type { ScriptWrite } from "../../grid/protocol.ts";
import type { ServiceRequest } from "../requests.ts";
import { readCells, writtenCells } from "./counts.ts";

const CALL_MS: Readonly<Record<Exclude<ServiceRequest["ask"], "grid" | "sleep">, number>> = {
  tryLock: 20,
  releaseLock: 10,
  readProperties: 30,
  writeProperties: 62,
  readCache: 3,
  writeCache: 93,
  session: 2,
  toast: 5,
  sendMail: 300,
  mailQuota: 50,
  triggers: 100,
  createTrigger: 500,
  deleteTrigger: 200,
  missingScopes: 50,
  dialog: 0,
  showMenu: 5,
  showPage: 50,
  select: 5,
};
const READ_MS = 40;
const READ_CELL_MS = 0.002;
const FLUSH_MS = 60;
const WRITE_CELL_MS = 0.13;
/** A look or a rule for a range, a tab or a mark is one order, whatever the size of the range. */
const ORDER_MS = 2;
/** A chart is drawn anew; nobody has told how long that takes. */
const CHART_MS = 100;
const CHART_WRITES: ReadonlySet<ScriptWrite["do"]> = new Set(["insertChart", "updateChart", "removeChart"]);

export function costOf(request: ServiceRequest): number {
  if (request.ask === "sleep") return 0;
  if (request.ask !== "grid") return CALL_MS[request.ask];
  const read = request.reads.length === 0 ? 0 : READ_MS + sum(request.reads.map(readCells)) * READ_CELL_MS;
  const write = request.writes.length === 0 ? 0 : FLUSH_MS + sum(request.writes.map(writeCost));
  return read + write;
}

function writeCost(write: ScriptWrite): number {
  const isValues = write.do === "setValues" || write.do === "appendRow";
  if (isValues) return writtenCells(write) * WRITE_CELL_MS;
  return CHART_WRITES.has(write.do) ? CHART_MS : ORDER_MS;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
