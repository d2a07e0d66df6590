// Histories drawn at random for laws that hold of any history: lines of the shorthand of moves.ts on `shop`.

import fc from "fast-check";

const step = fc.constantFrom(
  "Lead",
  "Offer",
  "Won",
  "Loop",
  "Sample",
  "Parked",
  "Lost",
  "Avoid",
  "Gone",
  "removed",
  "restored",
  "handedOn",
);

/** Up to six records of up to eight steps each. */
export const histories: fc.Arbitrary<readonly string[]> = fc
  .array(fc.array(step, { minLength: 1, maxLength: 8 }), { maxLength: 6 })
  .map((stories) => stories.map((steps, record) => `r${record}: ${steps.join(" ")}`));
