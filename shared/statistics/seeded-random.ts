// Chance that can be repeated: the same seed gives the same numbers on every machine. The core draws nothing of
// its own; who calls a simulation hands in the seed, and a report says which seed it used.

export interface SeededRandom {
  /** The next number from 0 up to, not including, 1. */
  readonly uniform: () => number;
  /** Normally distributed, mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /** Log-normally distributed around a median; `sigma` is the standard deviation of its logarithm. */
  readonly logNormal: (median: number, sigma: number) => number;
}

const TWO_TO_32 = 4294967296;

/**
 * A source of numbers that the seed, a text or a number, determines.
 *
 * Source: mulberry32 by Tommy Ettinger, seeded with FNV-1a; normals by Box & Muller (1958).
 *
 * @example
 * seededRandom("a").uniform() === seededRandom("a").uniform() //=> true
 */
export function seededRandom(seed: string | number): SeededRandom {
  let state = hashOfSeed(String(seed));

  function uniform(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32;
  }

  // 1 − u, because the logarithm of 0 is not a number.
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }

  function logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * normal());
  }

  return { uniform, normal, logNormal };
}

function hashOfSeed(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
