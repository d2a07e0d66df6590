// Draws from a beta distribution: how a chance that is known only roughly enters a simulation. Many shapes below one
// are met (a belief of 2 % worth ten records), so the draw must hold for them too.

import type { SeededRandom } from "./seeded-random.ts";

/** The shape of a beta distribution: what a chance is thought to be, and how firmly. */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * A number from 0 to 1, beta distributed; with `alpha` 0 it is 0, with `beta` 0 it is 1.
 *
 * Source: a ratio of gammas; Marsaglia & Tsang (2000), "A Simple Method for Generating Gamma Variables".
 *
 * @example
 * betaDraw(seededRandom("a"), { alpha: 2, beta: 0 }) //=> 1
 */
export function betaDraw(random: SeededRandom, { alpha, beta }: BetaShape): number {
  if (alpha <= 0) return 0;
  if (beta <= 0) return 1;
  const left = gammaDraw(random, alpha);
  const right = gammaDraw(random, beta);
  return left + right === 0 ? alpha / (alpha + beta) : left / (left + right);
}

/**
 * The mean of the distribution, 0 to 1.
 *
 * @example
 * betaMean({ alpha: 1, beta: 3 }) //=> 0.25
 */
export function betaMean({ alpha, beta }: BetaShape): number {
  return alpha / (alpha + beta);
}

function gammaDraw(random: SeededRandom, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * (1 - random.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
