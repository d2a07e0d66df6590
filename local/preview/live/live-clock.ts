// The clock of the preview: this machine's, and as far ahead of it as people moved it. What is due by the hour runs on the
// way to another time, each look after the one before is through. A week has more hours than anybody waits for, so that
// on a long way only some of them are looked at, the last of them at the end.

import { startForClock } from "../../apps-script/world/event-launches.ts";
import { takeDueTrigger } from "../../apps-script/world/triggers.ts";
import type { World } from "../../apps-script/world/world.ts";

const HOUR_MS = 3_600_000;
const MOST_LOOKS = 6;

export interface LiveClock {
  /** Brings the world's clock up to this moment. */
  readonly tick: () => void;
  /** Starts what is due by now; somebody has to call it now and then. */
  readonly startDue: () => void;
  /** Goes on to that moment; tells of each halt on the way. */
  readonly moveTo: (instantMs: number, halted: () => void) => Promise<void>;
  readonly isMoving: () => boolean;
}

export interface ClockPlan {
  /** Milliseconds since 1970, of this machine. */
  readonly machineMs: () => number;
  /** Resolves when no script runs. */
  readonly quiet: () => Promise<void>;
}

export function liveClock(world: World, { machineMs, quiet }: ClockPlan): LiveClock {
  let isMoving = false;
  let aheadMs = world.now - machineMs();
  const tick = () => {
    world.now = Math.max(world.now, machineMs() + aheadMs);
  };
  const startDue = () => {
    tick();
    for (
      let due = takeDueTrigger(world, world.now);
      due !== undefined;
      due = takeDueTrigger(world, world.now)
    )
      startForClock(world, due);
  };
  const goTo = (instantMs: number) => {
    aheadMs += Math.max(0, instantMs - world.now);
    world.now = Math.max(world.now, instantMs);
  };
  const moveTo = async (instantMs: number, halted: () => void) => {
    if (isMoving) return;
    isMoving = true;
    try {
      for (const stop of stopsBetween(world.now, instantMs)) {
        goTo(stop);
        halted();
        for (const due of dueBy(world)) {
          startForClock(world, due);
          await quiet();
        }
      }
    } finally {
      isMoving = false;
    }
  };
  return { tick, startDue, moveTo, isMoving: () => isMoving };
}

/** Where the clock halts on its way, the last one at its end. */
export function stopsBetween(fromMs: number, toMs: number): readonly number[] {
  if (toMs <= fromMs) return [];
  const hours = Math.max(1, Math.ceil((toMs - fromMs) / HOUR_MS));
  const count = Math.min(hours, MOST_LOOKS);
  return Array.from({ length: count }, (_, index) => fromMs + ((toMs - fromMs) * (index + 1)) / count);
}

/** Each trigger that is due, once, however many hours it missed. */
function dueBy(world: World) {
  const due = new Map<string, NonNullable<ReturnType<typeof takeDueTrigger>>>();
  for (
    let next = takeDueTrigger(world, world.now);
    next !== undefined;
    next = takeDueTrigger(world, world.now)
  )
    due.set(next.id, next);
  return [...due.values()];
}
