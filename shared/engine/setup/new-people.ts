// People whom a board names and the Team does not: they join it without a role, so that nobody gains a right by
// standing in a file.

import { identifierFrom } from "../../definition/identifier.ts";
import type { Definition, Person } from "../../definition/pipeline.ts";
import { nameKey } from "../../table/cell.ts";

/**
 * Those of the owners whom the Team lacks, each once.
 *
 * @example
 * newPeople(fixtures.book, ["Bob", "bob", ""]) //=> [{ id: "bob", name: "Bob", roles: [] }]
 */
export function newPeople(
  definition: Pick<Definition, "team">,
  owners: readonly string[],
): readonly Person[] {
  const known = new Set(definition.team.map((person) => nameKey(person.name)));
  const taken = new Set(definition.team.map((person) => person.id));
  const people: Person[] = [];
  for (const name of owners) {
    if (name === "" || known.has(nameKey(name))) continue;
    known.add(nameKey(name));
    const id = identifierFrom(name, taken);
    taken.add(id);
    people.push({ id, name, roles: [] });
  }
  return people;
}
