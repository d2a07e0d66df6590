// The Team tab: who works in the book, and in which roles. An empty Team means that every role is everybody's.

import { textOf } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import type { Person } from "../pipeline.ts";
import { listOf, type RowFault, rowOf, setupTab, textColumn, textFromList } from "./setup-tab.ts";

/** The tab of the team, one row a person. */
export const teamTab = setupTab("team", "Team", [
  textColumn("person", "Person", { widthCharacters: 24, note: "As the name stands in Owner" }),
  textColumn("email", "E-mail", { widthCharacters: 28, note: "Where reminders and notices go" }),
  textColumn("roles", "Roles", {
    widthCharacters: 30,
    note: "Parted by commas, such as Sales manager, Accountant",
  }),
  textColumn("aliases", "Also called", { note: "Former names, parted by commas" }),
]);

/**
 * The row of a person.
 *
 * @example
 * personCells({ id: "ada", name: "Ada", roles: ["Store", "Courier"] }).roles //=> "Store, Courier"
 */
export function personCells(person: Person): RowCells {
  return rowOf({
    person: person.name,
    email: person.email,
    roles: textFromList(person.roles),
    aliases: textFromList(person.aliases ?? []),
    id: person.id,
  });
}

/**
 * What a row says, and the faults in it.
 *
 * @example
 * personFromCells({ person: "Ada", roles: "Store" }).person.roles //=> ["Store"]
 */
export function personFromCells(cells: RowCells): {
  readonly person: Person;
  readonly faults: readonly RowFault[];
} {
  const email = readCell(cells["email"] ?? null, { type: "e-mail" });
  const aliases = listOf(textOf(cells["aliases"]));
  const person = {
    id: textOf(cells["id"]),
    name: textOf(cells["person"]),
    ...(typeof email.value === "string" ? { email: email.value } : {}),
    roles: listOf(textOf(cells["roles"])),
    ...(aliases.length === 0 ? {} : { aliases }),
  };
  return { person, faults: email.fault === undefined ? [] : [{ key: "email", message: email.fault }] };
}
