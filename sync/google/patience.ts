// How long to wait before a request is sent again, and when to give up. The waits double and are drawn anew each time
// (full jitter), so that many who were turned away at once do not all come back at once; what Google asks for by
// Retry-After is the least.

/** Google's own advice; its quotas fill up again each minute. */
export const LONGEST_WAIT_MS = 64_000;
const FIRST_WAIT_MS = 1000;

/** How long one request may be tried, waiting included. */
export const DEADLINE_MS = 300_000;
/** How long nobody may be there at all: a network that is down does not come back by waiting. */
export const UNREACHED_MS = 20_000;

/** The wait before the next attempt; `attempt` counts those before, from 0. */
export function waitMs(tried: {
  readonly attempt: number;
  /** What Retry-After asks for. */
  readonly askedMs?: number | undefined;
  /** A draw: at least 0, less than 1. */
  readonly random: number;
}): number {
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tried.attempt);
  return Math.max(Math.ceil(tried.random * most), tried.askedMs ?? 0);
}

/** What a Retry-After header asks for: seconds, or a date; `undefined` for anything else. */
export function retryAfterMs(text: string | null, nowMs: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const untilMs = Date.parse(text);
  return Number.isNaN(untilMs) ? undefined : Math.max(0, untilMs - nowMs);
}
