// Who works in the demo book, in which departments, and the days on which nobody does.

import type { Person } from "../../shared/definition/pipeline.ts";
import { type Day, dayFromParts } from "../../shared/value/day.ts";

/** Everybody, with the roles that the built-in pipelines name. */
export const team: readonly Person[] = [
  person("Mira", "Sales manager", "Pipeline supervisor"),
  person("Jonas", "Sales manager", "Lead generator"),
  person("Priya", "Sales manager", "Lead generator"),
  person("Aïcha", "Data miner", "Rep"),
  person("Rafał", "Rep"),
  person("Wen", "Delivery", "Designer"),
  person("Tomas", "Coach"),
  person("Ines", "Coach"),
  person("Bruno", "Installer"),
  person("Lena", "Installer"),
  person("Carmen", "Office"),
  person("Femke", "Office", "Customer Service"),
  person("Noa", "Booker"),
  person("Dries", "Booker"),
  person("Stella", "Booker"),
  person("Karim", "Customer Service"),
  person("Olga", "Store"),
  person("Grace", "Accounts", "Accountant"),
  person("Pim", "Courier"),
];

/** The days off that lie between two days. */
export function holidays(from: Day, to: Day): readonly { readonly day: Day; readonly what: string }[] {
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) years.push(year);
  return years.flatMap((year) =>
    DAYS_OFF.flatMap(({ month, dayOfMonth, what }) => {
      const day = dayFromParts(year, month, dayOfMonth);
      return day === undefined || day < from || day > to ? [] : [{ day, what }];
    }),
  );
}

const DAYS_OFF = [
  { month: 1, dayOfMonth: 1, what: "New Year's Day" },
  { month: 5, dayOfMonth: 1, what: "Labour Day" },
  { month: 12, dayOfMonth: 25, what: "Christmas Day" },
  { month: 12, dayOfMonth: 26, what: "Boxing Day" },
] as const;

function person(name: string, ...roles: readonly string[]): Person {
  const id = name
    .normalize("NFD")
    .toLowerCase()
    .replace("ł", "l")
    .replace(/[^a-z]/g, "");
  return { id, name, email: `${id}@stageline.example`, roles };
}
