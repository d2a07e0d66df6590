// The roles that a text names: "Sales manager or Accountant" is the work of either.

import { nameKey } from "../table/cell.ts";
import type { Person } from "./pipeline.ts";

/**
 * The roles that a cell names, as it writes them.
 *
 * @example
 * rolesNamedIn("Sales manager or Accountant") //=> ["Sales manager", "Accountant"]
 */
export function rolesNamedIn(text = ""): readonly string[] {
  return text
    .split(/\s+or\s+|,/i)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/**
 * Who of the team has one of these roles.
 *
 * @example
 * peopleInRoles([{ id: "p1", name: "Ada", roles: ["store"] }], ["Store"]).map(({ name }) => name) //=> ["Ada"]
 */
export function peopleInRoles(team: readonly Person[], roles: readonly string[]): readonly Person[] {
  const wanted = new Set(roles.map(nameKey));
  return team.filter((person) => person.roles.some((role) => wanted.has(nameKey(role))));
}
