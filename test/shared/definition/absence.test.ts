import { expect, test } from "vitest";
import { attendantOf, isAway, personNamed } from "../../../shared/definition/absence.ts";
import type { Person } from "../../../shared/definition/pipeline.ts";
import { parseDay } from "../../../shared/value/day.ts";

const day = parseDay("2026-11-20");

function person(name: string, rest: Partial<Person> = {}): Person {
  return { id: name.toLowerCase(), name, roles: [], ...rest };
}

function attendant(team: readonly Person[]): string | undefined {
  const [first] = team;
  return first === undefined ? undefined : attendantOf(team, first, day)?.name;
}

const away = { awayUntil: day };

test("somebody is away up to the last day of the absence, and no longer", () => {
  expect(isAway({ awayUntil: parseDay("2026-11-20") }, day)).toBe(true);
  expect(isAway({ awayUntil: parseDay("2026-11-19") }, day)).toBe(false);
  expect(isAway({}, day)).toBe(false);
});

test("who is there gets what is theirs, with a stand-in or without", () => {
  expect(attendant([person("Ada", { standIn: "Bob" }), person("Bob")])).toBe("Ada");
});

test("a stand-in who is away is stood in for in turn", () => {
  const team = [
    person("Ada", { ...away, standIn: "Bob" }),
    person("Bob", { ...away, standIn: "Cy" }),
    person("Cy"),
  ];
  expect(attendant(team)).toBe("Cy");
});

test("where everybody in the line is away, what is for them waits", () => {
  expect(attendant([person("Ada", away)])).toBeUndefined();
  expect(
    attendant([person("Ada", { ...away, standIn: "Bob" }), person("Bob", { ...away, standIn: "Ada" })]),
  ).toBeUndefined();
});

test("a present name means its owner, even where somebody else was called so before", () => {
  const team = [person("Ada", { aliases: ["Bob"] }), person("Bob")];
  expect(personNamed(team, "bob")?.id).toBe("bob");
});
