// Where a run has its time and its draws from: the one place where the command reads the clock and draws at random, so
// that whoever runs it otherwise hands in another.

import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";

export interface RunSource {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** At least 80 random bits, others each time. */
  readonly seed: () => string;
}

/** The clock and the chance of this machine. */
export const systemSource: RunSource = {
  nowMs: () => Date.now(),
  wait: (milliseconds) => setTimeout(milliseconds),
  seed: () => randomBytes(16).toString("hex"),
};
