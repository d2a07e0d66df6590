// So many reads and so many writes a minute for each user, counted by the clock; with each minute they are there anew. A
// batch is one call, whatever is in it; calls of Drive have a quota of their own, far larger, and are not counted.
// [developers.google.com/workspace/sheets/api/limits]

import type { ApiClock } from "./clock.ts";
import { type Gate, SERVE } from "./gate.ts";

export interface Quota {
  /** For each user. Google gives 60. */
  readonly readsPerMinute: number;
  readonly writesPerMinute: number;
}

export const googlesQuota: Quota = { readsPerMinute: 60, writesPerMinute: 60 };

const MINUTE_MS = 60_000;

/** Refuses what is beyond the quota; what is refused does not count. */
export function quotaGate(quota: Quota, clock: ApiClock): Gate {
  const used = new Map<string, { minute: number; calls: number }>();
  return (call) => {
    if (call.path.startsWith("/drive/")) return SERVE;
    const minute = Math.floor(clock.nowMs() / MINUTE_MS);
    const key = `${call.kind} ${call.who}`;
    const before = used.get(key);
    const calls = before?.minute === minute ? before.calls : 0;
    const most = call.kind === "read" ? quota.readsPerMinute : quota.writesPerMinute;
    if (calls >= most) return { do: "refuse", code: 429 };
    used.set(key, { minute, calls: calls + 1 });
    return SERVE;
  };
}
