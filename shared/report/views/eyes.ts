// Whose things somebody sees on a page of their own: what is theirs, what is of those whom they stand in for, and what
// nobody owns. Without a person everything is seen.

import { attendedBy, personNamed } from "../../definition/absence.ts";
import type { Definition, Person } from "../../definition/pipeline.ts";
import { supervisorsOf } from "../../engine/people/carers.ts";
import { nameKey } from "../../table/cell.ts";
import type { Day } from "../../value/day.ts";

export interface Eyes {
  /** Whether what lies with an owner is seen. */
  readonly see: (owner: string) => boolean;
  /** Whether what these people are told is seen. */
  readonly areOf: (people: readonly Person[]) => boolean;
  /** Whether the person looks after the whole. */
  readonly overTheWhole: boolean;
}

/**
 * What a person sees on a day.
 *
 * @example
 * eyesOf(fixtures.book, "Ada", parseDay("2026-11-20")).see("Bob") //=> false
 */
export function eyesOf({ team }: Pick<Definition, "team">, name: string | undefined, day: Day): Eyes {
  if (name === undefined) return { see: () => true, areOf: () => true, overTheWhole: false };
  const person = personNamed(team, name);
  const attended = person === undefined ? [] : attendedBy(team, person, day);
  const names = new Set([name, ...attended.flatMap(namesOf)].map(nameKey));
  return {
    see: (owner) => owner === "" || names.has(nameKey(owner)),
    areOf: (people) => people.some(({ id }) => id === person?.id),
    overTheWhole: person !== undefined && supervisorsOf(team).includes(person),
  };
}

function namesOf({ name, aliases = [] }: Person): readonly string[] {
  return [name, ...aliases];
}
