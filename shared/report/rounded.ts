// Figures as reports hold them: numbers rounded to six decimals, and what is not known left out rather than
// written as nothing.

/** The same figures; those that may be missing are missing, not `undefined`. */
export type Rounded<Figures> = {
  readonly [Name in keyof Figures as undefined extends Figures[Name] ? never : Name]: Figures[Name];
} & {
  readonly [Name in keyof Figures as undefined extends Figures[Name] ? Name : never]?: NonNullable<
    Figures[Name]
  >;
};

/**
 * Figures with their numbers rounded; what is no number passes as it stands.
 *
 * @example
 * rounded({ rate: 2 / 3, low: undefined, stage: "Won" }) //=> { rate: 0.666667, stage: "Won" }
 */
export function rounded<Figures extends object>(figures: Figures): Rounded<Figures> {
  const known = Object.entries(figures).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    known.map(([name, value]) => [name, typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value]),
  ) as Rounded<Figures>;
}
