// The rows of the tabs Team and Calendar: what belongs to the whole book. A person whose name was changed is the same
// person; the former name goes into "Also called", so that Owner cells which hold it are understood.

import { aliasesAfter } from "../named.ts";
import type { Definition, Person } from "../pipeline.ts";
import { calendarTab, holidayFromCells } from "./calendar-tab.ts";
import { openTab } from "./opened-tab.ts";
import { follow, nameFaults, report, rowId, type SetupReader } from "./setup-reader.ts";
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
  return read
    .filter(({ person }) => person.name !== "")
    .map(({ row, person }) => {
      const aliases = aliasesAfter({ ...person, aliases: person.aliases ?? [] }, { before, present });
      if (aliases === undefined) return person;
      follow(reader, { tab, row }, { aliases: textFromList(aliases) });
      return { ...person, aliases };
    });
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
