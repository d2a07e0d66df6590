// Who is told of a matter: the people of a role where it is for one, else the owner of the record. What nobody of the
// team owns is for the Pipeline supervisor; where there is none, for the role of the stage; and in a team without roles,
// for everybody. Who is away is stood in for; where nobody is there, the supervisor hears of it.

import { attendantOf, personNamed } from "../../definition/absence.ts";
import type { Person } from "../../definition/pipeline.ts";
import { peopleInRoles, rolesNamedIn } from "../../definition/role-names.ts";
import type { Day } from "../../value/day.ts";

/** Who looks after the whole. */
export const SUPERVISOR_ROLE = "Pipeline supervisor";

/** Of whom a matter is. */
export interface Care {
  /** As the row names the owner; empty where it names none. */
  readonly owner: string;
  /** The role that it is for, where it is for one. */
  readonly role?: string | undefined;
  /** The role that works on the stage of the record. */
  readonly stageRole?: string | undefined;
}

/**
 * The people who are told of a matter on a day; nobody where all of them are away.
 *
 * @example
 * const team = [{ id: "ada", name: "Ada", roles: ["Store"] }, { id: "bob", name: "Bob", roles: ["Pipeline supervisor"] }];
 * const day = parseDay("2026-11-20");
 * carersOf(team, { owner: "Ada" }, day).map(({ name }) => name) //=> ["Ada"]
 * carersOf(team, { owner: "" }, day).map(({ name }) => name) //=> ["Bob"]
 */
export function carersOf(team: readonly Person[], care: Care, day: Day): readonly Person[] {
  const there = present(team, meant(team, care), day);
  return there.length > 0 ? there : present(team, supervisorsOf(team), day);
}

/**
 * Those who look after the whole; none in many a small team.
 *
 * @example
 * supervisorsOf([{ id: "ada", name: "Ada", roles: ["pipeline supervisor"] }]).length //=> 1
 */
export function supervisorsOf(team: readonly Person[]): readonly Person[] {
  return peopleInRoles(team, [SUPERVISOR_ROLE]);
}

function meant(team: readonly Person[], { owner, role, stageRole }: Care): readonly Person[] {
  const called = role === undefined ? [] : peopleInRoles(team, [role, ...rolesNamedIn(role)]);
  if (called.length > 0) return called;
  const person = owner === "" ? undefined : personNamed(team, owner);
  if (person !== undefined) return [person];
  const supervisors = supervisorsOf(team);
  if (supervisors.length > 0) return supervisors;
  const workers = peopleInRoles(team, rolesNamedIn(stageRole));
  return workers.length > 0 ? workers : team;
}

function present(team: readonly Person[], people: readonly Person[], day: Day): readonly Person[] {
  return [...new Set(people.flatMap((person) => attendantOf(team, person, day) ?? []))];
}
