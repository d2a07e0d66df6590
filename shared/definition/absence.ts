// People of the team by name, and who gets what is for somebody who is away. An absence ends by itself with its last
// day. Somebody away is stood in for by whom Team names, who may be away in turn; where nobody in that line is there,
// what is for the person waits for them.

import type { Day } from "../value/day.ts";
import { namedIn } from "./named.ts";
import type { Person } from "./pipeline.ts";

/**
 * The person whom a name means: the present name of somebody, or else a former one.
 *
 * @example
 * personNamed([{ id: "ada", name: "Ada", roles: [], aliases: ["Addie"] }], " ADDIE ").id //=> "ada"
 */
export function personNamed(team: readonly Person[], name: string): Person | undefined {
  const found = namedIn(
    team.map((person) => ({ name: person.name, aliases: person.aliases ?? [], person })),
    name,
  );
  return found?.person;
}

/**
 * Whether somebody is away on a day.
 *
 * @example
 * isAway({ awayUntil: parseDay("2026-11-20") }, parseDay("2026-11-20")) //=> true
 */
export function isAway({ awayUntil }: Pick<Person, "awayUntil">, day: Day): boolean {
  return awayUntil !== undefined && day <= awayUntil;
}

/**
 * Who gets what is for somebody on a day: the person, or the first stand-in who is there; `undefined` where all of
 * them are away.
 *
 * @example
 * const bob = { id: "bob", name: "Bob", roles: [] };
 * const ada = { id: "ada", name: "Ada", roles: [], awayUntil: "2026-11-20", standIn: "Bob" };
 * attendantOf([ada, bob], ada, parseDay("2026-11-20")).name //=> "Bob"
 */
export function attendantOf(team: readonly Person[], person: Person, day: Day): Person | undefined {
  const asked = new Set<string>();
  let next: Person | undefined = person;
  while (next !== undefined && isAway(next, day) && !asked.has(next.id)) {
    asked.add(next.id);
    next = next.standIn === undefined ? undefined : personNamed(team, next.standIn);
  }
  return next === undefined || asked.has(next.id) ? undefined : next;
}

/**
 * Whose things somebody gets on a day: the person's own, unless away, and those of whom the person stands in for.
 *
 * @example
 * const bob = { id: "bob", name: "Bob", roles: [] };
 * const ada = { id: "ada", name: "Ada", roles: [], awayUntil: "2026-11-20", standIn: "Bob" };
 * attendedBy([ada, bob], bob, parseDay("2026-11-20")).map(({ name }) => name) //=> ["Ada", "Bob"]
 */
export function attendedBy(team: readonly Person[], person: Person, day: Day): readonly Person[] {
  return team.filter((each) => attendantOf(team, each, day)?.id === person.id);
}
