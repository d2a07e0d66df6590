// How much virtual time a call takes. Nothing may depend on the numbers; they are there so that slow scripts run into
// Google's limits here too. Properties, caches and flushes after public measurements (ziritione.org; a flush of 4,000
// cells 610 ms, stackoverflow.com/questions/29263774), the rest guessed: unverified.

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

export function costOf(request: ServiceRequest): number {
  if (request.ask === "sleep") return 0;
  if (request.ask !== "grid") return CALL_MS[request.ask];
  const cells = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const read = request.reads.length === 0 ? 0 : READ_MS + cells(request.reads.map(readCells)) * READ_CELL_MS;
  const write =
    request.writes.length === 0 ? 0 : FLUSH_MS + cells(request.writes.map(writtenCells)) * WRITE_CELL_MS;
  return read + write;
}
