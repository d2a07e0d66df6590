// The share that will have come to an event in the long run, when others come to something else instead (a
// competing end) and others still have not decided (censored). "Won so far ÷ all" counts the young as failures;
// "won ÷ decided" leans to whatever is decided faster; this estimate does neither.

import { type Interval, Z_95 } from "./wilson.ts";

/** Lengths from the start in one unit, each sorted upwards. */
export interface Fates {
  readonly event: Float64Array;
  readonly competing: Float64Array;
  /** Still undecided at these lengths. */
  readonly censored: Float64Array;
}

export interface Incidence {
  /** Cumulative incidence of the event at the end of the observed time. */
  readonly final: number;
  /** Its Aalen-type variance. */
  readonly variance: number;
  /** 95 % interval on the complementary log-log scale; absent where `final` is 0 or 1, which have none. */
  readonly interval?: Interval;
  /** The time at which the incidence is half of its final value; absent when no event was seen. */
  readonly halfTime?: number;
}

// At each time of an event or a competing end.
interface Curve {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly competing: Float64Array;
  /** Undecided just before. */
  readonly survivalBefore: Float64Array;
  readonly incidence: Float64Array;
  readonly length: number;
}

/**
 * The cumulative incidence of the event; `undefined` of nobody. What is censored at a time was still at risk
 * at that time.
 *
 * Source: Aalen & Johansen (1978); variance: Aalen (1978), "Nonparametric Estimation of Partial Transition
 * Probabilities in Multiple Decrement Models", as in Allignol, Schumacher and Beyersmann (2010).
 *
 * @example
 * const fates = { event: Float64Array.of(1), competing: Float64Array.of(2), censored: Float64Array.of() };
 * cumulativeIncidence(fates)?.final //=> 0.5
 */
export function cumulativeIncidence(fates: Fates): Incidence | undefined {
  if (fates.event.length + fates.competing.length + fates.censored.length === 0) return undefined;
  const curve = curveOf(fates);
  const final = curve.length === 0 ? 0 : (curve.incidence[curve.length - 1] ?? 0);
  const variance = varianceOf(curve, final);
  const interval = logLogInterval(final, variance);
  const halfTime = timeOf(curve, final / 2);
  return {
    final,
    variance,
    ...(interval === undefined ? {} : { interval }),
    ...(halfTime === undefined ? {} : { halfTime }),
  };
}

function curveOf({ event, competing, censored }: Fates): Curve {
  const size = event.length + competing.length;
  const curve = emptyCurve(size);
  let survival = 1;
  let incidence = 0;
  let [events, others, gone, length] = [0, 0, 0, 0];
  while (events + others < size) {
    const time = Math.min(event[events] ?? Infinity, competing[others] ?? Infinity);
    const [firstEvent, firstOther] = [events, others];
    while (event[events] === time) events++;
    while (competing[others] === time) others++;
    while ((censored[gone] ?? Infinity) < time) gone++;
    const atRisk = size - firstEvent - firstOther + censored.length - gone;
    curve.time[length] = time;
    curve.atRisk[length] = atRisk;
    curve.events[length] = events - firstEvent;
    curve.competing[length] = others - firstOther;
    curve.survivalBefore[length] = survival;
    incidence += (survival * (events - firstEvent)) / atRisk;
    curve.incidence[length] = incidence;
    survival *= 1 - (events - firstEvent + others - firstOther) / atRisk;
    length++;
  }
  return { ...curve, length };
}

function emptyCurve(size: number): Omit<Curve, "length"> {
  return {
    time: new Float64Array(size),
    atRisk: new Float64Array(size),
    events: new Float64Array(size),
    competing: new Float64Array(size),
    survivalBefore: new Float64Array(size),
    incidence: new Float64Array(size),
  };
}

// An event at t adds its own share and takes away from what comes after; a competing end only takes away.
function varianceOf(curve: Curve, final: number): number {
  let variance = 0;
  for (let at = 0; at < curve.length; at++) {
    const later = final - (curve.incidence[at] ?? 0);
    const gain = (curve.survivalBefore[at] ?? 0) - later;
    const squares = gain * gain * (curve.events[at] ?? 0) + later * later * (curve.competing[at] ?? 0);
    variance += squares / (curve.atRisk[at] ?? 1) ** 2;
  }
  return variance;
}

function logLogInterval(final: number, variance: number): Interval | undefined {
  if (final <= 0 || final >= 1) return undefined;
  const width = (Z_95 * Math.sqrt(variance)) / ((1 - final) * -Math.log(1 - final));
  return { low: 1 - (1 - final) ** Math.exp(-width), high: 1 - (1 - final) ** Math.exp(width) };
}

function timeOf(curve: Curve, share: number): number | undefined {
  if (share <= 0) return undefined;
  // Half of a sum may miss the sum of a half by a few units in the last place.
  for (let at = 0; at < curve.length; at++) {
    if ((curve.incidence[at] ?? 0) >= share - 1e-12) return curve.time[at];
  }
  return undefined;
}
