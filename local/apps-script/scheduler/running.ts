// The executions of a run that are alive: each in its thread, standing at the call that it wants served. They go on
// only by the steps of this file, one at a time, so that a run is the same whenever its choices are.

import type { Reply, ServiceRequest } from "../requests.ts";
import { end, finish, launchOf, refusal } from "../world/execution-life.ts";
import type { ExecutionRecord } from "../world/execution-record.ts";
import { failRequest, killAt, reply } from "../world/request-life.ts";
import { isKeptOut, longestWait } from "../world/serve.ts";
import type { World } from "../world/world.ts";
import type { ThreadEvent } from "./thread-messages.ts";
import type { ExecutionThread, ThreadPool } from "./thread-pool.ts";

/** An execution at a call. */
export interface Standing {
  readonly record: ExecutionRecord;
  readonly thread: ExecutionThread;
  readonly request: ServiceRequest;
  readonly since: number;
}

export interface Running {
  readonly alive: Map<number, Standing>;
  readonly start: (record: ExecutionRecord) => Promise<void>;
  readonly serve: (standing: Standing) => Promise<void>;
  readonly fail: (standing: Standing, applied: number) => Promise<void>;
  readonly kill: (standing: Standing, applied: number) => void;
}

export function newRunning(world: World, threads: ThreadPool): Running {
  const alive = new Map<number, Standing>();

  const goOn = (record: ExecutionRecord, thread: ExecutionThread, event: ThreadEvent): void => {
    if (event.kind === "ended") {
      alive.delete(record.id);
      threads.giveBack(thread);
      finish(world, record, event.outcome);
      return;
    }
    record.calls += 1;
    alive.set(record.id, { record, thread, request: event.request, since: world.now });
  };
  const answer = async ({ record, thread }: Standing, given: Reply): Promise<void> => {
    goOn(record, thread, await thread.reply(given));
  };
  return {
    alive,
    start: async (record) => {
      const refused = refusal(world, record);
      if (refused !== undefined) {
        finish(world, record, refused);
        return;
      }
      const launch = launchOf(world, record);
      const thread = threads.take();
      goOn(record, thread, await thread.start(launch));
    },
    serve: (standing) => answer(standing, servedReply(world, standing)),
    fail: (standing, applied) => {
      const { record, request } = standing;
      return answer(standing, failRequest(world, record, { request, applied }));
    },
    kill: ({ record, thread, request }, applied) => {
      alive.delete(record.id);
      killAt(world, record, { request, applied });
      thread.kill();
      threads.giveBack(thread);
      end(world, record);
    },
  };
}

/** Whether its call can be served now: what it waits for is there, or will not come any more. */
export function isReady(world: World, standing: Standing): boolean {
  if (world.now >= waitEnd(standing)) return true;
  return standing.request.ask === "tryLock" && !isKeptOut(world, standing.record, standing.request);
}

/** When it waits no longer. */
export function waitEnd({ request, since }: Standing): number {
  return since + (longestWait(request) ?? 0);
}

function servedReply(world: World, { record, request, since }: Standing): Reply {
  // Whoever moves the clock on by an hour lets nobody wait longer than they asked for.
  record.milliseconds += Math.min(world.now - since, longestWait(request) ?? 0);
  return reply(world, record, request, isKeptOut(world, record, request) ? "too late" : "served");
}
