// Runs an execution in this thread, from its first line to its last. Before each of its calls a test may come in
// between: act as a person, kill it, or let the call fail. Other executions that begin then run inside this one's wait.
// A killed one may still run code of its own, but reaches nothing any more; in a thread of its own it is gone.

import type { ScriptOutcome } from "../launch.ts";
import type { Reply, ServiceRequest } from "../requests.ts";
import { runLaunch } from "../script/run-launch.ts";
import { finish, launchOf, refusal } from "./execution-life.ts";
import { type ExecutionRecord, hasEnded } from "./execution-record.ts";
import { failRequest, killAt, reply, TIMED_OUT } from "./request-life.ts";
import { isKeptOut, lockEnd, longestWait } from "./serve.ts";
import type { World } from "./world.ts";

/** The runner of a world without a scheduler. */
export function runHere(world: World, record: ExecutionRecord): void {
  runInThisThread(world, record);
}

export function runInThisThread(world: World, record: ExecutionRecord): ScriptOutcome {
  const outcome =
    refusal(world, record) ??
    runLaunch(launchOf(world, record), (request) => exchange(world, record, request));
  finish(world, record, outcome);
  return outcome;
}

function exchange(world: World, record: ExecutionRecord, request: ServiceRequest): Reply {
  if (hasEnded(record))
    return { kind: "ended", message: record.status === "timed out" ? TIMED_OUT : "killed" };
  record.calls += 1;
  const interference = world.hooks.interfere?.({ execution: record, number: record.calls, request });
  if (interference?.what === "kill") return killAt(world, record, { request, applied: interference.applied });
  if (interference?.what === "fail")
    return failRequest(world, record, { request, applied: interference.applied });
  return reply(world, record, request, passTime(world, record, request));
}

/** Nobody else can move while this thread waits: so what waits, waits to the end of its time or of the lock's. */
function passTime(world: World, record: ExecutionRecord, request: ServiceRequest): "served" | "too late" {
  const wait = longestWait(request);
  if (wait === undefined || (request.ask === "tryLock" && !isKeptOut(world, record, request)))
    return "served";
  const until = Math.min(world.now + wait, lockEnd(world, record, request));
  record.milliseconds += until - world.now;
  world.now = until;
  return isKeptOut(world, record, request) ? "too late" : "served";
}
