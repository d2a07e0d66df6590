// Starts executions, and keeps the queue of events. Google documents that onEdit "only queues up to 2 trigger events"
// (developers.google.com/apps-script/guides/triggers): while one runs, two wait and the rest is dropped. That each
// person has a queue of their own, and that installable triggers queue in the same way, is unverified.

import { type ExecutionPlan, type ExecutionRecord, newExecutionRecord } from "./execution-record.ts";
import type { World } from "./world.ts";

const QUEUE_LENGTH = 2;

export function start(world: World, plan: ExecutionPlan): ExecutionRecord {
  const record = newExecutionRecord(world.executions.length + 1, plan);
  world.executions.push(record);
  world.runner(world, record);
  return record;
}

export type EventFate = "heard" | "dropped";

/** Starts at once, or when those before it are through; where too many wait, the event is dropped. */
export function startQueued(world: World, key: string, plan: ExecutionPlan): EventFate {
  const queue = world.queues.get(key);
  if (queue === undefined) {
    world.queues.set(key, { waiting: [] });
    startNext(world, key, plan);
    return "heard";
  }
  if (queue.waiting.length >= QUEUE_LENGTH) {
    world.droppedEvents += 1;
    return "dropped";
  }
  queue.waiting.push(plan);
  return "heard";
}

function startNext(world: World, key: string, plan: ExecutionPlan): void {
  const record = newExecutionRecord(world.executions.length + 1, plan);
  world.executions.push(record);
  record.whenEnded.push(() => {
    const next = world.queues.get(key)?.waiting.shift();
    if (next === undefined) world.queues.delete(key);
    else startNext(world, key, next);
  });
  world.runner(world, record);
}
