// To whom a message goes. Each word of Messages (contact, owner, a role, an address) becomes addresses, one in each slot:
// a cell that holds two, or a line break, holds none. Who is away is stood in for; where nobody is there, it waits.

import { attendantOf, isAway, personNamed } from "../../definition/absence.ts";
import type { Definition, Person, Pipeline } from "../../definition/pipeline.ts";
import { peopleInRoles, rolesNamedIn } from "../../definition/role-names.ts";
import { isBlank, nameKey, textOf } from "../../table/cell.ts";
import type { FieldValue } from "../../table/field-type.ts";
import type { RowCells } from "../../table/layout.ts";
import { quoted } from "../../table/shown-cell.ts";
import { normalisedEmail } from "../../value/contact.ts";
import type { Day } from "../../value/day.ts";
import { dayInWords } from "../../value/day-words.ts";

/** Whose message it is, and when. */
export interface AddressBook {
  readonly definition: Pick<Definition, "team">;
  readonly pipeline: Pipeline;
  readonly row: { readonly values: Readonly<Record<string, FieldValue>>; readonly cells: RowCells };
  readonly today: Day;
}

export interface Recipients {
  readonly addresses: readonly string[];
  /** Those of the team among them. */
  readonly people: readonly Person[];
  /** Why nobody is found, as a part of a sentence. */
  readonly fault?: string;
  /** Whether waiting helps: there is somebody, who is away. */
  readonly mayCome?: true;
}

/**
 * Whom a word of Messages means.
 *
 * @example
 * const definition = { team: [{ id: "ada", name: "Ada", roles: ["Store"], email: "ada@example.org" }] };
 * const book = { definition, pipeline: fixtures.offers, row: { values: {}, cells: {} }, today: parseDay("2026-11-20") };
 * recipientsOf("store", book).addresses //=> ["ada@example.org"]
 * recipientsOf("Courier", book).fault //=> 'nobody in Team has the role "Courier"'
 */
export function recipientsOf(word: string, book: AddressBook): Recipients {
  const key = nameKey(word);
  if (key === "contact") return contactOf(book);
  if (key === "owner") return ownerOf(book);
  return word.includes("@") ? addressOf(word, book) : roleOf(word, book);
}

/**
 * Whether an address is that of somebody of the team.
 *
 * @example
 * isOfTeam([{ id: "ada", name: "Ada", roles: [], email: "ada@example.org" }], "ADA@example.org") //=> true
 */
export function isOfTeam(team: readonly Person[], address: string): boolean {
  const key = normalisedEmail(address);
  return team.some(({ email = "" }) => key !== undefined && normalisedEmail(email) === key);
}

function nobody(fault: string): Recipients {
  return { addresses: [], people: [], fault };
}

// The first e-mail field that holds an address: the fields of a board stand in the order of their worth.
function contactOf({ pipeline, row }: AddressBook): Recipients {
  const fields = pipeline.fields.filter(({ type }) => type === "e-mail");
  const [first] = fields;
  if (first === undefined) return nobody(`${pipeline.name} has no field of the type "e-mail"`);
  for (const { id } of fields) {
    const value = row.values[id];
    if (typeof value === "string" && normalisedEmail(value) !== undefined)
      return { addresses: [value.trim()], people: [] };
  }
  const wrong = fields.find(({ id }) => !isBlank(row.cells[id]));
  return nobody(
    wrong === undefined
      ? `${quoted(first.name)} is empty`
      : `${quoted(wrong.name)} is no e-mail address: ${quoted(textOf(row.cells[wrong.id]))}`,
  );
}

function ownerOf(book: AddressBook): Recipients {
  const { definition, row } = book;
  const name = typeof row.values["owner"] === "string" ? row.values["owner"].trim() : "";
  if (name === "") return nobody("nobody owns it");
  const person = personNamed(definition.team, name);
  return person === undefined ? nobody(`${quoted(name)} is not in Team`) : peopleOf([person], book);
}

function addressOf(word: string, { definition }: AddressBook): Recipients {
  if (normalisedEmail(word) === undefined) return nobody(`${quoted(word)} is no e-mail address`);
  const key = normalisedEmail(word);
  const people = definition.team.filter(({ email = "" }) => normalisedEmail(email) === key);
  return { addresses: [word.trim()], people };
}

function roleOf(word: string, book: AddressBook): Recipients {
  const roles = [word, ...rolesNamedIn(word)];
  const people = peopleInRoles(book.definition.team, roles);
  return people.length === 0 ? nobody(`nobody in Team has the role ${quoted(word)}`) : peopleOf(people, book);
}

function peopleOf(wanted: readonly Person[], { definition, today }: AddressBook): Recipients {
  const there = wanted.flatMap((person) => attendantOf(definition.team, person, today) ?? []);
  const people = [...new Set(there)];
  const addressed = people.filter(({ email = "" }) => normalisedEmail(email) !== undefined);
  if (addressed.length > 0)
    return { addresses: distinctAddresses(addressed.map(({ email = "" }) => email)), people: addressed };
  const [away] = wanted.filter((person) => isAway(person, today));
  if (people.length === 0 && away?.awayUntil !== undefined)
    return {
      ...nobody(`${quoted(away.name)} is away until ${dayInWords(away.awayUntil)}, and nobody stands in`),
      mayCome: true,
    };
  return nobody(`${quoted((people[0] ?? wanted[0])?.name ?? "")} has no e-mail address in Team`);
}

/**
 * The addresses, each once, as they are written first.
 *
 * @example
 * distinctAddresses(["Ada@example.org", "ada@example.org "]) //=> ["Ada@example.org"]
 */
export function distinctAddresses(addresses: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const address of addresses) {
    const key = normalisedEmail(address);
    if (key !== undefined && !seen.has(key)) seen.set(key, address.trim());
  }
  return [...seen.values()];
}
