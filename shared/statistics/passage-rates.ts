// The rates that stand beside each other for one conversion: so far, of those decided, within a time, and in the
// long run. A rate whose denominator is 0 is absent: never 0 and never NaN.

import { cumulativeIncidence } from "./aalen-johansen.ts";
import type { Passages } from "./first-passages.ts";
import { wilson } from "./wilson.ts";

export interface WithinRate {
  readonly days: number;
  /** Records that entered at least `days` ago. */
  readonly mature: number;
  /** Of the mature ones, those that converted within `days`. */
  readonly converted: number;
  readonly rate?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface PassageRates {
  /** converted + dropped + pending. */
  readonly entered: number;
  readonly converted: number;
  readonly dropped: number;
  readonly pending: number;
  /** converted ÷ entered, so far, with its Wilson 95 % interval. */
  readonly rate?: number;
  readonly low?: number;
  readonly high?: number;
  /** converted ÷ (converted + dropped). */
  readonly decided?: number;
  /** Cumulative incidence at the end of the observed time, with its 95 % interval; absent while none is decided. */
  readonly longRun?: number;
  readonly longRunLow?: number;
  readonly longRunHigh?: number;
  readonly within: WithinRate;
}

/**
 * All rates of one conversion; `withinDays` is what the passages were gathered with.
 *
 * @example
 * passageRates(fixtures.oneOfTwo, 90).rate //=> 0.5
 */
export function passageRates(passages: Passages, withinDays: number): PassageRates {
  const converted = passages.converted.length;
  const dropped = passages.dropped.length;
  const pending = passages.pending.length;
  const entered = converted + dropped + pending;
  return {
    entered,
    converted,
    dropped,
    pending,
    ...shareOf(converted, entered),
    ...(converted + dropped === 0 ? {} : { decided: converted / (converted + dropped) }),
    ...longRunOf(passages),
    within: {
      days: withinDays,
      mature: passages.mature,
      converted: passages.matureConverted,
      ...shareOf(passages.matureConverted, passages.mature),
    },
  };
}

function shareOf(k: number, n: number): { rate?: number; low?: number; high?: number } {
  const interval = wilson(k, n);
  return interval === undefined ? {} : { rate: k / n, ...interval };
}

function longRunOf({ converted, dropped, pending }: Passages) {
  if (converted.length + dropped.length === 0) return {};
  const incidence = cumulativeIncidence({ event: converted, competing: dropped, censored: pending });
  if (incidence === undefined) return {};
  const { final, interval } = incidence;
  return interval === undefined
    ? { longRun: final }
    : { longRun: final, longRunLow: interval.low, longRunHigh: interval.high };
}
