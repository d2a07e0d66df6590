// What can become of a request: it is served and takes its time, it fails as Google's do, or its execution ends there.

import { GridError } from "../../grid/grid-error.ts";
import type { Reply, ServiceRequest } from "../requests.ts";
import { costOf } from "./costs.ts";
import { count } from "./counts.ts";
import { cutShort } from "./execution-life.ts";
import { type ExecutionRecord, limitMilliseconds } from "./execution-record.ts";
import { applyWrites } from "./grid-calls.ts";
import { after, containerOf, serve } from "./serve.ts";
import type { World } from "./world.ts";

export const TIMED_OUT = "Exceeded maximum execution time";

interface Struck {
  readonly request: ServiceRequest;
  /** How many of the waiting writes reach the spreadsheet all the same. */
  readonly applied: number;
}

export function reply(
  world: World,
  record: ExecutionRecord,
  request: ServiceRequest,
  wait: "served" | "too late" = "served",
): Reply {
  if (spend(world, record, request) === "too long") return { kind: "ended", message: TIMED_OUT };
  count(record.counts, request);
  if (wait === "too late") return { kind: "answer", value: false, now: world.now };
  return serve(world, record, request);
}

/** As if the machine that ran it went away. */
export function killAt(world: World, record: ExecutionRecord, { request, applied }: Struck): Reply {
  applyFirst(world, record, { request, applied });
  cutShort(world, record, "killed");
  return { kind: "ended", message: "killed" };
}

/** The call throws; whether what it sent arrived, the script cannot know (how much may arrive is unverified). */
export function failRequest(world: World, record: ExecutionRecord, struck: Struck): Reply {
  const { request } = struck;
  if (spend(world, record, request) === "too long") return { kind: "ended", message: TIMED_OUT };
  count(record.counts, request);
  record.faults += 1;
  applyFirst(world, record, struck);
  return { kind: "error", message: failureOf(record, request), ...after(world, record, request) };
}

function failureOf(record: ExecutionRecord, request: ServiceRequest): string {
  if (request.ask !== "grid") return "Service error: try again later";
  return `Service Spreadsheets timed out while accessing document with id ${record.plan.spreadsheet ?? ""}.`;
}

function spend(world: World, record: ExecutionRecord, request: ServiceRequest): "in time" | "too long" {
  const cost = costOf(request);
  // Formulas are worked out beside everything else.
  if (record.kind !== "custom function") world.now += cost;
  record.milliseconds += cost;
  if (record.milliseconds <= limitMilliseconds(record.kind)) return "in time";
  cutShort(world, record, "timed out");
  return "too long";
}

function applyFirst(world: World, record: ExecutionRecord, { request, applied }: Struck): void {
  if (request.ask !== "grid") return;
  try {
    const writes = request.writes.slice(0, applied);
    applyWrites(world, containerOf(world, record), { execution: record.id, writes });
  } catch (error) {
    // The script that wrote it is not there to hear of it.
    if (!(error instanceof GridError)) throw error;
  }
}
