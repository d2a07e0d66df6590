// Numbers that look random and are the same for the same seed: mulberry32, which is short and spreads well enough for
// drawing orders and ids. Nothing here is a secret.

/** From 0 up to, not including, 1. */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, not including, `end`. */
export function wholeBelow(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/** A version 4 UUID in form. */
export function seededUuid(random: Random): string {
  const digit = (mask: number, set: number) => ((wholeBelow(random, 16) & mask) | set).toString(16);
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) =>
    place === "x" ? digit(15, 0) : digit(3, 8),
  );
}
