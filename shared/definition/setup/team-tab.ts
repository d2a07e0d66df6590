// The Team tab: who works in the book, and in which roles. An empty Team means that every role is everybody's.

import { isBlank, textOf } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { type Day, serialFromDay } from "../../value/day.ts";
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
  textColumn("away_until", "Away until", {
    widthCharacters: 12,
    format: "day",
    note: "The last day of an absence; until then nothing is mailed to the person",
  }),
  textColumn("stand_in", "Stand-in", {
    dropdown: { kind: "column", tab: "team", column: "person" },
    note: "Who gets what is for the person meanwhile",
  }),
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
    away_until: person.awayUntil === undefined ? undefined : { serial: serialFromDay(person.awayUntil) },
    stand_in: person.standIn,
    id: person.id,
  });
}

/**
 * What a row says, and the faults in it. The stand-in is called as the cell has it.
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
  const away = readCell(cells["away_until"] ?? null, { type: "day" });
  const standIn = isBlank(cells["stand_in"]) ? "" : textOf(cells["stand_in"]);
  const person = {
    id: textOf(cells["id"]),
    name: textOf(cells["person"]),
    ...(typeof email.value === "string" ? { email: email.value } : {}),
    roles: listOf(textOf(cells["roles"])),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(typeof away.value === "string" ? { awayUntil: away.value as Day } : {}),
    ...(standIn === "" ? {} : { standIn }),
  };
  const faults = [
    { key: "email", message: email.fault },
    { key: "away_until", message: away.fault },
  ];
  return {
    person,
    faults: faults.flatMap(({ key, message }) => (message === undefined ? [] : [{ key, message }])),
  };
}
