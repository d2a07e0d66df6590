// Locks of LockService. They keep executions of one script apart, on one document, of one user or everywhere; people and
// other scripts never notice. "Locks are automatically released when the script terminates" (reference of Lock): a
// killed execution may be noticed late, so its locks can linger (how long is unverified; `lockLingers` says).

import type { ExecutionRecord } from "./execution-record.ts";
import type { World } from "./world.ts";

export interface HeldLock {
  /** An execution, or somebody that a test made up. */
  readonly holder: number | "somebody";
  /** When it ends by itself. */
  readonly until?: number;
}

export function isLocked(world: World, key: string): boolean {
  const held = world.locks.get(key);
  return held !== undefined && (held.until === undefined || held.until > world.now);
}

/** Whether it is the execution's now. */
export function takeLock(world: World, record: ExecutionRecord, key: string): boolean {
  if (world.locks.get(key)?.holder === record.id) return true;
  if (isLocked(world, key)) return false;
  world.locks.set(key, { holder: record.id });
  record.locks.set(key, record.milliseconds);
  return true;
}

export function releaseLock(world: World, record: ExecutionRecord, key: string): void {
  noteHeld(record, key);
  if (world.locks.get(key)?.holder === record.id) world.locks.delete(key);
}

/** At the end of an execution, and while it waits for a person (reference of Ui.alert). */
export function releaseLocks(world: World, record: ExecutionRecord): void {
  for (const key of [...record.locks.keys()]) releaseLock(world, record, key);
}

/** When an execution was killed. */
export function abandonLocks(world: World, record: ExecutionRecord): void {
  for (const key of [...record.locks.keys()]) {
    noteHeld(record, key);
    world.locks.set(key, { holder: "somebody", until: world.now + world.lockLingers });
  }
}

function noteHeld(record: ExecutionRecord, key: string): void {
  const since = record.locks.get(key);
  if (since === undefined) return;
  record.locks.delete(key);
  record.counts.lockMilliseconds = Math.max(record.counts.lockMilliseconds, record.milliseconds - since);
}
