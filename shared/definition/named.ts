// Things of a definition are called by name in cells, files and commands: by the present name of one of them, or
// else by a former one. A present name always comes first, so that a name which was given away means its new owner.

import { nameKey } from "../table/cell.ts";

/** A stage or a field, as far as its name goes. */
export interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * The thing that a name means; case, kind of space and width of letters do not count.
 *
 * @example
 * namedIn(fixtures.offers.stages, " LEAD ")?.id //=> "lead"
 */
export function namedIn<Thing extends Named>(things: readonly Thing[], name: string): Thing | undefined {
  const key = nameKey(name);
  return (
    things.find((thing) => nameKey(thing.name) === key) ??
    things.find((thing) => thing.aliases.some((alias) => nameKey(alias) === key))
  );
}

/**
 * The things with the names that they had before as aliases, for those that are called something else now.
 *
 * @example
 * withFormerNamesOf([{ id: "lead", name: "Enquiry", aliases: [] }], fixtures.offers.stages)[0].aliases //=> ["Lead"]
 */
export function withFormerNamesOf<Thing extends Named & { readonly id: string }>(
  things: readonly Thing[],
  before: readonly (Named & { readonly id: string })[],
): readonly Thing[] {
  return things.map((thing) => {
    const former = before
      .filter(({ id }) => id === thing.id)
      .flatMap(({ name, aliases }) => [name, ...aliases]);
    const fresh = [...new Set(former)].filter((name) => namedIn([thing], name) === undefined);
    return fresh.length === 0 ? thing : { ...thing, aliases: [...thing.aliases, ...fresh] };
  });
}

/**
 * The aliases that a renamed thing has from now on: its own and the name that it had. `undefined` where there is
 * nothing to add: it kept its name, knows that one already, or another thing has taken it over.
 *
 * @example
 * aliasesAfter({ id: "lead", name: "Enquiry", aliases: [] }, { before: fixtures.offers.stages, present: [] }) //=> ["Lead"]
 */
export function aliasesAfter(
  thing: Named & { readonly id: string },
  things: {
    readonly before: readonly { readonly id: string; readonly name: string }[];
    readonly present: readonly { readonly name: string }[];
  },
): readonly string[] | undefined {
  const name = things.before.find(({ id }) => id === thing.id)?.name;
  if (name === undefined || namedIn([thing], name) !== undefined) return undefined;
  const isTaken = things.present.some((each) => nameKey(each.name) === nameKey(name));
  return isTaken ? undefined : [...thing.aliases, name];
}
