// The rows of the tabs Team and Calendar: what belongs to the whole book. A person whose name was changed is the same
// person; the former name goes into "Also called", so that Owner cells which hold it are understood.

import type { ViewRow } from "../../table/tab-view.ts";
import { personNamed } from "../absence.ts";
import { aliasesAfter } from "../named.ts";
import type { Definition, Person } from "../pipeline.ts";
import { calendarTab, holidayFromCells } from "./calendar-tab.ts";
import { openTab } from "./opened-tab.ts";
import { follow, nameFaults, report, rowId, type SetupReader, type SetupTabReader } from "./setup-reader.ts";
import { textFromList } from "./setup-tab.ts";
import { personFromCells, teamTab } from "./team-tab.ts";

/**
 * The people of the Team tab, in order.
 *
 * @example
 * readTeam(setupReader(fixtures.setupTables)) //=> []
 */
export function readTeam(reader: SetupReader): readonly Person[] {
  const tab = openTab(reader, teamTab);
  if (tab === undefined) return [];
  const seen = new Map<string, number>();
  const read = tab.rows.map((row) => {
    const { person, faults } = personFromCells(row.cells);
    const { name } = person;
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: "person", name, row })]);
    return { row, person: { ...person, id: rowId(reader, { tab, row }, { name }) } };
  });
  const before = reader.earlier[0]?.team ?? [];
  const present = read.map(({ person }) => person);
  const named = read
    .filter(({ person }) => person.name !== "")
    .map(({ row, person }) => {
      const aliases = aliasesAfter({ ...person, aliases: person.aliases ?? [] }, { before, present });
      if (aliases === undefined) return { row, person };
      follow(reader, { tab, row }, { aliases: textFromList(aliases) });
      return { row, person: { ...person, aliases } };
    });
  const team = named.map(({ person }) => person);
  return named.map(({ row, person }) => withStandIn(reader, { tab, row }, { person, team }));
}

// A stand-in who was given another name is followed.
function withStandIn(
  reader: SetupReader,
  place: { readonly tab: SetupTabReader; readonly row: ViewRow },
  { person, team }: { readonly person: Person; readonly team: readonly Person[] },
): Person {
  const { standIn, ...rest } = person;
  if (standIn === undefined) return person;
  const found = personNamed(team, standIn);
  if (found !== undefined && found.id !== person.id) {
    follow(reader, place, { stand_in: found.name });
    return { ...rest, standIn: found.name };
  }
  const message =
    found === undefined
      ? `"${standIn}" is not a person of this tab`
      : `${person.name} cannot stand in for ${person.name}; name somebody else`;
  report(reader, place, [{ key: "stand_in", message }]);
  return rest;
}

/**
 * The days off of the Calendar tab, in order.
 *
 * @example
 * readHolidays(setupReader(fixtures.setupTables)) //=> []
 */
export function readHolidays(reader: SetupReader): Definition["holidays"] {
  const tab = openTab(reader, calendarTab);
  if (tab === undefined) return [];
  return tab.rows.flatMap((row) => {
    const { day, faults } = holidayFromCells(row.cells);
    report(reader, { tab, row }, faults);
    return day === undefined ? [] : [day];
  });
}
