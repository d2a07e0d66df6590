// Faults by chance, for trying out what talks to Google: slow answers, refusals and connections that end. Which call meets
// which fault is drawn from the seed, so that the same calls meet the same faults again.

import { seededRandom } from "../../../shared/statistics/seeded-random.ts";
import type { ApiClock } from "./clock.ts";
import { type Gate, type GateVerdict, SERVE } from "./gate.ts";

export interface Faults {
  /** How many of all calls meet a fault, from 0 to 1. */
  readonly share: number;
  /** The longest that a call waits before it is served. */
  readonly slowestMs: number;
  readonly seed: number;
}

const KINDS: readonly GateVerdict[] = [
  { do: "refuse", code: 429 },
  { do: "refuse", code: 429, retryAfterSeconds: 2 },
  { do: "refuse", code: 500 },
  { do: "refuse", code: 503 },
  { do: "cut", when: "before the effect" },
  { do: "cut", when: "after the effect" },
];

export function faultsGate({ share, slowestMs, seed }: Faults, clock: ApiClock): Gate {
  const random = seededRandom(seed).uniform;
  return async () => {
    // Drawn at once: calls that wait must not mix up each other's draws.
    const [waitMs, verdict] = [Math.floor(random() * slowestMs), drawn(share, random)];
    if (waitMs > 0) await clock.wait(waitMs);
    return verdict;
  };
}

function drawn(share: number, random: () => number): GateVerdict {
  const [isFault, kind] = [random() < share, Math.floor(random() * KINDS.length)];
  return isFault ? (KINDS[kind] ?? SERVE) : SERVE;
}
