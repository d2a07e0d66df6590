// A service here has the members that the product may use and no other, so that a call beyond them fails as a missing
// function. To the compiler it must pass for the whole class of Google's; these are the two places that say so.

/** The members that are there, typed as Google types them. */
export function standIn<Whole extends object>(part: Partial<Whole>): Whole {
  return part as Whole;
}

export interface Constant {
  readonly toString: () => string;
  readonly name: () => string;
}

/** An enumeration of Google's: objects that are told apart by identity and print as their names. */
export function constants<Enum>(...names: readonly (string & keyof Enum)[]): Enum {
  const entries = names.map((name): [string, Constant] => [
    name,
    Object.freeze({ toString: () => name, name: () => name, toJSON: () => name }),
  ]);
  return Object.freeze(Object.fromEntries(entries)) as Enum;
}

/** The constant of that name. */
export function constant<Enum extends object>(all: Enum, name: string): Enum[keyof Enum] {
  return (all as Record<string, Enum[keyof Enum]>)[name] as Enum[keyof Enum];
}
