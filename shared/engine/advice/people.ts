// People of the team who are left out: without a role where others have one, or without an address where rules would
// write to them.

import type { Person, Pipeline } from "../../definition/pipeline.ts";
import { teamTab } from "../../definition/setup/team-tab.ts";
import { nameKey } from "../../table/cell.ts";
import { type Advice, adviceAt, type BookFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";
import { rolesOf } from "./roles.ts";

/**
 * What is told of people in Team whom roles or reminders do not reach: one line for all of them, at the first.
 *
 * @example
 * peopleAdvice(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now)) //=> []
 */
export function peopleAdvice(book: BookFacts): readonly Advice[] {
  return [...withoutRole(book), ...withoutAddress(book)];
}

function withoutRole(book: BookFacts): readonly Advice[] {
  const { team, pipelines } = book.definition;
  const isUsed = pipelines.some((pipeline) => rolesOf(pipeline).length > 0);
  const people = team.filter(({ roles }) => roles.length === 0);
  if (!isUsed || people.length === team.length) return [];
  const message = (names: string, verb: string) =>
    `${names} ${verb} no role, while others have one: no role is theirs to work for or to move records by; write one in Roles`;
  return toldOf(book, people, { key: "roles", message });
}

function withoutAddress(book: BookFacts): readonly Advice[] {
  const { team, pipelines } = book.definition;
  const isWritten = pipelines.some(writesToOwner);
  const named = new Set(
    pipelines
      .flatMap(rolesOf)
      .filter(({ place }) => place.layout.key !== "stages")
      .map(({ role }) => nameKey(role)),
  );
  const people = team.filter(
    ({ email, roles }) =>
      email === undefined && (isWritten || roles.some((role) => named.has(nameKey(role)))),
  );
  const message = (names: string, verb: string) =>
    `${names} ${verb} no e-mail address, so reminders and notices cannot be mailed to them; write it in E-mail`;
  return toldOf(book, people, { key: "email", message });
}

function writesToOwner({ rules, messages }: Pipeline): boolean {
  const reminds = rules.some(({ does }) =>
    does.some((action) => action.do === "remind" && action.role === undefined),
  );
  return reminds || messages.some(({ to }) => nameKey(to) === "owner");
}

function toldOf(
  book: BookFacts,
  people: readonly Person[],
  told: { readonly key: string; readonly message: (names: string, verb: string) => string },
): readonly Advice[] {
  const [first] = people;
  if (first === undefined) return [];
  const names = namesWords(people.map(({ name }) => name));
  const message = told.message(names, people.length === 1 ? "has" : "have");
  return [adviceAt(book, { layout: teamTab, key: told.key, id: first.id }, message)];
}
