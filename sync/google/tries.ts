// How long one request has been tried, and whether it may be tried again.

import { showProgress } from "../progress.ts";
import type { Clock } from "./clock.ts";
import type { Failure } from "./outcome.ts";
import { DEADLINE_MS, UNREACHED_MS, waitMs } from "./patience.ts";

/** Waits below this are not worth a word. */
const LONG_WAIT_MS = 3000;

export class Tries {
  readonly #clock: Clock;
  readonly #startMs: number;
  #attempt = 0;
  #wasReached = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startMs = clock.nowMs();
  }

  /** Waits until it may be tried again; `false`, at once, when that would take too long. */
  async waited(failure: Exclude<Failure, { readonly became: "refused" }>): Promise<boolean> {
    this.#wasReached ||= failure.became !== "not sent";
    const askedMs = failure.became === "not sent" ? undefined : failure.askedMs;
    const ms = waitMs({ attempt: this.#attempt, askedMs, random: this.#clock.random() });
    const endMs = this.#startMs + (this.#wasReached ? DEADLINE_MS : UNREACHED_MS);
    if (this.#clock.nowMs() + ms > endMs) return false;
    this.#attempt += 1;
    if (ms > LONG_WAIT_MS) showProgress(`Google asks to wait; trying again in ${Math.round(ms / 1000)} s`);
    await this.#clock.wait(ms);
    return true;
  }
}
